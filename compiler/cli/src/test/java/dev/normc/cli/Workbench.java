package dev.normc.cli;

import dev.normc.runtime.npy.NpyArray;
import dev.normc.runtime.npy.NpyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A folder with specifications and arrays, and the command line in this process. */
record Workbench(Path folder) {
    static final String BATCH_NORM = """
            /// Batch normalization.
            norm BatchNorm(eps = 1e-5) {
                input   x[N, C, ..]
                reduce  N, ..
                epsilon eps
                affine  scale gamma[C], shift beta[C]
                track   decay 0.9 unbiased
            }
            """;
    static final String GROUP_NORM = """
            norm GroupNorm(G = 32) {
                input   x[N, C, ..]
                group   C into G
                reduce  C, ..
                epsilon 1e-5
                affine  scale gamma[C], shift beta[C]
            }
            """;
    static final String DYT = """
            norm DyT {
                input x[.., D]
                param alpha = 0.5, gamma[D] = 1, beta[D] = 0
                output y = gamma * tanh(alpha * x) + beta
            }
            """;

    /** What a command left. */
    record Outcome(int code, String out, String err) {}

    /** Runs the command; words are separated by spaces, {@code @} stands for this folder. */
    Outcome run(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = Arrays.stream(line.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("@", folder + "/"))
                .toArray(String[]::new);
        int code = Normc.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Workbench spec(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Workbench bytes(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Workbench save(String name, double[] data, Integer... shape) {
        NpyFile.write(folder.resolve(name), NpyArray.of(data, List.of(shape)));
        return this;
    }

    Workbench save(String name, float[] data, Integer... shape) {
        NpyFile.write(folder.resolve(name), NpyArray.of(data, List.of(shape)));
        return this;
    }

    NpyArray load(String name) {
        return NpyFile.read(folder.resolve(name));
    }

    /** Names in a folder, in order; empty where there is no folder. */
    List<String> names(String name) {
        Path listed = folder.resolve(name);
        if (!Files.exists(listed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(listed)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] doubles(int seed, int count) {
        return new Random(seed).doubles(count, -2, 2).toArray();
    }

    static float[] floats(int seed, int count) {
        double[] doubles = doubles(seed, count);
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }
}
