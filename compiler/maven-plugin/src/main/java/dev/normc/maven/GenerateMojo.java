package dev.normc.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/** Generates the Java source of kernels, which becomes part of the project. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends GeneratingMojo {

    /** The folder of the specifications. */
    @Parameter(property = "normc.sourceDirectory", defaultValue = "${project.basedir}/src/main/norm")
    private File sourceDirectory;

    /** The folder that receives the Java sources. */
    @Parameter(property = "normc.outputDirectory", defaultValue = "${project.build.directory}/generated-sources/norm")
    private File outputDirectory;

    /** The folder that receives the list of kernels. */
    @Parameter(
            property = "normc.resourceDirectory",
            defaultValue = "${project.build.directory}/generated-resources/norm")
    private File resourceDirectory;

    /** The kernels. */
    @Parameter(property = "normc.kernels")
    private List<KernelConfiguration> kernels;

    @Inject
    GenerateMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    Path sources() {
        return sourceDirectory.toPath();
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }

    @Override
    Path resources() {
        return resourceDirectory.toPath();
    }

    @Override
    List<KernelConfiguration> kernels() {
        return kernels == null ? List.of() : kernels;
    }

    @Override
    List<String> sourceRoots() {
        return project().getCompileSourceRoots();
    }

    @Override
    void addSourceRoot(String folder) {
        project().addCompileSourceRoot(folder);
    }

    @Override
    void addResource(Resource resource) {
        project().addResource(resource);
    }

    @Override
    VectorModule vectorModule() {
        return VectorModule.of(project(), false);
    }
}
