package dev.normc.cli;

import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A norm as written, as an indented tree: a node a line, with where it stands.
 *
 * <p>Walks the records by their components, so a new kind of clause shows without a line here.
 */
final class SyntaxTree {
    private final SourceFile source;
    private final List<String> lines = new ArrayList<>();

    private SyntaxTree(SourceFile source) {
        this.source = source;
    }

    /** The tree of one norm. */
    static List<String> lines(NormDecl norm, SourceFile source) {
        SyntaxTree tree = new SyntaxTree(source);
        tree.node(0, "", norm);
        return tree.lines;
    }

    private void node(int depth, String role, Record node) {
        List<String> inline = new ArrayList<>();
        List<Runnable> children = new ArrayList<>();
        String place = "";
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = value(node, component);
            String name = component.getName();
            if (value instanceof Span span) {
                place = "   // " + at(span);
            } else if (value instanceof Collection<?> || value instanceof Optional<?>) {
                Collection<?> parts = value instanceof Optional<?> optional
                        ? optional.stream().toList()
                        : (Collection<?>) value;
                parts.forEach(part -> children.add(() -> child(depth + 1, name, part)));
            } else if (value instanceof Record record && !(value instanceof Identifier)) {
                children.add(() -> child(depth + 1, name, record));
            } else {
                inline.add(name + "=" + text(value));
            }
        }
        String kind = node.getClass().getSimpleName();
        String label = role.isEmpty() ? kind : role + ": " + kind;
        String attributes = inline.isEmpty() ? "" : " " + String.join(" ", inline);
        lines.add("  ".repeat(depth) + label + attributes + place);
        children.forEach(Runnable::run);
    }

    private void child(int depth, String role, Object part) {
        if (part instanceof Record record && !(part instanceof Identifier)) {
            node(depth, role, record);
        } else {
            lines.add("  ".repeat(depth) + role + ": " + text(part));
        }
    }

    private static String text(Object value) {
        if (value instanceof Identifier identifier) {
            return identifier.text();
        }
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT)
                : Console.printable(String.valueOf(value));
    }

    private String at(Span span) {
        SourceFile.Position position = source.position(span.start());
        return position.line() + ":" + position.column();
    }

    private static Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no component " + component.getName(), e);
        }
    }
}
