package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the jar tells Maven, and editors that use m2e. */
class DescriptorTest {
    private static final List<String> GOALS = List.of("check", "generate", "generate-test");

    private static Document read(String resource) throws Exception {
        try (InputStream stream = DescriptorTest.class.getResourceAsStream(resource)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static List<Element> goals() throws Exception {
        return elements(read("/META-INF/maven/plugin.xml").getElementsByTagName("mojo"));
    }

    @Test
    void there_are_the_goals_and_each_is_thread_safe() throws Exception {
        assertThat(goals())
                .extracting(goal -> text(goal, "goal"))
                .containsExactlyInAnyOrder("check", "generate", "generate-test", "help");
        assertThat(goals()).extracting(goal -> text(goal, "threadSafe")).containsOnly("true");
    }

    @Test
    void each_parameter_has_a_property_of_its_name() throws Exception {
        for (Element goal : goals()) {
            if (GOALS.contains(text(goal, "goal"))) {
                List<String> expected = new ArrayList<>();
                for (Element parameter : elements(goal.getElementsByTagName("parameter"))) {
                    if (text(parameter, "editable").equals("true")) {
                        expected.add(text(parameter, "name") + "=${normc." + text(parameter, "name") + "}");
                    }
                }
                Element configuration =
                        (Element) goal.getElementsByTagName("configuration").item(0);
                assertThat(elements(configuration.getElementsByTagName("*")))
                        .extracting(element -> element.getTagName() + "=" + element.getTextContent())
                        .containsAll(expected)
                        .hasSizeGreaterThan(10);
            }
        }
    }

    @Test
    void m2e_is_told_to_run_each_goal_and_to_find_source_folders_of_those_that_write() throws Exception {
        Document mapping = read("/META-INF/m2e/lifecycle-mapping-metadata.xml");
        assertThat(mapping.getDocumentElement().getTagName()).isEqualTo("lifecycleMappingMetadata");
        List<String> run = new ArrayList<>();
        List<String> configured = new ArrayList<>();
        for (Element execution : elements(mapping.getElementsByTagName("pluginExecution"))) {
            assertThat(text(execution, "runOnIncremental")).isEqualTo("true");
            for (Element goal : elements(execution.getElementsByTagName("goal"))) {
                run.add(goal.getTextContent().strip());
                if (text(execution, "runOnConfiguration").equals("true")) {
                    configured.add(goal.getTextContent().strip());
                }
            }
        }
        assertThat(run).containsExactlyInAnyOrderElementsOf(GOALS);
        assertThat(configured).containsExactlyInAnyOrder("generate", "generate-test");
    }
}
