package dev.normc.jit;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Folding;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.Fold;
import dev.normc.runtime.KernelProvider;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormcException;
import dev.normc.runtime.Specification;
import java.util.List;
import java.util.Map;

/** Makes {@link dev.normc.runtime.Normc} compile in this process. */
public final class JitProvider implements KernelProvider {

    @Override
    public NormKernel compile(String fileName, String text, String bindings, CompileOptions options) {
        CompileRequest request = new CompileRequest(
                        new SourceFile(fileName, text), options.norm(), bindings, options.type(), Schedule.forThisJvm())
                .withOrder(options.order())
                .withProgram(options.program())
                .withMemory(options.memory())
                .withNumerics(options.numerics());
        try {
            VectorHint.print();
            return Jit.shared().warming(request, CompilerChoice.ofProperty());
        } catch (SpecificationException e) {
            throw new NormcException(e.getMessage(), e);
        }
    }

    @Override
    public List<String> zoo() {
        return Zoo.names();
    }

    @Override
    public Specification zoo(String name) {
        try {
            SourceFile source = Zoo.source(name);
            return new Specification(source.name(), source.text());
        } catch (SpecificationException e) {
            throw new NormcException(e.getMessage(), e);
        }
    }

    @Override
    public Fold fold(
            String fileName, String text, String bindings, CompileOptions options, Map<String, double[]> values) {
        try {
            return Folding.of(Compiler.norm(new SourceFile(fileName, text), options.norm()), bindings, values);
        } catch (SpecificationException e) {
            throw new NormcException(e.getMessage(), e);
        }
    }
}
