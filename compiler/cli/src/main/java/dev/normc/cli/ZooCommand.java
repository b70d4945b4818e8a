package dev.normc.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normc zoo}: the norms that come with normc, or the specification of one. */
@Command(
        name = "zoo",
        description = {
            "Lists the norms that come with normc, or prints the specification of one.",
            "",
            "Wherever a command takes a specification, zoo:NAME stands for one of these.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  normc zoo",
            "  normc zoo GroupNorm > group.norm",
            "  normc run zoo:GroupNorm --in x=x.npy --const G=4 --out results"
        })
final class ZooCommand implements Callable<Integer> {
    private static final String DOCUMENTATION = "///";

    private final Console console;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "which norm; without it all are listed")
    private Optional<String> name;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Format format;

    ZooCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (name.isPresent()) {
            String wanted = name.get();
            print(Zoo.source(wanted.startsWith(Zoo.PREFIX) ? wanted.substring(Zoo.PREFIX.length()) : wanted));
        } else {
            list(Zoo.names());
        }
        return 0;
    }

    private void list(List<String> names) {
        switch (format) {
            case TEXT ->
                console.lines(Table.lines(
                        names.stream().map(norm -> List.of(norm, summary(norm))).toList()));
            case JSON -> {
                ObjectNode root = new ObjectMapper().createObjectNode();
                ArrayNode norms = root.putArray("norms");
                names.forEach(norm -> norms.addObject().put("name", norm).put("summary", summary(norm)));
                console.line(ExplanationJson.pretty(root));
            }
        }
    }

    private void print(SourceFile source) {
        switch (format) {
            case TEXT -> console.out().print(source.text());
            case JSON ->
                console.line(ExplanationJson.pretty(new ObjectMapper()
                        .createObjectNode()
                        .put("name", source.name().substring(Zoo.PREFIX.length()))
                        .put("specification", source.text())));
        }
    }

    /** The first line of a norm's documentation. */
    private static String summary(String norm) {
        return Zoo.source(norm)
                .text()
                .lines()
                .findFirst()
                .map(line -> line.substring(DOCUMENTATION.length()).strip())
                .orElse("");
    }
}
