package dev.normc.cli;

import dev.normc.compiler.Zoo;
import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads specifications: of the zoo, or files in UTF-8, and no more of one than a specification can have. */
final class SpecificationReader {
    /** A text of 2^20 UTF-16 units, the most that the parser takes, has no more bytes than this. */
    private static final int MOST_BYTES = 3 << 20;

    private SpecificationReader() {}

    /**
     * A norm of the zoo, {@code zoo:NAME}, or the text of a file, under the name it was given.
     *
     * @throws UserFault if it cannot be read or is not UTF-8
     * @throws SpecificationException if it is too long to be a specification, or the zoo has no such norm
     */
    static SourceFile read(String name) {
        if (name.startsWith(Zoo.PREFIX)) {
            return Zoo.source(name.substring(Zoo.PREFIX.length()));
        }
        try {
            return read(Path.of(name));
        } catch (InvalidPathException e) {
            throw new UserFault("`" + name + "` is not a path", "check its characters");
        }
    }

    private static SourceFile read(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length > MOST_BYTES) {
            throw new SpecificationException(List.of(new Diagnostic(
                    ErrorCode.N0103,
                    "a specification of more than " + MOST_BYTES + " bytes",
                    new SourceFile(file.toString(), ""),
                    Span.NONE,
                    "too long",
                    Optional.of("is this a specification? split it into several files"))));
        }
        return new SourceFile(file.toString(), decode(file, bytes));
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserFault("`" + file + "` is a folder, not a specification", "name a `.norm` file in it");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new UserFault("`" + file + "` does not exist", "check the path of the specification");
        } catch (IOException e) {
            throw new UserFault(
                    "`" + file + "` cannot be read: " + FileFault.reason(e), "check the path and its permissions");
        }
    }

    private static String decode(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(from, to, true);
        if (result.isError()) {
            throw new UserFault(
                    "`" + file + "` is not UTF-8 text: byte " + from.position() + " is no part of a character",
                    "save the specification as UTF-8");
        }
        return to.flip().toString();
    }
}
