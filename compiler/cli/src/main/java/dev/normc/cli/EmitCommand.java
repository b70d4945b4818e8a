package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.KernelForm;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.Entry;
import dev.normc.runtime.MemoryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "what the class is called, with its package: com.acme.LayerNorm768")
    private Optional<String> className;

    @Option(
            names = "--entries",
            paramLabel = "NAME",
            split = ",",
            description =
                    "the entries that it has: forward,backward (default: forward, infer, backward, backwardFrozen)")
    private List<String> entries = new ArrayList<>();

    @Option(
            names = "--vector-bits",
            paramLabel = "BITS",
            description = "128, 256 or 512: loops in vectors of this width, to be compiled and run with"
                    + " `--add-modules jdk.incubator.vector` (default: plain Java)")
    private Optional<Integer> vectorBits;

    @Option(
            names = "--memory",
            paramLabel = "KIND",
            defaultValue = "array",
            description = "where its tensors stand: array (float[] and the like), buffer (FloatBuffer and the like, of"
                    + " the machine's byte order) or segment (MemorySegment, for Java 22 and later)"
                    + " (default: ${DEFAULT-VALUE})")
    private MemoryKind memory;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write DIR/CLASS.java, with `--class` in the folders of its package, and print its path")
    private Optional<Path> out;

    EmitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TypedNorm typed = options.typed(SpecificationReader.read(file));
        CompileRequest plain = options.request(typed).withForm(form()).withMemory(memory);
        CompileRequest request = vectorBits
                .map(bits -> plain.withSchedule(vectors(plain.schedule(), bits)))
                .orElse(plain);
        Compilation compilation = Compiler.compile(request);
        if (out.isEmpty()) {
            console.out().print(compilation.java());
        } else {
            console.line(Console.printable(written(out.get(), compilation).toString()));
        }
        return 0;
    }

    private Schedule vectors(Schedule plain, int bits) {
        if (memory == MemoryKind.BUFFER) {
            throw new UserFault(
                    "`--vector-bits " + bits + "` with `--memory buffer`: there are no vectors of buffers",
                    "leave one of them out");
        }
        try {
            return plain.withVectors(bits);
        } catch (IllegalArgumentException e) {
            throw new UserFault("`--vector-bits " + bits + "` is no width of vectors", "write 128, 256 or 512");
        }
    }

    private KernelForm form() {
        try {
            Set<Entry> chosen = entries.stream().map(KernelForm::entry).collect(Collectors.toSet());
            String name = className.orElse("");
            int dot = name.lastIndexOf('.');
            String packageName = dot < 0 ? KernelForm.DEFAULT.packageName() : name.substring(0, dot);
            return new KernelForm(
                    Optional.empty(), packageName, className.map(given -> given.substring(dot + 1)), chosen);
        } catch (IllegalArgumentException e) {
            throw new UserFault(e.getMessage(), "`normc emit --help` shows how `--class` and `--entries` are written");
        }
    }

    private Path written(Path folder, Compilation compilation) {
        String name = className.isEmpty()
                ? compilation.plan().className()
                : compilation.className().replace('.', '/');
        Path target = folder.resolve(name + ".java");
        requireNoLink(folder.toAbsolutePath(), target.toAbsolutePath());
        try {
            Files.createDirectories(target.getParent());
            return Files.writeString(target, compilation.java());
        } catch (IOException e) {
            throw new UserFault(
                    "`" + target + "` cannot be written: " + FileFault.reason(e), "choose another folder with `--out`");
        }
    }

    /** Below the folder that the user names, a link would lead the file elsewhere. */
    private static void requireNoLink(Path folder, Path target) {
        for (Path path = target; path.startsWith(folder) && !path.equals(folder); path = path.getParent()) {
            if (Files.isSymbolicLink(path)) {
                throw new UserFault(
                        "`" + path + "` is a symbolic link, which is not followed",
                        "delete it, or choose another folder with `--out`");
            }
        }
    }
}
