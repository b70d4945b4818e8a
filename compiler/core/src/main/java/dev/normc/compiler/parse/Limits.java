package dev.normc.compiler.parse;

/** What a specification may be at most; stated in the language reference. */
final class Limits {
    /** UTF-16 units of a file. */
    static final int TEXT = 1 << 20;
    /** Characters of a name or a number. */
    static final int TOKEN = 100;
    /** Open brackets around an expression, unary minuses and powers in a row included. */
    static final int NESTING = 64;
    /** Tokens of one clause. */
    static final int CLAUSE = 2000;
    /** Constants, tensors and equations of one norm, updates included. */
    static final int NAMES = 1000;

    private Limits() {}
}
