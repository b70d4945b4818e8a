package dev.normc.cli;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.runtime.NormcException;
import dev.normc.runtime.npy.NpyException;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;

/** What a person reads when a command fails: never a stack trace, and for our own bugs the wish to hear of them. */
final class Faults implements CommandLine.IExecutionExceptionHandler {
    /** The exit code where the specification or the data is at fault. */
    static final int AT_FAULT = 1;

    private static final String DEBUG = "normc.debug";

    private final Console console;

    Faults(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
        if (fault instanceof SpecificationException specification) {
            console.diagnostics(specification.diagnostics());
        } else if (fault instanceof UserFault user) {
            console.error("error", user.getMessage(), user.hint());
        } else if (fault instanceof NpyException npy) {
            console.error("error", npy.getMessage(), "check the path and its permissions");
        } else if (fault instanceof InvalidPathException path) {
            console.error("error", "`" + path.getInput() + "` is not a path", "check its characters");
        } else if (fault instanceof NormcException norm) {
            console.rendered(norm.getMessage());
        } else {
            internal(fault);
        }
        return AT_FAULT;
    }

    /** The virtual machine gave up: too little memory, or our bug. */
    int error(Error fault) {
        if (fault instanceof OutOfMemoryError) {
            console.error("error", "not enough memory", "give Java more, for example `java -Xmx8g -jar normc.jar`");
        } else {
            internal(fault);
        }
        return AT_FAULT;
    }

    private void internal(Throwable fault) {
        String what = fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ": " + fault.getMessage());
        console.error(
                "error[N0901]",
                "normc itself failed (" + what + ")",
                "please report it with the specification and the command; `java -D" + DEBUG
                        + "=true -jar normc.jar` shows where");
        if (Boolean.getBoolean(DEBUG)) {
            fault.printStackTrace(console.err());
        }
    }
}
