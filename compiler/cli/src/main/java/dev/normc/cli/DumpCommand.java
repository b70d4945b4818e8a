package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Pipeline;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.op.Literal;
import dev.normc.compiler.parse.NormFileParser;
import dev.normc.compiler.print.EquationPrinter;
import dev.normc.compiler.print.LoopPrinter;
import dev.normc.compiler.print.TensorPrinter;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.typed.TypedNorm;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normc dump}: the datum as it leaves one room of the compiler. */
@Command(
        name = "dump",
        description = {"Prints what one stage of the compiler produces.", ""})
final class DumpCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the specification, or zoo:NAME")
    private String file;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            required = true,
            description = "parse, check, specialize, differentiate, simplify, lower or emit; from specialize "
                    + "on with --shape")
    private Stage stage;

    @Mixin
    private NormOptions options;

    DumpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SourceFile source = SpecificationReader.read(file);
        switch (stage) {
            case PARSE -> parsed(source);
            case CHECK -> checked(options.typed(source));
            case SPECIALIZE -> specialized(options.typed(source));
            case DIFFERENTIATE, SIMPLIFY -> passes(options.typed(source));
            case LOWER -> loops(compiled(source));
            case EMIT -> console.out().print(compiled(source).java());
        }
        return 0;
    }

    /** Shows what could be read of a text with errors, and then the errors. */
    private void parsed(SourceFile source) {
        Diagnostics diagnostics = new Diagnostics(source);
        for (NormDecl norm : NormFileParser.parse(source, diagnostics).norms()) {
            if (options.norm().isEmpty()
                    || options.norm().get().equals(norm.name().text())) {
                console.lines(SyntaxTree.lines(norm, source));
            }
        }
        diagnostics.throwIfAny();
        if (options.norm().isPresent()) {
            options.typed(source); // reports a name that the file does not declare
        }
    }

    private void checked(TypedNorm norm) {
        console.line("norm " + norm.name());
        console.line("axes " + String.join(", ", norm.axes().atoms()));
        norm.axes()
                .products()
                .forEach((whole, factors) -> console.line("axis " + whole + " = " + String.join("*", factors)));
        norm.constants()
                .forEach(
                        constant -> console.line("constant " + constant.name() + " = " + Literal.of(constant.value())));
        console.lines(EquationPrinter.lines(norm));
    }

    private SpecializedNorm specialize(TypedNorm norm) {
        return Specializer.specialize(norm, options.shapeOf(norm, ""), options.type());
    }

    private void specialized(TypedNorm norm) {
        SpecializedNorm specialized = specialize(norm);
        console.line("== train");
        console.out().print(TensorPrinter.print(specialized.train()));
        console.line("== infer");
        console.out().print(TensorPrinter.print(specialized.infer()));
    }

    private void passes(TypedNorm norm) {
        boolean differentiate = stage == Stage.DIFFERENTIATE;
        Pipeline.programs(specialize(norm), (pass, program) -> {
            if (pass.startsWith("differentiate") == differentiate) {
                console.line("== " + pass);
                console.out().print(TensorPrinter.print(program));
            }
        });
    }

    private Compilation compiled(SourceFile source) {
        return Compiler.compile(options.request(options.typed(source)));
    }

    private void loops(Compilation compilation) {
        compilation.plan().programs().values().forEach(program -> console.lines(LoopPrinter.lines(program)));
    }
}
