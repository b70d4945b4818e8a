package dev.normc.runtime.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@link VectorMath} loaded once more, with vectors of another width. */
final class WidthLoader extends ClassLoader {
    private static final Map<Integer, WidthLoader> LOADED = new ConcurrentHashMap<>();

    private static final String PACKAGE = "dev.normc.runtime.vector.";

    private final Map<ArrayFunction, MethodHandle> functions = new EnumMap<>(ArrayFunction.class);
    private final MethodHandle listedPowers;
    private final MethodHandle singlePower;

    private WidthLoader(int bits) {
        super(WidthLoader.class.getClassLoader());
        System.setProperty(Width.PROPERTY, Integer.toString(bits));
        try {
            Class.forName(PACKAGE + "Width", true, this);
            Class<?> math = Class.forName(PACKAGE + "VectorMath", true, this);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            for (ArrayFunction function : ArrayFunction.values()) {
                MethodType type = MethodType.methodType(void.class, double[].class, int.class, int.class);
                functions.put(function, lookup.findStatic(math, function.spelling(), type));
            }
            MethodType single = MethodType.methodType(void.class, double[].class, int.class, double.class, int.class);
            MethodType listed =
                    MethodType.methodType(void.class, double[].class, int.class, double[].class, int.class, int.class);
            singlePower = lookup.findStatic(math, "pow", single);
            listedPowers = lookup.findStatic(math, "pow", listed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty(Width.PROPERTY);
        }
    }

    static WidthLoader of(int bits) {
        return LOADED.computeIfAbsent(bits, WidthLoader::new);
    }

    void apply(ArrayFunction function, double[] values, int from, int length) {
        call(() -> {
            functions.get(function).invokeExact(values, from, length);
        });
    }

    void pow(double[] bases, int basesFrom, double[] exponents, int exponentsFrom, int length) {
        call(() -> {
            listedPowers.invokeExact(bases, basesFrom, exponents, exponentsFrom, length);
        });
    }

    void pow(double[] bases, int basesFrom, double exponent, int length) {
        call(() -> {
            singlePower.invokeExact(bases, basesFrom, exponent, length);
        });
    }

    private interface Call {
        void run() throws Throwable;
    }

    private static void call(Call call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith(PACKAGE) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
