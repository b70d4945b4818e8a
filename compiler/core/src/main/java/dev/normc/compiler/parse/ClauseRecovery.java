package dev.normc.compiler.parse;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.grammar.NormLexer;
import dev.normc.grammar.NormParser;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * Reports a syntax error once and goes on at the next clause.
 *
 * <p>An error inside a clause unwinds to the clause; nothing is inserted, and only the closing brace of a body is ever
 * taken as read.
 */
final class ClauseRecovery extends DefaultErrorStrategy {
    private final Diagnostics diagnostics;
    private final Set<ParserRuleContext> broken = new HashSet<>();
    private final Set<ParserRuleContext> incomplete = new HashSet<>();

    ClauseRecovery(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether a clause or declaration was given up; its tree is not to be read. */
    boolean isBroken(ParserRuleContext context) {
        return broken.contains(context);
    }

    /** Whether something inside a declaration was given up. */
    boolean brokeWithin(NormParser.DeclarationContext declaration) {
        return incomplete.contains(declaration);
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        ParserRuleContext context = parser.getContext();
        if (!isRecoveryPoint(context.getRuleIndex())) {
            return;
        }
        broken.add(context);
        Token at = error.getOffendingToken() == null ? parser.getCurrentToken() : error.getOffendingToken();
        report(at, parser);
    }

    private void report(Token at, Parser parser) {
        for (ParserRuleContext context = parser.getContext(); context != null; context = context.getParent()) {
            incomplete.add(context);
        }
        Span span = TokenScreen.span(at);
        if (at.getType() == NormLexer.UNKNOWN) {
            return; // has been reported
        }
        if (at.getType() == Token.EOF) {
            Token last = parser.getInputStream().LT(-1);
            Span end = last == null ? Span.NONE : TokenScreen.span(last);
            diagnostics.error(
                    ErrorCode.N0101, end, "the file ends inside a norm", "nothing follows", "close the norm with `}`");
            return;
        }
        if (at.getType() == NormLexer.NORM) {
            diagnostics.error(
                    ErrorCode.N0101, span, "a norm inside a norm", "the one before it is open", "close that with `}`");
            return;
        }
        boolean reserved = at.getType() >= NormLexer.NORM && at.getType() <= NormLexer.TRACK;
        if (reserved) {
            diagnostics.error(
                    ErrorCode.N0101,
                    span,
                    "`" + at.getText() + "` does not belong here",
                    "begins a clause",
                    "finish the clause before it; a word that begins a clause cannot be a name");
        } else if (at.getType() == NormLexer.RBRACE) {
            diagnostics.error(
                    ErrorCode.N0101, span, "`}` does not belong here", "ends the norm", "finish the clause before it");
        } else {
            diagnostics.error(ErrorCode.N0101, span, "`" + at.getText() + "` does not belong here", "");
        }
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        int rule = parser.getContext().getRuleIndex();
        if (rule == NormParser.RULE_clause) {
            skipToClause(parser);
        } else if (rule == NormParser.RULE_declaration || rule == NormParser.RULE_file) {
            skipToNorm(parser);
        } else {
            throw error;
        }
    }

    @Override
    public Token recoverInline(Parser parser) {
        if (parser.getContext().getRuleIndex() == NormParser.RULE_body) {
            int next = parser.getCurrentToken().getType();
            if (next == NormLexer.NORM || next == Token.EOF) {
                report(parser.getCurrentToken(), parser);
                return parser.getCurrentToken();
            }
        }
        throw new InputMismatchException(parser);
    }

    @Override
    public void sync(Parser parser) {
        int rule = parser.getContext().getRuleIndex();
        Token token = parser.getCurrentToken();
        if (rule == NormParser.RULE_clauses && !startsClause(parser, 1) && !endsBody(token)) {
            report(token, parser);
            skipToClause(parser);
        } else if (rule == NormParser.RULE_file && token.getType() != NormLexer.NORM && token.getType() != Token.EOF) {
            if (token.getType() != NormLexer.UNKNOWN) {
                diagnostics.error(
                        ErrorCode.N0101,
                        TokenScreen.span(token),
                        "`" + token.getText() + "` outside a norm",
                        "",
                        "a declaration reads `norm Name { input x[N, D] ... }`");
            }
            skipToNorm(parser);
        }
    }

    private static boolean isRecoveryPoint(int rule) {
        return rule == NormParser.RULE_clause || rule == NormParser.RULE_declaration || rule == NormParser.RULE_file;
    }

    private static boolean endsBody(Token token) {
        return token.getType() == NormLexer.RBRACE || token.getType() == NormLexer.NORM || token.getType() == Token.EOF;
    }

    private static void skipToClause(Parser parser) {
        if (!endsBody(parser.getCurrentToken())) {
            parser.consume();
        }
        while (!endsBody(parser.getCurrentToken()) && !startsClause(parser, 1)) {
            parser.consume();
        }
    }

    private static void skipToNorm(Parser parser) {
        int type = parser.getCurrentToken().getType();
        if (type != Token.EOF && type != NormLexer.NORM) {
            parser.consume();
        }
        while (parser.getCurrentToken().getType() != NormLexer.NORM
                && parser.getCurrentToken().getType() != Token.EOF) {
            parser.consume();
        }
    }

    /** A reserved word, a semicolon, or a name with an equals sign behind it. */
    private static boolean startsClause(Parser parser, int ahead) {
        int type = parser.getInputStream().LA(ahead);
        boolean word = type > NormLexer.NORM && type <= NormLexer.TRACK || type == NormLexer.SEMI;
        boolean name = type == NormLexer.ID || type >= NormLexer.INTO && type <= NormLexer.UNBIASED;
        return word || name && parser.getInputStream().LA(ahead + 1) == NormLexer.ASSIGN;
    }
}
