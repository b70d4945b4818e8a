package dev.normc.jit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import java.util.List;
import java.util.Optional;

/** Asserts that the compiler answers a text, whatever it is, with Java or with diagnostics. */
final class FrontEnd {
    private FrontEnd() {}

    /** Compiles every norm of a text for a shape, up to the Java text; whether there was one without an error. */
    static boolean survives(String text, String shape) {
        SourceFile source = new SourceFile("fuzzed.norm", text);
        List<TypedNorm> norms;
        try {
            norms = Compiler.check(source);
        } catch (SpecificationException e) {
            explained(e);
            return false;
        }
        boolean compiled = false;
        for (TypedNorm norm : norms) {
            try {
                Compiler.compile(
                        new CompileRequest(source, Optional.of(norm.name()), shape, DataType.F32, Schedule.DEFAULT));
                compiled = true;
            } catch (SpecificationException e) {
                explained(e);
            }
        }
        return compiled;
    }

    private static void explained(SpecificationException refused) {
        assertThat(refused.diagnostics()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
        assertThat(refused.getMessage()).startsWith("error[N0");
    }
}
