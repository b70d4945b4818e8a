package dev.normc.cli;

import dev.normc.compiler.Compiler;
import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.TypedNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code normc check}: every error of every file. */
@Command(
        name = "check",
        description = {"Checks specifications and reports every error.", ""})
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "specifications, or zoo:NAME")
    private List<String> files = new ArrayList<>();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean wrong = false;
        for (String file : files) {
            wrong |= !check(file);
        }
        return wrong ? Faults.AT_FAULT : 0;
    }

    private boolean check(String file) {
        try {
            SourceFile source = SpecificationReader.read(file);
            List<String> names =
                    Compiler.check(source).stream().map(TypedNorm::name).toList();
            console.line(Console.printable(file) + ": " + String.join(", ", names));
            return true;
        } catch (SpecificationException e) {
            List<Diagnostic> found = e.diagnostics();
            console.diagnostics(found);
        } catch (UserFault e) {
            console.error("error", e.getMessage(), e.hint());
        }
        return false;
    }
}
