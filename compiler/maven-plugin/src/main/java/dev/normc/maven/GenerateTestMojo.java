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

/** Generates the Java source of kernels, which becomes part of its tests. */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends GeneratingMojo {

    /** The folder of the specifications. */
    @Parameter(property = "normc.testSourceDirectory", defaultValue = "${project.basedir}/src/test/norm")
    private File testSourceDirectory;

    /** The folder that receives the Java sources. */
    @Parameter(
            property = "normc.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/norm")
    private File testOutputDirectory;

    /** The folder that receives the list of kernels. */
    @Parameter(
            property = "normc.testResourceDirectory",
            defaultValue = "${project.build.directory}/generated-test-resources/norm")
    private File testResourceDirectory;

    /** The kernels, each a {@code <kernel>} as {@code kernels} of the goal {@code generate} has them. */
    @Parameter(property = "normc.testKernels")
    private PlexusConfiguration testKernels;

    /** Whether tests are neither compiled nor run. */
    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean testSkip;

    @Inject
    GenerateTestMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    boolean isSkipped() {
        return testSkip || super.isSkipped();
    }

    @Override
    Path sources() {
        return testSourceDirectory.toPath();
    }

    @Override
    Path output() {
        return testOutputDirectory.toPath();
    }

    @Override
    Path resources() {
        return testResourceDirectory.toPath();
    }

    @Override
    String kernels() {
        return "testKernels";
    }

    @Override
    List<String> folders() {
        return List.of("testOutputDirectory", "testResourceDirectory");
    }

    @Override
    List<String> sourceRoots() {
        return project().getTestCompileSourceRoots();
    }

    @Override
    void addSourceRoot(String folder) {
        project().addTestCompileSourceRoot(folder);
    }

    @Override
    void addResource(Resource resource) {
        project().addTestResource(resource);
    }

    @Override
    VectorModule vectorModule() {
        return VectorModule.of(project(), true);
    }
}
