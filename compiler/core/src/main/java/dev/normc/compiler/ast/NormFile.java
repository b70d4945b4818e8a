package dev.normc.compiler.ast;

import dev.normc.compiler.source.SourceFile;
import java.util.List;

/** A specification file as written. */
public record NormFile(SourceFile source, List<NormDecl> norms) {
    public NormFile {
        norms = List.copyOf(norms);
    }
}
