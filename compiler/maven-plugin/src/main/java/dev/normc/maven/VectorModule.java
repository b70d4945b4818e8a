package dev.normc.maven;

import dev.normc.runtime.math.VectorSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Whether maven-compiler-plugin is told to compile against the incubating module that vectors need, of which javac warns.
 *
 * @param goal which compiles the kernels, {@code compile} or {@code testCompile}
 * @param executions what each execution of that goal gives to javac, a word each
 */
record VectorModule(String goal, List<List<String>> executions) {
    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String ADD_MODULES = "--add-modules";
    private static final String WERROR = "-Werror";
    private static final String NO_WARNINGS = "-nowarn";
    private static final Pattern REQUIRES = Pattern.compile(
            "\\brequires\\s+(static\\s+|transitive\\s+)*" + Pattern.quote(VectorSupport.MODULE) + "\\s*;");

    private static final String ARGUMENTS = """
                  <compilerArgs %s>
                    <arg>--add-modules</arg>
                    <arg>%s</arg>
                  </compilerArgs>
            """;

    private static final String TOGETHER = """
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <configuration>
            %s  </configuration>
            </plugin>
            """;

    private static final String APART = """
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <executions>
                <execution>
                  <id>default-%1$s</id>
                  <configuration>
                    <%2$s>
            %4$s        </%2$s>
                  </configuration>
                </execution>
                <execution>
                  <id>vectors-%1$s</id>
                  <phase>%5$s</phase>
                  <goals>
                    <goal>%1$s</goal>
                  </goals>
                  <configuration>
                    <%3$s>
            %6$s        </%3$s>
            %7$s        <showWarnings>false</showWarnings>
                  </configuration>
                </execution>
              </executions>
            </plugin>
            """;

    /** What a project says; a {@code module-info.java} that requires the module does as well as the option. */
    static VectorModule of(MavenProject project, boolean tests) {
        String goal = tests ? "testCompile" : "compile";
        List<String> required =
                project.getCompileSourceRoots().stream().anyMatch(root -> requires(Path.of(root, "module-info.java")))
                        ? List.of(ADD_MODULES, VectorSupport.MODULE)
                        : List.of();
        List<List<String>> executions = new ArrayList<>();
        Plugin compiler = project.getPlugin(COMPILER);
        for (PluginExecution execution : compiler == null ? List.<PluginExecution>of() : compiler.getExecutions()) {
            if (execution.getGoals().contains(goal) && !"none".equals(execution.getPhase())) {
                List<String> words = new ArrayList<>(required);
                words.addAll(words(project, (Xpp3Dom) execution.getConfiguration()));
                executions.add(words);
            }
        }
        return new VectorModule(goal, executions);
    }

    private static boolean requires(Path moduleInfo) {
        try {
            return Files.isRegularFile(moduleInfo)
                    && REQUIRES.matcher(Files.readString(moduleInfo)).find();
        } catch (IOException unreadable) {
            return false; // The compiler will say so.
        }
    }

    private static List<String> words(MavenProject project, Xpp3Dom configuration) {
        Xpp3Dom given = configuration == null ? new Xpp3Dom("configuration") : configuration;
        List<String> words = new ArrayList<>();
        for (Xpp3Dom argument : children(given, "compilerArgs")) {
            words.add(text(argument));
        }
        for (Xpp3Dom argument : children(given, "compilerArguments")) {
            words.addAll(List.of("-" + argument.getName(), text(argument)));
        }
        words.add(text(given.getChild("compilerArgument")));
        if (isSet(project, given, "failOnWarning", false)) {
            words.add(WERROR);
        }
        if (!isSet(project, given, "showWarnings", true)) {
            words.add(NO_WARNINGS);
        }
        return words;
    }

    private static List<Xpp3Dom> children(Xpp3Dom configuration, String name) {
        Xpp3Dom parent = configuration.getChild(name);
        return parent == null ? List.of() : Arrays.asList(parent.getChildren());
    }

    private static String text(Xpp3Dom element) {
        return element == null || element.getValue() == null
                ? ""
                : element.getValue().strip();
    }

    private static boolean isSet(MavenProject project, Xpp3Dom configuration, String name, boolean usual) {
        String own = text(configuration.getChild(name));
        String property = project.getProperties().getProperty("maven.compiler." + name, Boolean.toString(usual));
        return Boolean.parseBoolean(own.isEmpty() ? property : own);
    }

    /**
     * What is wrong, with what would be right, to be pasted; empty if the classes can be compiled.
     *
     * @param asked what makes them vectors
     */
    Optional<Problem> problem(Value asked, Collection<String> files) {
        if (executions.stream().anyMatch(words -> addsModule(words) && !failsOnWarnings(words))) {
            return Optional.empty();
        }
        boolean apart = executions.stream().anyMatch(VectorModule::failsOnWarnings);
        String message = "vectors need `" + ADD_MODULES + " " + VectorSupport.MODULE + "` when they are compiled, "
                + (executions.stream().anyMatch(VectorModule::addsModule)
                        ? "of which javac warns, and " + WERROR + " makes that an error"
                        : "which no execution of maven-compiler-plugin passes")
                + ": write what follows into `<build><plugins>`, or into the `<plugin>` that is there";
        return Optional.of(asked.place().error(asked.text(), 0, message, apart ? apart(files) : together()));
    }

    private static String together() {
        return TOGETHER.formatted(arguments("combine.children=\"append\"").indent(-2));
    }

    private String apart(Collection<String> files) {
        boolean tests = !goal.equals("compile");
        return APART.formatted(
                goal,
                tests ? "testExcludes" : "excludes",
                tests ? "testIncludes" : "includes",
                listed("exclude", tests, files),
                tests ? "test-compile" : "compile",
                listed("include", tests, files),
                arguments("combine.self=\"override\"").indent(2));
    }

    private static String listed(String kind, boolean tests, Collection<String> files) {
        String element = tests ? "test" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) : kind;
        return new TreeSet<>(files)
                .stream()
                        .map(file -> " ".repeat(10) + "<" + element + ">" + file + "</" + element + ">\n")
                        .collect(Collectors.joining());
    }

    private static String arguments(String combination) {
        return ARGUMENTS.formatted(combination, VectorSupport.MODULE);
    }

    private static boolean addsModule(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean named = word.startsWith(ADD_MODULES + "=") && isModule(word.substring(ADD_MODULES.length() + 1));
            boolean next = word.equals(ADD_MODULES) && i + 1 < words.size() && isModule(words.get(i + 1));
            // What a file of arguments says is javac's to read.
            if (named || next || word.startsWith("@")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isModule(String modules) {
        return List.of(modules.split(",")).stream()
                .anyMatch(name -> name.equals(VectorSupport.MODULE) || name.equals("ALL-SYSTEM"));
    }

    /** Whether the warning of an incubating module is an error; only the javac of newer JDKs has a word for it. */
    private static boolean failsOnWarnings(List<String> words) {
        return words.contains(WERROR)
                && words.stream()
                        .noneMatch(word -> word.equals(NO_WARNINGS)
                                || word.equals("-Xlint:none")
                                || word.startsWith("-Xlint:") && word.contains("-incubating"));
    }
}
