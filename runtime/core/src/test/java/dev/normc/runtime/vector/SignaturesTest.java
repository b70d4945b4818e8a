package dev.normc.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SignaturesTest {
    @Test
    void nothingPublicNamesAClassOfTheVectorModuleWhichModulesOnTopCouldNotCompile() throws Exception {
        List<Class<?>> classes = publicClasses();

        assertTrue(classes.containsAll(List.of(VectorMath.class, PreparedSpecies.class)), classes::toString);
        assertEquals(
                List.of(),
                classes.stream()
                        .flatMap(SignaturesTest::members)
                        .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                        .filter(member -> types(member).stream()
                                .anyMatch(type -> type.getName().contains("jdk.incubator")))
                        .map(Object::toString)
                        .toList());
    }

    private static List<Class<?>> publicClasses() throws Exception {
        Path root = Path.of(PreparedSpecies.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("dev/normc/runtime"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (!name.endsWith("package-info.class")) {
                    Class<?> type = Class.forName(
                            name.substring(0, name.length() - ".class".length()),
                            false,
                            SignaturesTest.class.getClassLoader());
                    if (Modifier.isPublic(type.getModifiers())) {
                        classes.add(type);
                    }
                }
            }
        }
        return classes;
    }

    private static Stream<Member> members(Class<?> type) {
        return Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
                .flatMap(Arrays::<Member>stream);
    }

    private static List<Class<?>> types(Member member) {
        if (member instanceof Field field) {
            return List.of(field.getType());
        }
        List<Class<?>> types = new ArrayList<>(List.of(((Executable) member).getParameterTypes()));
        if (member instanceof Method method) {
            types.add(method.getReturnType());
        }
        return types;
    }
}
