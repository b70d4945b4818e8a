package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.Test;

class IdeMarkersTest {
    private final List<String> calls = new ArrayList<>();
    private final BuildContext context = (BuildContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                calls.add(method.getName() + Arrays.toString(arguments));
                return null;
            });

    private static Problem at(Optional<Path> file) {
        return new Problem(false, file, "layer.norm", 3, 13, "error[N0201]: unknown axis `Q`", "");
    }

    @Test
    void anEditorMarksTheLineAndTheColumn() {
        new IdeMarkers(context, true).mark(at(Optional.of(Path.of("layer.norm"))));
        assertThat(calls)
                .containsExactly("addMessage[" + new File("layer.norm") + ", 3, 13, error[N0201]: unknown axis `Q`, "
                        + BuildContext.SEVERITY_ERROR + ", null]");
    }

    @Test
    void aWarningIsMarkedAsOne() {
        new IdeMarkers(context, true).mark(Problem.warning(Path.of("a.norm"), "odd"));
        assertThat(calls).containsExactly("addMessage[a.norm, 0, 0, odd, " + BuildContext.SEVERITY_WARNING + ", null]");
    }

    @Test
    void nothingIsMarkedOutsideAnEditorOrOutsideTheProject() {
        new IdeMarkers(context, false).mark(at(Optional.of(Path.of("layer.norm"))));
        new IdeMarkers(context, true).mark(at(Optional.empty()));
        assertThat(calls).isEmpty();
    }
}
