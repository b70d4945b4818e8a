package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.typed.TypedNorm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normc emit}: the Java of a kernel. */
@Command(
        name = "emit",
        description = {"Prints the Java source of the kernel for one shape, or writes it to a file.", ""})
final class EmitCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the specification, or zoo:NAME")
    private String file;

    @Mixin
    private NormOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "write DIR/CLASS.java and print its path")
    private Optional<Path> out;

    EmitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TypedNorm typed = options.typed(SpecificationReader.read(file));
        Compilation compilation = Compiler.compile(options.request(typed));
        if (out.isEmpty()) {
            console.out().print(compilation.java());
        } else {
            console.line(Console.printable(written(out.get(), compilation).toString()));
        }
        return 0;
    }

    private static Path written(Path folder, Compilation compilation) {
        Path target = folder.resolve(compilation.plan().className() + ".java");
        try {
            Files.createDirectories(folder);
            return Files.writeString(target, compilation.java());
        } catch (IOException e) {
            throw new UserFault(
                    "`" + target + "` cannot be written: " + FileFault.reason(e), "choose another folder with `--out`");
        }
    }
}
