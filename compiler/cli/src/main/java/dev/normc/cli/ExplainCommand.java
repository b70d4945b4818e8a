package dev.normc.cli;

import dev.normc.compiler.Compiler;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.TypedNorm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normc explain}: what a norm is and what the compiler makes of it, or the page of an error code. */
@Command(
        name = "explain",
        description = {
            "Explains a specification or an error code.",
            "",
            "Shows axes, tensors, statistics and which elements share them, the equations that a card stands for and "
                    + "the derived gradient; with --shape also buffers, the schedule of every entry and the bytes it moves. Without --norm and "
                    + "--shape it explains every norm of the file.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  normc explain layer.norm --shape N=?,D=768",
            "  normc explain zoo:BatchNorm --shape 32,64,56,56 --format json",
            "  normc explain zoo:GRN",
            "  normc explain N0201"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE|CODE", description = "a specification, zoo:NAME, or an error code such as N0201")
    private String subject;

    @Mixin
    private NormOptions options;

    @Option(
            names = "--backend",
            paramLabel = "BACKEND",
            defaultValue = "auto",
            description =
                    "whose schedule: auto, what a program started like this command has; scalar; or vector, which "
                            + "needs `java --add-modules jdk.incubator.vector` (default: ${DEFAULT-VALUE})")
    private BackendChoice backend;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Format format;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (subject.matches("[Nn][0-9]{4}") && !Files.exists(Path.of(subject))) {
            page(subject.toUpperCase(Locale.ROOT));
        } else {
            explain(explanations(SpecificationReader.read(subject)));
        }
        return 0;
    }

    private void page(String wanted) {
        Optional<ErrorCode> code = Arrays.stream(ErrorCode.values())
                .filter(candidate -> candidate.name().equals(wanted))
                .findFirst();
        if (code.isEmpty()) {
            throw new UserFault(
                    "there is no error `" + wanted + "`",
                    "N01 is syntax, N02 names and axes, N03 shapes, N04 configuration, N09 our bug");
        }
        String page = code.get().page();
        switch (format) {
            case TEXT -> console.out().print(page);
            case JSON -> console.line(ExplanationJson.page(wanted, page));
        }
    }

    private List<Explanation> explanations(SourceFile source) {
        if (options.isSpecialized()) {
            TypedNorm typed = options.typed(source);
            return List.of(Explanation.of(Compiler.compile(options.request(typed, backend.inAProgram("explain")))));
        }
        List<TypedNorm> norms = options.norm().isPresent() ? List.of(options.typed(source)) : Compiler.check(source);
        return norms.stream().map(Explanation::of).toList();
    }

    private void explain(List<Explanation> explanations) {
        switch (format) {
            case JSON -> console.line(ExplanationJson.text(explanations));
            case TEXT -> {
                for (int i = 0; i < explanations.size(); i++) {
                    console.lines(i == 0 ? List.of() : List.of("", ""));
                    console.lines(ExplanationText.lines(explanations.get(i)));
                }
            }
        }
    }
}
