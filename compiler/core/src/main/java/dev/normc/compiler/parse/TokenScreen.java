package dev.normc.compiler.parse;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.grammar.NormLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Looks over the tokens before the parser does, so that no text, however hostile, makes the parser recurse or repeat
 * itself: unknown characters are reported, and what passes the limits ends the parse here.
 */
final class TokenScreen {
    private static final String MOMENTUM_HINT = "`decay d` is the weight of the old value: write `decay 0.9` for"
            + " PyTorch's momentum 0.1, and `decay 0.9` for Keras' and TensorFlow's momentum 0.9";

    private final String text;
    private final Diagnostics diagnostics;
    private final Deque<Integer> enclosing = new ArrayDeque<>();
    private int depth;
    private int clause;
    private int previous = Token.EOF;

    TokenScreen(String text, Diagnostics diagnostics) {
        this.text = text;
        this.diagnostics = diagnostics;
    }

    /**
     * The tokens for the parser.
     *
     * @return an empty list if a limit is passed; that has been reported then
     */
    List<Token> screen(List<? extends Token> tokens) {
        List<Token> kept = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            Span span = span(token);
            switch (token.getType()) {
                case NormLexer.UNKNOWN:
                    unknown(span);
                    break;
                case NormLexer.MOMENTUM:
                    diagnostics.error(
                            ErrorCode.N0105, span, "`momentum` is not a word of the language", "", MOMENTUM_HINT);
                    break;
                case NormLexer.ID, NormLexer.NUMBER:
                    if (span.end() - span.start() > Limits.TOKEN) {
                        diagnostics.error(
                                ErrorCode.N0103,
                                new Span(span.start(), span.start() + Limits.TOKEN),
                                "a name or number of " + (span.end() - span.start()) + " characters",
                                "longer than " + Limits.TOKEN);
                        return List.of();
                    }
                    break;
                default:
                    break;
            }
            if (!withinLimits(token, span)) {
                return List.of();
            }
            kept.add(token);
        }
        return kept;
    }

    private boolean withinLimits(Token token, Span span) {
        int type = token.getType();
        clause++;
        switch (type) {
            case NormLexer.LPAREN, NormLexer.LBRACK:
                enclosing.push(depth);
                depth++;
                break;
            case NormLexer.RPAREN, NormLexer.RBRACK:
                depth = enclosing.isEmpty() ? 0 : enclosing.pop();
                break;
            case NormLexer.CARET:
                depth++;
                break;
            case NormLexer.MINUS:
                depth = endsOperand(previous) ? outside() : depth + 1;
                break;
            case NormLexer.PLUS, NormLexer.STAR, NormLexer.SLASH, NormLexer.COMMA, NormLexer.SEMI:
            case NormLexer.LT, NormLexer.LE, NormLexer.GT, NormLexer.GE, NormLexer.EQ, NormLexer.NE:
                depth = outside();
                break;
            default:
                break;
        }
        if (type >= NormLexer.NORM && type <= NormLexer.TRACK || type == NormLexer.ASSIGN) {
            clause = 0;
            depth = 0;
            enclosing.clear();
        }
        previous = type;
        if (depth > Limits.NESTING) {
            diagnostics.error(
                    ErrorCode.N0104,
                    span,
                    "expressions nested more than " + Limits.NESTING + " deep",
                    "too deep here",
                    "give a part of it a name: `part = ...`");
            return false;
        }
        if (clause > Limits.CLAUSE) {
            diagnostics.error(
                    ErrorCode.N0103,
                    span,
                    "a clause of more than " + Limits.CLAUSE + " words and signs",
                    "",
                    "give parts of it names: `part = ...`");
            return false;
        }
        return true;
    }

    /** The depth directly inside the innermost open bracket. */
    private int outside() {
        return enclosing.isEmpty() ? 0 : enclosing.peek() + 1;
    }

    /** Whether a minus behind such a token has a left operand. */
    private static boolean endsOperand(int type) {
        return type == NormLexer.ID
                || type == NormLexer.NUMBER
                || type == NormLexer.RPAREN
                || type == NormLexer.RBRACK
                || type >= NormLexer.INTO && type <= NormLexer.UNBIASED;
    }

    /** The lexer sees UTF-16 units; a person sees characters. */
    private void unknown(Span unit) {
        int point = text.codePointAt(unit.start());
        boolean secondHalf = Character.isLowSurrogate((char) point)
                && unit.start() > 0
                && Character.isHighSurrogate(text.charAt(unit.start() - 1));
        if (secondHalf || HiddenCharacters.isHidden(point)) {
            return; // has been reported
        }
        String shown = Character.isLetterOrDigit(point) || point > ' ' && point < 0x7F
                ? "`" + Character.toString(point) + "`"
                : String.format("U+%04X", point);
        Span span = new Span(unit.start(), unit.start() + Character.charCount(point));
        diagnostics.error(
                ErrorCode.N0102,
                span,
                "the character " + shown + " has no meaning here",
                "",
                Character.isLetterOrDigit(point) ? "names are written with a-z, A-Z, 0-9 and _" : "delete it");
    }

    static Span span(Token token) {
        int start = Math.max(0, token.getStartIndex());
        return new Span(start, Math.max(start, token.getStopIndex() + 1));
    }
}
