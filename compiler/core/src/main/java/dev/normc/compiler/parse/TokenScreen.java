package dev.normc.compiler.parse;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.grammar.NormLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Looks over the tokens before the parser does, so that no text, however hostile, makes the parser recurse or repeat
 * itself: unknown characters are reported and dropped, and what passes the limits ends the parse here.
 */
final class TokenScreen {
    private static final String MOMENTUM_HINT = "`decay d` is the weight of the old value: write `decay 0.9` for"
            + " PyTorch's momentum 0.1, and `decay 0.9` for Keras' and TensorFlow's momentum 0.9";

    private final Diagnostics diagnostics;
    private int nesting;
    private int unary;
    private int clause;

    TokenScreen(Diagnostics diagnostics) {
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
                    unknown(token.getText(), span);
                    continue;
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
        switch (token.getType()) {
            case NormLexer.LPAREN, NormLexer.LBRACK:
                nesting++;
                unary = 0;
                break;
            case NormLexer.RPAREN, NormLexer.RBRACK:
                nesting = Math.max(0, nesting - 1);
                break;
            case NormLexer.MINUS, NormLexer.CARET:
                unary++;
                break;
            case NormLexer.PLUS, NormLexer.STAR, NormLexer.SLASH, NormLexer.COMMA, NormLexer.SEMI:
                unary = 0;
                break;
            default:
                break;
        }
        clause++;
        if (token.getType() >= NormLexer.NORM && token.getType() <= NormLexer.TRACK
                || token.getType() == NormLexer.ASSIGN) {
            clause = 0;
            nesting = 0;
            unary = 0;
        }
        if (nesting + unary > Limits.NESTING) {
            diagnostics.error(
                    ErrorCode.N0104, span, "expressions nested more than " + Limits.NESTING + " deep", "too deep here",
                    "give a part of it a name: `part = ...`");
            return false;
        }
        if (clause > Limits.CLAUSE) {
            diagnostics.error(
                    ErrorCode.N0103, span, "a clause of more than " + Limits.CLAUSE + " words and signs", "",
                    "give parts of it names: `part = ...`");
            return false;
        }
        return true;
    }

    private void unknown(String text, Span span) {
        int point = text.codePointAt(0);
        String shown = Character.isLetterOrDigit(point) || point > ' ' && point < 0x7F
                ? "`" + text + "`"
                : String.format("U+%04X", point);
        diagnostics.error(ErrorCode.N0102, span, "the character " + shown + " has no meaning here", "");
    }

    static Span span(Token token) {
        int start = Math.max(0, token.getStartIndex());
        return new Span(start, Math.max(start, token.getStopIndex() + 1));
    }
}
