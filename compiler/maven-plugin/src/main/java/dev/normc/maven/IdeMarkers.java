package dev.normc.maven;

import org.codehaus.plexus.build.BuildContext;

/**
 * Marks in an editor's margin. Outside an IDE the build context would write to the log what is there already, in another
 * form.
 */
final class IdeMarkers {
    /** The property that tells that Maven runs in Eclipse, or in an editor that uses its Java tools. */
    static final String ECLIPSE = "m2e.version";

    private final BuildContext buildContext;
    private final boolean isInIde;

    IdeMarkers(BuildContext buildContext, boolean isInIde) {
        this.buildContext = buildContext;
        this.isInIde = isInIde;
    }

    void mark(Problem problem) {
        if (isInIde) {
            problem.file()
                    .ifPresent(file -> buildContext.addMessage(
                            file.toFile(),
                            problem.line(),
                            problem.column(),
                            problem.message(),
                            problem.isWarning() ? BuildContext.SEVERITY_WARNING : BuildContext.SEVERITY_ERROR,
                            null));
        }
    }
}
