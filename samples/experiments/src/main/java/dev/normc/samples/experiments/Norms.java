package dev.normc.samples.experiments;

import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormLayer;
import dev.normc.runtime.Normc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Layers over kernels compiled from the specifications of this sample. */
public final class Norms {

    private Norms() {}

    /** A layer that computes in {@code float[]}. */
    public static NormLayer floats(String file, String shape) {
        return new NormLayer(Normc.compile(file, text(file), shape));
    }

    /** A layer that computes in {@code double[]}. */
    public static NormLayer doubles(String file, String shape) {
        return new NormLayer(Normc.compile(file, text(file), shape, CompileOptions.DEFAULT.withType(DataType.F64)));
    }

    private static String text(String file) {
        try (InputStream stream = Norms.class.getResourceAsStream("/norm/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("`" + file + "`", e);
        }
    }
}
