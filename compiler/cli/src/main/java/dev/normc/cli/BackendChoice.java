package dev.normc.cli;

import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.Jit;
import java.util.Locale;

/** How the generated Java computes. */
enum BackendChoice {
    /** What suits: one call has plain loops, which are fast from the first call on; a program goes over to vectors. */
    AUTO,
    /** Plain loops. */
    SCALAR,
    /** Hardware vectors. */
    VECTOR;

    /**
     * The schedule of a kernel that is called once.
     *
     * @param command that was given, for the message
     * @throws UserFault if vectors are wanted where Java runs without
     */
    Schedule forOneCall(String command) {
        return this == VECTOR ? vectors(command) : Schedule.forThisJvm();
    }

    /**
     * The schedule of a kernel that a program calls again and again.
     *
     * @param command that was given, for the message
     * @throws UserFault if vectors are wanted where Java runs without
     */
    Schedule inAProgram(String command) {
        int bits = Jit.worthwhileVectorBits();
        return this == AUTO && bits > 0 ? Schedule.forThisJvm().withVectors(bits) : forOneCall(command);
    }

    private static Schedule vectors(String command) {
        int bits = Jit.vectorBits();
        if (bits == 0) {
            throw new UserFault(
                    "this Java runs without hardware vectors",
                    "start it as `java --add-modules jdk.incubator.vector -jar normc.jar " + command
                            + " ...`, or leave `--backend` out");
        }
        return Schedule.forThisJvm().withVectors(bits);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
