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
import org.codehaus.plexus.configuration.PlexusConfiguration;

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

    /**
     * The kernels, each a {@code <kernel>} of a specification, a shape and what else is wanted, or in short
     * {@code <kernel>layer_norm.norm N=?, D=768</kernel>}.
     */
    @Parameter(property = "normc.kernels")
    private PlexusConfiguration kernels;

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
    String kernels() {
        return "kernels";
    }

    @Override
    List<String> folders() {
        return List.of("outputDirectory", "resourceDirectory");
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
