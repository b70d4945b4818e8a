package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The floor plan: which room may know which, and which module. */
class HouseTest {
    private static final String COMPILER = "dev.normc.compiler";
    private static final String RUNTIME = "dev.normc.runtime";
    private static final String GRAMMAR = "dev.normc.grammar";
    private static final String VECTOR_API = "jdk.incubator.vector";
    private static final int MOST_LINES = 300;

    /** What each room may import of ours, beside itself. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("source", Set.of()),
            Map.entry("diag", Set.of("source")),
            Map.entry("ast", Set.of("source")),
            Map.entry("op", Set.of(RUNTIME)),
            Map.entry("typed", Set.of("source", RUNTIME)),
            Map.entry("tensor", Set.of("op", "source", RUNTIME)),
            Map.entry("loop", Set.of("op", "source", RUNTIME)),
            Map.entry("parse", Set.of(GRAMMAR, "source", "diag", "ast")),
            Map.entry("check", Set.of("source", "diag", "ast", "typed", RUNTIME)),
            Map.entry("specialize", Set.of("op", "source", "diag", "typed", "tensor", RUNTIME)),
            Map.entry("differentiate", Set.of("op", "tensor", RUNTIME)),
            Map.entry("fold", Set.of("op", "tensor", RUNTIME)),
            Map.entry("shard", Set.of("op", "tensor", RUNTIME)),
            Map.entry("simplify", Set.of("op", "tensor", RUNTIME)),
            Map.entry("lower", Set.of("op", "tensor", "loop", RUNTIME)),
            Map.entry("emit", Set.of("op", "loop", "source", RUNTIME)),
            Map.entry("verify", Set.of("op", "tensor", "loop")),
            Map.entry("interpret", Set.of("op", "tensor", RUNTIME)),
            Map.entry("print", Set.of("op", "typed", "tensor", "loop", RUNTIME)));

    private static final Set<String> NOUNS = Set.of("source", "diag", "ast", "op", "typed", "tensor", "loop");

    static Stream<String> rooms() {
        return ROOMS.keySet().stream().sorted();
    }

    @Test
    void everyRoomOfTheCompilerIsInTheTable() throws IOException {
        try (Stream<Path> folders =
                Files.list(JavaSource.ROOT.resolve("compiler/core/src/main/java/dev/normc/compiler"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .allSatisfy(room -> assertThat(ROOMS).containsKey(room));
        }
    }

    @Test
    void nounsImportNoVerbsAndVerbsImportNoVerbs() {
        ROOMS.forEach((room, imports) -> assertThat(imports)
                .as(room)
                .allMatch(other -> NOUNS.contains(other) || other.equals(RUNTIME) || other.equals(GRAMMAR)));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatTheTableSays(String room) {
        List<String> violations = new ArrayList<>();
        for (JavaSource source : room(room)) {
            for (String name : ours(source)) {
                String other = place(name);
                if (!other.equals(room) && !ROOMS.get(room).contains(other)) {
                    violations.add(source.path().getFileName() + " names " + name);
                }
            }
        }
        assertThat(violations).as("uses that the floor plan does not have").isEmpty();
    }

    @Test
    void onlyParseKnowsAntlr() {
        assertThat(users(name -> name.startsWith("org.antlr") || name.startsWith(GRAMMAR)))
                .allMatch(source -> place(source).equals("parse"), "in the room parse")
                .isNotEmpty();
    }

    @Test
    void onlyEmitKnowsJavaPoet() {
        assertThat(users(name -> name.contains("javapoet")))
                .allMatch(source -> place(source).equals("emit"), "in the room emit")
                .isNotEmpty();
    }

    @Test
    void theRuntimeKnowsThePlatformAndItself() {
        for (JavaSource source : JavaSource.below("runtime/core/src/main/java")) {
            assertThat(source.packages())
                    .as("%s", source)
                    .allMatch(name -> name.startsWith("java.")
                            || name.startsWith(RUNTIME)
                            || name.startsWith(VECTOR_API) && place(source).equals("vector"));
        }
    }

    @Test
    void theModuleOfTheRuntimeExportsEveryPackage() throws IOException {
        Path root = JavaSource.ROOT.resolve("runtime/core/src/main/java");
        assertThat(Files.readString(root.resolve("module-info.java"))
                        .lines()
                        .filter(line -> line.startsWith("    exports "))
                        .map(line -> line.replaceAll(" +exports |;", "")))
                .containsExactlyInAnyOrderElementsOf(JavaSource.below("runtime/core/src/main/java").stream()
                        .map(source -> source.path().getParent())
                        .map(folder -> JavaSource.ROOT.resolve(folder))
                        .filter(folder -> !folder.equals(root))
                        .map(folder -> root.relativize(folder).toString().replace(java.io.File.separatorChar, '.'))
                        .collect(Collectors.toSet()));
    }

    @Test
    void noSampleIsPublished() throws IOException {
        try (Stream<Path> files = Files.walk(JavaSource.ROOT.resolve("samples"), 3)) {
            assertThat(files.filter(file -> file.endsWith("pom.xml")))
                    .filteredOn(pom -> contentOf(pom.toFile()).contains("<artifactId>normc-parent</artifactId>"))
                    .isNotEmpty()
                    .allSatisfy(
                            pom -> assertThat(pom).content().contains("<maven.deploy.skip>true</maven.deploy.skip>"));
        }
    }

    /** Whoever runs without the incubating module must not load a class that needs it. */
    @Test
    void nothingInTheRuntimeKnowsItsVectorsButThey() {
        assertThat(JavaSource.below("runtime/core/src/main/java"))
                .filteredOn(source -> source.packages().contains(RUNTIME + ".vector"))
                .allMatch(source -> place(source).equals("vector"), "in the package vector");
    }

    @Test
    void theCompilerKnowsNoneOfItsDoors() {
        assertThat(namedBelow("compiler/core/src/main/java"))
                .allMatch(name -> name.startsWith(COMPILER) || name.startsWith(RUNTIME) || name.startsWith(GRAMMAR));
    }

    @Test
    void theJitKnowsNoOtherDoor() {
        assertThat(namedBelow("compiler/jit/src/main/java"))
                .allMatch(name ->
                        name.startsWith(COMPILER) || name.startsWith(RUNTIME) || name.startsWith("dev.normc.jit"));
    }

    @Test
    void theMavenPluginKnowsNoOtherDoor() {
        assertThat(namedBelow("compiler/maven-plugin/src/main/java"))
                .allMatch(name ->
                        name.startsWith(COMPILER) || name.startsWith(RUNTIME) || name.startsWith("dev.normc.maven"));
    }

    @Test
    void onlyTheRootOfTheCompilerKnowsTheWholeHouse() {
        for (String room : ROOMS.keySet()) {
            assertThat(room(room).stream().flatMap(source -> ours(source).stream()))
                    .as(room)
                    .doesNotContain(COMPILER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"runtime", "compiler", "samples"})
    void noMainFileIsLongerThanThreeHundredLines(String floor) {
        assertThat(mainSources(floor).filter(source -> source.lines() > MOST_LINES))
                .as("one idea per file: about 100 lines, a thought at 200, a split at 300")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grammar", "runtime", "compiler", "samples"})
    void nothingIsLeftForLater(String floor) {
        String marks = "\\b(TO" + "DO|FIX" + "ME)\\b";
        assertThat(JavaSource.below(floor))
                .allSatisfy(source -> assertThat(source.text()).as("%s", source).doesNotContainPattern(marks));
    }

    private static Stream<JavaSource> mainSources(String floor) {
        return JavaSource.below(floor).stream()
                .filter(source -> source.path().toString().replace('\\', '/').contains("/src/main/java/"));
    }

    private static List<JavaSource> room(String room) {
        return JavaSource.below("compiler/core/src/main/java").stream()
                .filter(source -> place(source).equals(room))
                .toList();
    }

    private static List<JavaSource> users(Predicate<String> wanted) {
        return Stream.of("runtime", "compiler", "samples")
                .flatMap(HouseTest::mainSources)
                .filter(source -> source.packages().stream().anyMatch(wanted))
                .toList();
    }

    private static Set<String> namedBelow(String folder) {
        return JavaSource.below(folder).stream()
                .flatMap(source -> ours(source).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ours(JavaSource source) {
        return source.packages().stream()
                .filter(name -> name.startsWith("dev.normc."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The room of a source file: the name of its folder. */
    private static String place(JavaSource source) {
        return source.path().getParent().getFileName().toString();
    }

    /** The room of a package, or the module where it is not the compiler. */
    private static String place(String name) {
        if (name.equals(RUNTIME) || name.startsWith(RUNTIME + ".")) {
            return RUNTIME;
        }
        return name.startsWith(COMPILER + ".") ? name.substring(COMPILER.length() + 1) : name;
    }
}
