package dev.normc.jit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes class files that no kernel compiles to: out of Java that no norm compiles to, and by changing bytes. */
final class HostileClass {
    static final String NAME = "dev.normc.generated.Hostile";

    private HostileClass() {}

    /** A kernel with further members; javac makes it, with everything on the class path. */
    static Map<String, byte[]> withMembers(String members) {
        return compiled("""
                package dev.normc.generated;
                public final class Hostile implements dev.normc.runtime.NormKernel {
                    public dev.normc.runtime.KernelSignature signature() { return null; }
                    %s
                }
                """.formatted(members));
    }

    /** The classes of a text that declares {@link #NAME}. */
    static Map<String, byte[]> compiled(String java) {
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        JavaFileManager files =
                new ForwardingJavaFileManager<JavaFileManager>(
                        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
                    @Override
                    public JavaFileObject getJavaFileForOutput(
                            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                        return new SimpleJavaFileObject(URI.create("memory:///" + name.hashCode()), kind) {
                            @Override
                            public OutputStream openOutputStream() {
                                return classes.computeIfAbsent(name, n -> new ByteArrayOutputStream());
                            }
                        };
                    }
                };
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("memory:///Hostile.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return java;
                    }
                };
        StringWriter messages = new StringWriter();
        boolean compiled = javac.getTask(
                        messages,
                        files,
                        null,
                        List.of("--release", "17", "-proc:none", "-Xlint:none"),
                        null,
                        List.of(source))
                .call();
        if (!compiled) {
            throw new AssertionError(messages + java);
        }
        Map<String, byte[]> bytes = new TreeMap<>();
        classes.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
        return bytes;
    }

    /** The class file with one text of its constants replaced. */
    static byte[] renamed(byte[] bytes, String from, String to) {
        byte[] wanted = text(from);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(bytes, 0, i);
                out.writeBytes(text(to));
                out.write(bytes, i + wanted.length, bytes.length - i - wanted.length);
                return out.toByteArray();
            }
        }
        throw new AssertionError("no constant " + from);
    }

    /** A text of a constant pool: its kind, its length, its bytes. */
    private static byte[] text(String text) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ConstantPool.TEXT);
            new DataOutputStream(out).writeUTF(text);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
