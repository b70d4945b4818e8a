package dev.normc.compiler.diag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Every kind of error, by room: N01 syntax, N02 names and axes, N03 shapes, N04 configuration, N09 our bug.
 *
 * <p>A code is never reused. Each has a page, {@code errors/<code>.md}, shipped beside this class.
 */
public enum ErrorCode {
    /** A text that is not a declaration, a clause or an expression. */
    N0101,
    /** A character that no specification contains. */
    N0102,
    /** A text beyond the stated limits. */
    N0103,
    /** Expressions nested beyond the stated limit. */
    N0104,
    /** The word {@code momentum}. */
    N0105,
    /** A number that binary64 does not hold. */
    N0106,
    /** An axis that the value does not have. */
    N0201,
    /** A name that nothing declares. */
    N0202,
    /** A second declaration of a name, or one that collides with a derived name. */
    N0203,
    /** A name that cannot be one. */
    N0204,
    /** Equations that need each other. */
    N0205,
    /** A function that is unknown or called wrongly. */
    N0206,
    /** A comparison outside {@code where}. */
    N0207,
    /** A misuse of {@code ..}. */
    N0208,
    /** A wrong factorization of an axis. */
    N0209,
    /** A clause that does not belong into this norm. */
    N0210,
    /** A clause that is missing. */
    N0211,
    /** A value that must be constant. */
    N0212,
    /** An update or a track of something that cannot be. */
    N0213,
    /** An upper-case constant or an axis used as a number. */
    N0214,
    /** A declared value that has axes which its place does not allow. */
    N0215,
    /** A shape text that cannot be read. */
    N0301,
    /** An axis without an extent. */
    N0302,
    /** An extent or constant that the norm does not have. */
    N0303,
    /** A group count that does not divide the extent. */
    N0304,
    /** A reduction over no element. */
    N0305,
    /** {@code unbiased} with one element. */
    N0306,
    /** A tensor that does not fit an array. */
    N0307,
    /** An axis that cannot be dynamic. */
    N0308,
    /** An extent or a constant that is not a legal number. */
    N0309,
    /** An axis and the one it is renamed to differ in extent. */
    N0310,
    /** A file with several norms and no name, or an unknown one. */
    N0401,
    /** A norm too large to compile. */
    N0402,
    /** A name that the zoo does not have. */
    N0403,
    /** A norm that is not affine in its input at inference. */
    N0404,
    /** A norm whose statistics cannot be merged from shards. */
    N0405,
    /** A failure of the compiler itself. */
    N0901;

    /** The page that explains the code: what it means, an example, a way out. */
    public String page() {
        try (InputStream page = ErrorCode.class.getResourceAsStream("/dev/normc/compiler/errors/" + name() + ".md")) {
            if (page == null) {
                throw new IllegalStateException("no page for " + name());
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
