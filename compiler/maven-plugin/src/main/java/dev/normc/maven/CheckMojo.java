package dev.normc.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Reports every error of the specifications and the kernels, and writes nothing. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends NormcMojo {

    /** The folder of the specifications. */
    @Parameter(property = "normc.sourceDirectory", defaultValue = "${project.basedir}/src/main/norm")
    private File sourceDirectory;

    /** The kernels, as the goal {@code generate} has them. */
    @Parameter(property = "normc.kernels")
    private PlexusConfiguration kernels;

    @Inject
    CheckMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    Path sources() {
        return sourceDirectory.toPath();
    }

    @Override
    String kernels() {
        return "kernels";
    }

    @Override
    Generation generation(Path ledger, KernelJobs.Defaults defaults, String compiler) {
        Path nowhere = ledger.resolveSibling("check");
        return new Generation(new Generation.Settings(
                sources(),
                nowhere,
                nowhere,
                List.of(),
                ledger,
                executionName(),
                compiler,
                defaults,
                false,
                VectorModule.of(project(), false)));
    }

    @Override
    void run(Generation generation, List<String> specs, List<KernelConfiguration> configured) {
        int compiled = generation.check(specs, configured);
        getLog().info("normc: " + specs.size() + (specs.size() == 1 ? " specification, " : " specifications, ")
                + compiled + (compiled == 1 ? " kernel" : " kernels") + " without errors");
    }
}
