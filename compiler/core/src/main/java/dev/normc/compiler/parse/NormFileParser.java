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
                    ErrorCode.N0103,
                    Span.NONE,
                    "a specification of " + source.text().length() + " characters",
                    "longer than " + Limits.TEXT);
            return new NormFile(source, List.of());
        }
        HiddenCharacters.report(source.text(), diagnostics);
        // Offsets must count UTF-16 units like String does, so a text with supplementary characters goes in as units.
        NormLexer lexer = new NormLexer(new Utf16Stream(source.text()));
        lexer.removeErrorListeners();
        List<? extends Token> all = lexer.getAllTokens();
        List<Token> documentation = new ArrayList<>();
        List<Token> visible = new ArrayList<>();
        for (Token token : all) {
            (token.getChannel() == Token.DEFAULT_CHANNEL ? visible : documentation).add(token);
        }
        List<Token> tokens = new TokenScreen(source.text(), diagnostics).screen(visible);
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
        int previousEnd = -1;
        for (NormParser.DeclarationContext declaration : file.declaration()) {
            builder.declaration(declaration, previousEnd).ifPresent(norms::add);
            previousEnd = declaration.stop == null ? previousEnd : declaration.stop.getStopIndex();
        }
        if (norms.isEmpty() && !diagnostics.any()) {
            diagnostics.error(
                    ErrorCode.N0101,
                    Span.NONE,
                    "the file declares no norm",
                    "",
                    "a declaration reads `norm Name { input x[N, D] ... }`");
        }
        return new NormFile(source, norms);
    }
}
