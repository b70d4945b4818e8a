package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.runtime.NormKernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes a kernel of its emitted Java that writes down each load and store of an array element in {@link AccessLog}. */
final class CountedKernel extends ClassLoader {
    private static final String LOG = "dev/normc/cli/AccessLog";
    private static final String VECTORS = "counting/VectorCounting";
    private static final String MATH = "dev.normc.runtime.math.";
    private static final String INCUBATOR = "jdk/incubator/vector/";

    private final Map<String, byte[]> classes;

    private CountedKernel(Map<String, byte[]> classes) {
        super(CountedKernel.class.getClassLoader());
        this.classes = classes;
    }

    static NormKernel of(Compilation compilation, Path folder) {
        try {
            Path source = folder.resolve(compilation.className().replace('.', '/') + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, compilation.java());
            Path vectors = folder.resolve(VECTORS + ".java");
            Files.createDirectories(vectors.getParent());
            try (var text = CountedKernel.class.getResourceAsStream("/" + VECTORS + ".java")) {
                Files.write(vectors, text.readAllBytes());
            }
            compile(folder, List.of(source, vectors));
            Map<String, byte[]> classes = new TreeMap<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    String name = folder.relativize(file).toString().replace('/', '.');
                    byte[] bytes = Files.readAllBytes(file);
                    classes.put(
                            name.substring(0, name.length() - ".class".length()),
                            name.startsWith("counting.") ? bytes : counted(bytes));
                }
            }
            Class<?> type = new CountedKernel(classes).loadClass(compilation.className());
            return (NormKernel) type.getDeclaredConstructor().newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(Path folder, List<Path> sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        boolean done = javac.getTask(
                        null,
                        null,
                        null,
                        List.of(
                                "-nowarn",
                                "-proc:none",
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString()),
                        null,
                        javac.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources))
                .call();
        if (!done) {
            throw new IllegalStateException("javac");
        }
    }

    private static byte[] counted(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] exceptions) {
                        return new Turned(super.visitMethod(access, name, type, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** The kernel, and its own copy of the runtime's loops, which count as well. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(MATH) || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (var text = CountedKernel.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = counted(text.readAllBytes());
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Calls with the same stack in the place of loads and stores. */
    private static final class Turned extends MethodVisitor {
        Turned(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInsn(int opcode) {
            switch (opcode) {
                case Opcodes.FALOAD -> call("load", "([FI)F");
                case Opcodes.DALOAD -> call("load", "([DI)D");
                case Opcodes.FASTORE -> call("store", "([FIF)V");
                case Opcodes.DASTORE -> call("store", "([DID)V");
                default -> super.visitInsn(opcode);
            }
        }

        private void call(String name, String type) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, LOG, name, type, false);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            if (owner.startsWith(INCUBATOR) && name.equals("fromArray")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, VECTORS, name, type, false);
            } else if (owner.startsWith(INCUBATOR) && name.equals("intoArray")) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, VECTORS, name, "(L" + owner + ";" + type.substring(1), false);
            } else {
                super.visitMethodInsn(opcode, owner, name, type, isInterface);
            }
        }
    }
}
