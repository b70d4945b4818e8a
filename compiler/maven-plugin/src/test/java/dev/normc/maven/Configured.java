package dev.normc.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Configurations for tests: of a pom, with the places that Maven remembers, or made up. */
final class Configured {
    static final Place NOWHERE = Place.of(Path.of("pom.xml"));

    private Configured() {}

    static Value value(String text) {
        return new Value(text, NOWHERE);
    }

    static KernelConfiguration kernel(String spec, String shape, String className) {
        return new KernelConfiguration(
                NOWHERE,
                Map.of(
                        "spec",
                        List.of(value(spec)),
                        "shape",
                        List.of(value(shape)),
                        "className",
                        List.of(value(className))));
    }

    static KernelConfiguration with(KernelConfiguration kernel, String name, String... values) {
        return kernel.with(name, Arrays.stream(values).map(Configured::value).toList());
    }

    static KernelJobs.Defaults defaults(boolean vector, String vectorBits) {
        return new KernelJobs.Defaults(
                value("com.acme"),
                value("f32"),
                value("exact"),
                value(""),
                value("17"),
                value(Boolean.toString(vector)),
                value(vectorBits),
                "1.0");
    }

    /** The root element of a file. */
    static Element read(Path pom) throws IOException {
        try (Reader reader = Files.newBufferedReader(pom)) {
            Xpp3Dom dom = Xpp3DomBuilder.build(
                    reader, true, parser -> new int[] {parser.getLineNumber(), parser.getColumnNumber()});
            return element(dom, pom);
        } catch (XmlPullParserException e) {
            throw new IOException(e);
        }
    }

    private static Element element(Xpp3Dom dom, Path pom) {
        int[] at = (int[]) dom.getInputLocation();
        return new Element(
                dom.getName(),
                dom.getValue() == null ? "" : dom.getValue(),
                Arrays.stream(dom.getChildren())
                        .map(child -> element(child, pom))
                        .toList(),
                Place.of(pom, at[0], at[1], dom.getName()));
    }
}
