package dev.normc.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.util.DirectoryScanner;

/** What all goals have: parameters, the search for specifications, the report of what is wrong. */
abstract class NormcMojo extends AbstractMojo {
    private static final int MOST_IN_MESSAGE = 10;

    private final BuildContext buildContext;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Which specifications of the source folder are checked, as patterns. */
    @Parameter(property = "normc.includes", defaultValue = "**/*.norm")
    private List<String> includes;

    /** Which of them are not, as patterns. */
    @Parameter(property = "normc.excludes")
    private List<String> excludes;

    // From here to `vectorBits`: read from the execution, which knows where they are written.

    /** The package of kernels whose {@code className} names none. */
    @Parameter(property = "normc.packageName", defaultValue = "dev.normc.generated")
    private String packageName;

    /** The storage of kernels that do not say: {@code f32}, {@code f64}, {@code bf16} or {@code f16}. */
    @Parameter(property = "normc.dtype", defaultValue = "f32")
    private String dtype;

    /**
     * In which precision kernels compute that do not say: {@code exact}, in f64, rounded once, or {@code fast}, in f32 where
     * a loop touches f32 only.
     */
    @Parameter(property = "normc.numerics", defaultValue = "exact")
    private String numerics;

    /**
     * The entries of kernels that do not say: some of {@code forward}, {@code infer}, {@code backward},
     * {@code backwardFrozen}, or with {@code backward2}, {@code backwardFrozen2} the second derivative, or
     * {@code partial}, {@code finish}, {@code backwardPartial}, {@code backwardFinish} for shards. By default the first
     * four.
     */
    @Parameter(property = "normc.entries")
    private List<String> entries;

    /**
     * The feature release of the JVM for which loops are laid out. Kernels run on every JVM from 17 on and their bits do
     * not depend on it; 19 and later are faster with 19.
     */
    @Parameter(property = "normc.jvm", defaultValue = "17")
    private String jvm;

    /**
     * Whether kernels that do not say have vector twins beside them, to which a kernel that is found by name goes over where
     * Java was started with {@code --add-modules jdk.incubator.vector}. They need that option at compile time, and a compiler
     * that warns of it without failing.
     */
    @Parameter(property = "normc.vector", defaultValue = "false")
    private String vector;

    /**
     * With {@code vector}: the widths of the twins, some of 128, 256 and 512 bits; 0 for 256 and 512. Without: width of the
     * vectors for which the kernels themselves are written with {@code jdk.incubator.vector}, which they then need at compile
     * time and at run time; 0 for plain Java.
     */
    @Parameter(property = "normc.vectorBits", defaultValue = "0")
    private String vectorBits;

    /** Whether to fail where there is no specification and no kernel. */
    @Parameter(property = "normc.failOnMissingSources", defaultValue = "false")
    private boolean failOnMissingSources;

    /** Whether a warning fails the build. */
    @Parameter(property = "normc.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Whether to do nothing. */
    @Parameter(property = "normc.skip", defaultValue = "false")
    private boolean skip;

    NormcMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    /** The folder of the specifications. */
    abstract Path sources();

    /** The parameter that holds the kernels. */
    abstract String kernels();

    /** Does the work of the goal. */
    abstract void run(Generation generation, List<String> specs, List<KernelConfiguration> kernels) throws IOException;

    /** Where the output of the goal goes; the ledger's name is that of the execution. */
    abstract Generation generation(Path ledger, KernelJobs.Defaults defaults, String compiler);

    MavenProject project() {
        return project;
    }

    BuildContext buildContext() {
        return buildContext;
    }

    /** The execution as its ledger and its services file name it. */
    String executionName() {
        return execution.getGoal() + "-" + execution.getExecutionId();
    }

    private Path pom() {
        File file = project.getFile();
        return file == null ? project.getBasedir().toPath().resolve("pom.xml") : file.toPath();
    }

    boolean isSkipped() {
        return skip;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("normc is skipped");
            return;
        }
        try {
            List<Problem> wrong = new ArrayList<>();
            List<KernelConfiguration> kernels = configuration()
                    .parameter(kernels())
                    .map(element -> new KernelReader(wrong).all(element))
                    .orElse(List.of());
            List<String> specs = specifications();
            removeMarkers(specs);
            if (specs.isEmpty() && kernels.isEmpty() && wrong.isEmpty()) {
                missing();
            }
            Path ledger = Path.of(project.getBuild().getDirectory())
                    .resolve("normc")
                    .resolve(executionName().replaceAll("[^A-Za-z0-9_.-]", "-") + ".ledger");
            Generation generation = generation(ledger, defaults(), compilerDigest());
            List<Problem> warnings = new ArrayList<>(configuration().unknownParameters());
            warnings.addAll(generation.warnings(specs, kernels));
            warn(warnings);
            wrong.addAll(failOnWarning ? warnings : List.of());
            if (!wrong.isEmpty()) {
                wrong.addAll(generation.problems(specs, kernels));
                throw new Fault(wrong);
            }
            run(generation, specs, kernels);
        } catch (Fault e) {
            throw failure(e.problems());
        } catch (IOException e) {
            throw new MojoExecutionException("normc cannot read or write: " + e, e);
        } catch (IllegalStateException e) {
            throw new MojoExecutionException(
                    e.getMessage() + ", please report it with the specification and the configuration", e);
        }
    }

    /** What this execution is given, with the places where it is written. */
    Configuration configuration() {
        return new Configuration(session, project, execution, pom());
    }

    private KernelJobs.Defaults defaults() {
        Configuration given = configuration();
        return new KernelJobs.Defaults(
                given.value("packageName"),
                given.value("dtype"),
                given.value("numerics"),
                given.value("entries"),
                given.value("jvm"),
                given.value("vector"),
                given.value("vectorBits"),
                plugin.getVersion());
    }

    private void removeMarkers(List<String> specs) {
        buildContext.removeMessages(pom().toFile());
        specs.forEach(
                spec -> buildContext.removeMessages(sources().resolve(spec).toFile()));
    }

    private List<String> specifications() {
        File folder = sources().toFile();
        if (!folder.isDirectory()) {
            return List.of();
        }
        // Not the build context's, which finds nothing where an IDE only wants to know the source folders.
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(folder);
        scanner.setIncludes(includes.toArray(String[]::new));
        scanner.setExcludes(excludes.toArray(String[]::new));
        scanner.addDefaultExcludes();
        scanner.scan();
        return Arrays.stream(scanner.getIncludedFiles())
                .map(path -> path.replace('\\', '/'))
                .sorted()
                .toList();
    }

    private void missing() {
        String message = "no specification in `" + sources() + "` and no `<kernel>`";
        if (failOnMissingSources) {
            Place written = configuration().value("failOnMissingSources").place();
            throw new Fault((written.line() > 0 ? written : configuration().plugin()).error(message));
        }
        getLog().info("normc: " + message);
    }

    /** The compiler is the plugin with all that it depends on. */
    private String compilerDigest() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Artifact artifact : plugin.getArtifacts()) {
            if (artifact.getFile() != null) {
                files.add(artifact.getFile().toPath());
            }
        }
        return plugin.getVersion() + " " + Digest.ofFiles(files);
    }

    private void warn(List<Problem> warnings) {
        warnings.forEach(warning -> {
            getLog().warn(warning.text());
            markers().mark(warning);
        });
    }

    private IdeMarkers markers() {
        boolean inEclipse = session.getSystemProperties().containsKey(IdeMarkers.ECLIPSE)
                || session.getUserProperties().containsKey(IdeMarkers.ECLIPSE);
        return new IdeMarkers(buildContext, inEclipse);
    }

    private MojoFailureException failure(List<Problem> problems) {
        for (Problem problem : problems) {
            if (!problem.isWarning()) {
                getLog().error(problem.text());
                markers().mark(problem);
            }
        }
        List<String> lines = new ArrayList<>();
        problems.stream().limit(MOST_IN_MESSAGE).map(Problem::headline).forEach(lines::add);
        if (problems.size() > MOST_IN_MESSAGE) {
            lines.add("and " + (problems.size() - MOST_IN_MESSAGE) + " more");
        }
        return new MojoFailureException(String.join(System.lineSeparator(), lines));
    }
}
