package dev.normc.cli;

import dev.normc.runtime.DataType;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.Numerics;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code normc}.
 *
 * <p>Results go to standard output, errors to standard error. Exit codes: 0 it worked, 1 the specification or the data
 * is at fault, 2 the command was used wrongly.
 */
@Command(
        name = "normc",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Compiles normalization layers: one specification, forward and backward kernels.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it worked", "1:the specification or the data is at fault", "2:the command was used wrongly"})
public final class Normc {
    private static final int WRONG_USAGE = 2;

    private Normc() {}

    /** Runs the command line of a process. */
    public static void main(String[] args) {
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        PrintStream out = Terminal.stream(results);
        PrintStream err = Terminal.stream(new FileOutputStream(FileDescriptor.err));
        int code = run(args, new Console(out, err, Terminal.color()));
        if (code == 0 && out.checkError() && !results.isReaderGone()) {
            System.err.println("error: the result cannot be written to standard output");
            code = Faults.AT_FAULT;
        }
        System.exit(code);
    }

    /**
     * Runs one command, without colours.
     *
     * @return the exit code
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Console(out, err, false));
    }

    private static int run(String[] args, Console console) {
        Faults faults = new Faults(console);
        int code;
        try {
            code = commandLine(console, faults).execute(args);
        } catch (Error e) { // of a kernel or of the compiler; exceptions are handled inside
            code = faults.error(e);
        }
        console.out().flush();
        console.err().flush();
        return code;
    }

    private static CommandLine commandLine(Console console, Faults faults) {
        CommandLine commands = new CommandLine(new Normc())
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new DumpCommand(console))
                .addSubcommand(new EmitCommand(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new FoldCommand())
                .addSubcommand(new ZooCommand(console));
        return commands.registerConverter(Path.class, Normc::folder)
                .registerConverter(RunMode.class, new ChoiceConverter<>(RunMode.class))
                .registerConverter(BackendChoice.class, new ChoiceConverter<>(BackendChoice.class))
                .registerConverter(ExecutorChoice.class, new ChoiceConverter<>(ExecutorChoice.class))
                .registerConverter(Stage.class, new ChoiceConverter<>(Stage.class))
                .registerConverter(Numerics.class, new ChoiceConverter<>(Numerics.class))
                .registerConverter(MemoryKind.class, new ChoiceConverter<>(MemoryKind.class))
                .registerConverter(DataType.class, new ChoiceConverter<>(DataType.class))
                .registerConverter(Format.class, new ChoiceConverter<>(Format.class))
                .registerConverter(BenchFormat.class, new ChoiceConverter<>(BenchFormat.class))
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(faults)
                .setParameterExceptionHandler((wrong, arguments) -> wrongUsage(console, wrong));
    }

    private static Path folder(String text) {
        if (text.isBlank()) {
            throw new CommandLine.TypeConversionException("it names no folder; `.` is the one you are in");
        }
        return Path.of(text);
    }

    private static int wrongUsage(Console console, CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String message = wrong.getMessage().strip();
        String first = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        console.error("error", first, "`" + command + " --help` shows how it is used");
        return WRONG_USAGE;
    }
}
