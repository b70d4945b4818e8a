package dev.normc.compiler.parse;

import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.ast.NormFile;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import dev.normc.grammar.NormLexer;
import dev.normc.grammar.NormParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

/** Text to AST. Reports every error of the text; what it returns then holds the clauses that could be read. */
public final class NormFileParser {

    private NormFileParser() {}

    /** Parses a file, reporting into {@code diagnostics}. */
    public static NormFile parse(SourceFile source, Diagnostics diagnostics) {
        if (source.text().length() > Limits.TEXT) {
            diagnostics.error(
                    ErrorCode.N0103, Span.NONE, "a specification of " + source.text().length() + " characters",
                    "longer than " + Limits.TEXT);
            return new NormFile(source, List.of());
        }
        hiddenCharacters(source.text(), diagnostics);
        // Offsets must count UTF-16 units like String does, so a text with supplementary characters goes in as units.
        NormLexer lexer = new NormLexer(new Utf16Stream(source.text()));
        lexer.removeErrorListeners();
        List<? extends Token> all = lexer.getAllTokens();
        List<Token> documentation = new ArrayList<>();
        List<Token> visible = new ArrayList<>();
        for (Token token : all) {
            (token.getChannel() == Token.DEFAULT_CHANNEL ? visible : documentation).add(token);
        }
        List<Token> tokens = new TokenScreen(diagnostics).screen(visible);
        if (tokens.isEmpty() && !visible.isEmpty()) {
            return new NormFile(source, List.of());
        }
        NormParser parser = new NormParser(new CommonTokenStream(new ListTokenSource(tokens)));
        ClauseRecovery recovery = new ClauseRecovery(diagnostics);
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        NormParser.FileContext file = parser.file();
        AstBuilder builder = new AstBuilder(diagnostics, recovery, documentation);
        List<NormDecl> norms = new ArrayList<>();
        for (NormParser.DeclarationContext declaration : file.declaration()) {
            builder.declaration(declaration).ifPresent(norms::add);
        }
        if (norms.isEmpty() && !diagnostics.any()) {
            diagnostics.error(
                    ErrorCode.N0101, Span.NONE, "the file declares no norm", "",
                    "a declaration reads `norm Name { input x[N, D] ... }`");
        }
        return new NormFile(source, norms);
    }

    /** Control and direction characters are refused even in comments: they make a text look like another one. */
    private static void hiddenCharacters(String text, Diagnostics diagnostics) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F;
            boolean direction = c == 0x061C
                    || c >= 0x200B && c <= 0x200F
                    || c >= 0x2028 && c <= 0x202E
                    || c >= 0x2060 && c <= 0x2069;
            if (control || direction) {
                diagnostics.error(
                        ErrorCode.N0102,
                        new Span(i, i + 1),
                        String.format("the character U+%04X has no meaning here", (int) c),
                        "invisible",
                        "delete it");
            }
        }
    }
}
