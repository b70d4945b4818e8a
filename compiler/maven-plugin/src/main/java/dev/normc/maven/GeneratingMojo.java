package dev.normc.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/** Writes kernels, and makes their folders part of the build. */
abstract class GeneratingMojo extends NormcMojo {

    /** Whether kernels are registered, so that {@code dev.normc.runtime.GeneratedKernels} finds them by name. */
    @Parameter(property = "normc.services", defaultValue = "true")
    private boolean services;

    GeneratingMojo(BuildContext buildContext) {
        super(buildContext);
    }

    abstract Path output();

    abstract Path resources();

    /** The parameters that name them. */
    abstract List<String> folders();

    /** The source folders that the kernels are compiled with. */
    abstract List<String> sourceRoots();

    /** Adds the output to them. */
    abstract void addSourceRoot(String folder);

    abstract void addResource(Resource resource);

    /** What vectors are compiled with. */
    abstract VectorModule vectorModule();

    @Override
    Generation generation(Path ledger, KernelJobs.Defaults defaults, String compiler) {
        List<Path> handwritten = sourceRoots().stream()
                .map(Path::of)
                .filter(folder -> !folder.equals(output()))
                .toList();
        return new Generation(new Generation.Settings(
                sources(),
                output(),
                resources(),
                handwritten,
                ledger,
                executionName(),
                compiler,
                defaults,
                services,
                vectorModule()));
    }

    @Override
    void run(Generation generation, List<String> specs, List<KernelConfiguration> kernels) throws IOException {
        requireOwnFolders();
        Generation.Outcome outcome = generation.run(specs, kernels);
        outcome.changed().forEach(file -> buildContext().refresh(file.toFile()));
        addSourceRoot(output().toString());
        if (Files.isDirectory(resources())) {
            Resource resource = new Resource();
            resource.setDirectory(resources().toString());
            addResource(resource);
        }
        getLog().info("normc: " + outcome.kernels() + (outcome.kernels() == 1 ? " kernel, " : " kernels, ")
                + outcome.compiled() + " compiled, " + outcome.changed().size()
                + (outcome.changed().size() == 1 ? " file changed" : " files changed"));
    }

    private void requireOwnFolders() throws IOException {
        Build build = project().getBuild();
        Path base = project().getBasedir().toPath();
        // The output itself is among the source folders where the goal has run before.
        List<String> roots = new ArrayList<>(project().getCompileSourceRoots());
        roots.addAll(project().getTestCompileSourceRoots());
        roots.removeIf(root -> base.resolve(root).equals(output()));
        List<Path> theirs = Stream.of(
                        Stream.of(build.getSourceDirectory(), build.getTestSourceDirectory()),
                        roots.stream(),
                        build.getResources().stream().map(Resource::getDirectory),
                        build.getTestResources().stream().map(Resource::getDirectory))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .map(base::resolve)
                .filter(folder -> !folder.equals(resources()))
                .collect(Collectors.toCollection(ArrayList::new));
        theirs.add(sources());
        OwnFolder own = new OwnFolder(base, Path.of(build.getDirectory()), theirs);
        own.require(output(), configuration().value(folders().get(0)), Generation.JAVA_MARK);
        own.require(resources(), configuration().value(folders().get(1)), Generation.SERVICES_MARK);
    }
}
