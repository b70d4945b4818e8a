package dev.normc.compiler.check;

import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.runtime.BufferRole;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** What a norm declares: constants, tensors and axes, with every name checked. */
final class Declarations {
    private final NormDecl norm;
    private final Diagnostics diagnostics;
    private final Map<String, Declared> tensors = new LinkedHashMap<>();
    private final Map<String, Declared> inRoleOrder = new LinkedHashMap<>();
    private final Map<String, NormDecl.Constant> constants = new LinkedHashMap<>();
    private final Map<String, Span> names = new HashMap<>();
    private AxisNames axes = new AxisNames(List.of(), Map.of(), Map.of(), List.of());

    /** A tensor with its role. */
    record Declared(BufferRole role, Clause.Tensor tensor) {}

    Declarations(NormDecl norm, Diagnostics diagnostics) {
        this.norm = norm;
        this.diagnostics = diagnostics;
    }

    void collect() {
        normName();
        for (NormDecl.Constant constant : norm.constants()) {
            constant(constant);
        }
        for (Clause clause : norm.clauses()) {
            if (clause instanceof Clause.Declare declare) {
                BufferRole role = BufferRole.valueOf(declare.kind().name());
                declare.tensors().forEach(tensor -> tensor(role, tensor));
            } else if (clause instanceof Clause.Track track) {
                track.target().ifPresent(target -> tensor(BufferRole.STATE, target.state()));
            } else if (clause instanceof Clause.Equation equation) {
                valueName(equation.name());
                define(equation.name());
            }
        }
        inRoleOrder();
        axes = new AxisDeclarations(norm, diagnostics).collect(inRoleOrder.values(), constants);
        derivedNames();
    }

    private void normName() {
        String name = norm.name().text();
        if (!Character.isUpperCase(name.charAt(0))) {
            diagnostics.error(
                    ErrorCode.N0204,
                    norm.name().span(),
                    "the norm `" + name + "` begins with a small letter",
                    "",
                    "write `" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "`");
        }
    }

    private void constant(NormDecl.Constant constant) {
        String name = constant.name().text();
        if (Character.isUpperCase(name.charAt(0))) {
            if (constant.value() < 1 || constant.value() != Math.rint(constant.value()) || constant.value() > 1 << 30) {
                diagnostics.error(
                        ErrorCode.N0309,
                        constant.span(),
                        "`" + name + "` is an axis extent and not a positive integer",
                        "",
                        "an extent is 1, 2, 3, ...; a constant that is a number begins with a small letter");
            }
        } else {
            valueName(constant.name());
        }
        define(constant.name());
        constants.put(name, constant);
    }

    private void tensor(BufferRole role, Clause.Tensor tensor) {
        valueName(tensor.name());
        define(tensor.name());
        tensors.putIfAbsent(tensor.name().text(), new Declared(role, tensor));
    }

    /** What generated methods call their own parameters and locals, beside those of the specification. */
    private static final Set<String> OF_GENERATED_CODE = Set.of(
            "workspace",
            "workspaceOffset",
            "partialsOffset",
            "dynamicExtent",
            "rangeBegin",
            "rangeEnd",
            "rangeStage",
            "task",
            "scratchOfTask",
            "chunkBegin",
            "chunkEnd",
            "times",
            "turn");

    /** What a parameter of generated methods is called beside that of an array. */
    private static final String OFFSET = "Offset";

    /** Records a name and reports a second declaration. */
    void define(Identifier name) {
        if (names.putIfAbsent(name.text(), name.span()) != null) {
            diagnostics.error(
                    ErrorCode.N0203,
                    name.span(),
                    "`" + name.text() + "` is declared twice",
                    "the second declaration",
                    "give one of them another name");
        }
    }

    void valueName(Identifier name) {
        if (!Character.isLowerCase(name.text().charAt(0))) {
            diagnostics.error(
                    ErrorCode.N0204,
                    name.span(),
                    "the value `" + name.text() + "` begins with a capital",
                    "capitals are for axes and norms",
                    "write `" + Character.toLowerCase(name.text().charAt(0))
                            + name.text().substring(1) + "`");
        } else if (SourceVersion.isKeyword(name.text())) {
            diagnostics.error(
                    ErrorCode.N0204,
                    name.span(),
                    "`" + name.text() + "` is a word of Java",
                    "cannot be a name in the generated code",
                    "write `" + name.text() + "_`");
        } else if (OF_GENERATED_CODE.contains(name.text())) {
            diagnostics.error(
                    ErrorCode.N0204,
                    name.span(),
                    "`" + name.text() + "` is a name that the generated code needs for itself",
                    "cannot be a name in a specification",
                    "write `" + name.text() + "_`");
        }
    }

    /** {@code dx} beside {@code x}: the name of a gradient is derived, so nothing else may have it. */
    private void derivedNames() {
        Set<String> sources = new LinkedHashSet<>();
        tensors.forEach((name, declared) -> {
            if (declared.role() == BufferRole.INPUT || declared.role() == BufferRole.PARAM) {
                sources.add(name);
            }
        });
        for (Clause clause : norm.clauses()) {
            if (clause instanceof Clause.Equation equation && equation.output()) {
                sources.add(equation.name().text());
            }
        }
        for (String source : sources) {
            if (SourceVersion.isKeyword("d" + source)) {
                diagnostics.error(
                        ErrorCode.N0204,
                        names.get(source),
                        "`d" + source + "`, the gradient of `" + source + "`, is a word of Java",
                        "cannot have this name in the generated code",
                        "write `" + source + "_`");
            }
            derivedName("d" + source, "the gradient of `" + source + "`");
            derivedName("dd" + source, "the cotangent of the gradient of `" + source + "`");
            derivedName("g2_" + source, "the second gradient of `" + source + "`");
            derivedName("g2_d" + source, "the second gradient of `d" + source + "`");
        }
        Set<String> arrays = new LinkedHashSet<>(tensors.keySet());
        arrays.addAll(sources);
        arrays.stream()
                .filter(array -> arrays.contains(array + OFFSET))
                .forEach(array -> derivedName(array + OFFSET, "where `" + array + "` begins in its array"));
    }

    private void derivedName(String derived, String meaning) {
        Span clash = names.get(derived);
        if (clash != null) {
            diagnostics.error(
                    ErrorCode.N0203,
                    clash,
                    "`" + derived + "` is " + meaning,
                    "the name is derived",
                    "give it another name");
        }
    }

    private void inRoleOrder() {
        for (BufferRole role : List.of(BufferRole.INPUT, BufferRole.MASK, BufferRole.PARAM, BufferRole.STATE)) {
            tensors.forEach((name, declared) -> {
                if (declared.role() == role) {
                    inRoleOrder.put(name, declared);
                }
            });
        }
    }

    /** The tensors by name, in the order of their roles and then of declaration. */
    Map<String, Declared> tensors() {
        return inRoleOrder;
    }

    Map<String, NormDecl.Constant> constants() {
        return constants;
    }

    AxisNames axes() {
        return axes;
    }

    /** Every name of a value or constant and where it was declared first. */
    Map<String, Span> names() {
        return names;
    }
}
