package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What maven-compiler-plugin must be told where classes name the incubating module. */
class VectorModuleTest {
    private static final Path POM = Path.of("/project/pom.xml");

    @TempDir
    private Path root;

    private static PluginExecution execution(String goal, String configuration)
            throws IOException, XmlPullParserException {
        PluginExecution execution = new PluginExecution();
        execution.setId("of-" + goal);
        execution.addGoal(goal);
        execution.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        return execution;
    }

    private MavenProject project(PluginExecution... executions) {
        Plugin compiler = new Plugin();
        compiler.setArtifactId("maven-compiler-plugin");
        compiler.setExecutions(List.of(executions));
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(compiler);
        MavenProject project = new MavenProject(model);
        project.addCompileSourceRoot(root.toString());
        return project;
    }

    private static Optional<Problem> problem(MavenProject project) {
        return VectorModule.of(project, false).problem(new Value("", Place.of(POM)), List.of("**/*Vector256.java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<compilerArgs><arg>-g</arg><arg>--add-modules</arg><arg>jdk.incubator.vector</arg></compilerArgs>",
                "<compilerArgs><a>--add-modules</a><b> java.se,jdk.incubator.vector </b></compilerArgs>",
                "<compilerArgs><arg>--add-modules=jdk.incubator.vector</arg></compilerArgs>",
                "<compilerArgs><arg>--add-modules</arg><arg>ALL-SYSTEM</arg></compilerArgs>",
                "<compilerArgs><arg>@options</arg></compilerArgs>",
                "<compilerArgument>--add-modules=jdk.incubator.vector</compilerArgument>",
                "<failOnWarning>true</failOnWarning><showWarnings>false</showWarnings>"
                        + "<compilerArgument>--add-modules=jdk.incubator.vector</compilerArgument>",
                "<compilerArgs><arg>-Xlint:all,-incubating</arg><arg>-Werror</arg>"
                        + "<arg>--add-modules=jdk.incubator.vector</arg></compilerArgs>",
            })
    void an_execution_that_adds_the_module_is_enough(String configuration) throws Exception {
        assertThat(problem(project(execution("compile", configuration)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<compilerArgs/>",
                "<compilerArgs><arg>--add-modules</arg></compilerArgs>",
                "<compilerArgs><arg>--add-modules</arg><arg>jdk.incubator.foreign</arg></compilerArgs>",
                "<compilerArgs><arg>jdk.incubator.vector</arg><arg>--add-modules</arg></compilerArgs>",
            })
    void without_the_module_the_problem_says_what_to_paste(String configuration) throws Exception {
        assertThat(problem(project(execution("compile", configuration)))).hasValueSatisfying(problem -> {
            assertThat(problem.headline())
                    .startsWith(POM + ": error: vectors need `--add-modules jdk.incubator.vector`")
                    .contains("which no execution of maven-compiler-plugin passes");
            assertThat(problem.excerpt()).isEqualTo("""
                    <plugin>
                      <artifactId>maven-compiler-plugin</artifactId>
                      <configuration>
                        <compilerArgs combine.children="append">
                          <arg>--add-modules</arg>
                          <arg>jdk.incubator.vector</arg>
                        </compilerArgs>
                      </configuration>
                    </plugin>
                    """);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<compilerArgs><arg>-Werror</arg><arg>--add-modules=jdk.incubator.vector</arg></compilerArgs>",
                "<compilerArgs><arg>--add-modules=jdk.incubator.vector</arg></compilerArgs><failOnWarning>true</failOnWarning>",
                "<compilerArgument>--add-modules=jdk.incubator.vector</compilerArgument><compilerArguments><Werror/></compilerArguments>",
            })
    void a_compiler_that_fails_on_warnings_needs_an_execution_of_its_own(String configuration) throws Exception {
        assertThat(problem(project(execution("compile", configuration)))).hasValueSatisfying(problem -> {
            assertThat(problem.message()).contains("of which javac warns, and -Werror makes that an error");
            assertThat(problem.excerpt())
                    .contains("<exclude>**/*Vector256.java</exclude>", "<compilerArgs combine.self=\"override\">");
        });
        PluginExecution apart = execution(
                "compile", "<compilerArgs><arg>--add-modules</arg><arg>jdk.incubator.vector</arg></compilerArgs>");
        assertThat(problem(project(execution("compile", configuration), apart))).isEmpty();
        apart.setPhase("none");
        assertThat(problem(project(execution("compile", configuration), apart))).isPresent();
    }

    @Test
    void kernels_of_tests_are_compiled_by_the_other_goal() throws Exception {
        MavenProject project = project(
                execution("testCompile", "<failOnWarning>true</failOnWarning>"),
                execution("compile", "<compilerArgument>--add-modules=jdk.incubator.vector</compilerArgument>"));
        assertThat(problem(project)).isEmpty();
        assertThat(VectorModule.of(project, true).problem(new Value("", Place.of(POM)), List.of("**/*Vector512.java")))
                .hasValueSatisfying(problem -> assertThat(problem.excerpt())
                        .contains(
                                "<testExclude>**/*Vector512.java</testExclude>",
                                "<testInclude>**/*Vector512.java</testInclude>",
                                "<id>default-testCompile</id>",
                                "<phase>test-compile</phase>",
                                "<goal>testCompile</goal>"));
    }

    @Test
    void a_module_that_requires_it_needs_no_option() throws Exception {
        Files.writeString(
                root.resolve("module-info.java"), "module a {\n    requires static jdk.incubator.vector;\n}\n");
        assertThat(problem(project(execution("compile", "")))).isEmpty();
        Files.writeString(root.resolve("module-info.java"), "module a {\n    requires jdk.incubator.vectors;\n}\n");
        assertThat(problem(project(execution("compile", "")))).isPresent();
    }

    @Test
    void a_project_that_compiles_nothing_is_told_the_same() {
        assertThat(problem(new MavenProject(new Model()))).isPresent();
    }
}
