package dev.normc.jit;

import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.VectorSupport;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles with the JDK's own compiler, in memory; not there on a JRE. */
final class JavacCompiler implements SourceCompiler {
    private final JavaCompiler javac;

    private JavacCompiler(JavaCompiler javac) {
        this.javac = javac;
    }

    static boolean isAvailable() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /**
     * The compiler of the running JDK.
     *
     * @throws IllegalStateException on a JRE
     */
    static JavacCompiler ofThisJdk() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new IllegalStateException("this Java has no compiler: run on a JDK, or set normc.compiler=janino");
        }
        return new JavacCompiler(javac);
    }

    @Override
    public Map<String, byte[]> compile(String className, String java, int release) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        StandardJavaFileManager standard = javac.getStandardFileManager(diagnostics, Locale.ROOT, null);
        JavaFileManager memory = new ForwardingJavaFileManager<JavaFileManager>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(name, n -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("memory:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return java;
                    }
                };
        List<String> options = new ArrayList<>(
                List.of("-g", "-proc:none", "--release", String.valueOf(release), "-classpath", kernelApi()));
        if (VectorSupport.isPresent()) {
            options.addAll(List.of("--add-modules", VectorSupport.MODULE));
        }
        boolean compiled = javac.getTask(null, memory, diagnostics, options, null, List.of(source))
                .call();
        if (!compiled) {
            String first = diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map(Object::toString)
                    .findFirst()
                    .orElse("no message");
            throw new KernelCompileException(first, null);
        }
        Map<String, byte[]> result = new HashMap<>();
        classes.forEach((name, bytes) -> result.put(name, bytes.toByteArray()));
        return result;
    }

    /** Where the kernel API was loaded from: the only thing on the class path of a kernel. */
    private static String kernelApi() {
        try {
            return Path.of(NormKernel.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the kernel API is at no path", e);
        }
    }
}
