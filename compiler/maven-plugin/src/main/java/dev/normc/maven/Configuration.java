package dev.normc.maven;

import dev.normc.compiler.check.Suggestion;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What an execution of the plugin is given, with the places where it is written. */
final class Configuration {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(normc\\.[\\w.]+)}");

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final Path pom;

    Configuration(MavenSession session, MavenProject project, MojoExecution execution, Path pom) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.pom = pom;
    }

    /** Where the plugin stands. */
    Place plugin() {
        return Optional.ofNullable(project.getPlugin(key()))
                .flatMap(plugin -> place(plugin.getLocation(""), "plugin"))
                .orElse(Place.of(pom));
    }

    /** A parameter, with the value of its property where it is not written; empty if it has none. */
    Optional<Element> parameter(String name) {
        return Optional.ofNullable(execution.getConfiguration())
                .map(configuration -> configuration.getChild(name))
                .map(dom -> element(dom, plugin()));
    }

    /** The text of a parameter, empty if it has none. */
    Value value(String name) {
        return parameter(name).map(Element::value).orElseGet(() -> new Value("", plugin()));
    }

    /** Elements that are no parameters of any goal. */
    List<Problem> unknownParameters() {
        PluginDescriptor descriptor = execution.getMojoDescriptor().getPluginDescriptor();
        Set<String> known = descriptor.getMojos().stream()
                .flatMap(mojo -> mojo.getParameters() == null ? Stream.empty() : mojo.getParameters().stream())
                .filter(parameter -> parameter.isEditable())
                .map(Parameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Problem> unknown = new ArrayList<>();
        written().stream().flatMap(dom -> Arrays.stream(dom.getChildren())).forEach(dom -> {
            if (!known.contains(dom.getName())) {
                unknown.add(place(dom.getInputLocation(), dom.getName())
                        .orElse(plugin())
                        .warning(
                                "`<" + dom.getName() + ">` is no parameter of " + descriptor.getArtifactId(),
                                Suggestion.nearest(dom.getName(), known)
                                        .map(near -> "  = hint: did you mean `<" + near + ">`?")
                                        .orElse("")));
            }
        });
        return unknown;
    }

    private String key() {
        return execution.getGroupId() + ":" + execution.getArtifactId();
    }

    private Optional<Xpp3Dom> written() {
        Optional<Plugin> plugin = Optional.ofNullable(project.getPlugin(key()));
        return plugin.map(each -> each.getExecutionsAsMap().get(execution.getExecutionId()))
                .map(PluginExecution::getConfiguration)
                .or(() -> plugin.map(Plugin::getConfiguration))
                .map(Xpp3Dom.class::cast);
    }

    private Element element(Xpp3Dom dom, Place above) {
        Matcher property = PROPERTY.matcher(dom.getValue() == null ? "" : dom.getValue());
        Place place = place(dom.getInputLocation(), dom.getName())
                .or(() -> property.matches() ? Optional.of(property(property.group(1))) : Optional.empty())
                .orElse(above);
        List<Element> children = Arrays.stream(dom.getChildren())
                .map(child -> element(child, place))
                .toList();
        return new Element(dom.getName(), text(dom), children, place);
    }

    private String text(Xpp3Dom dom) {
        String text = dom.getValue() == null ? "" : dom.getValue();
        Object value = text.contains("${") ? evaluated(text) : text;
        String usual = dom.getAttribute("default-value");
        return value != null ? value.toString() : usual == null ? "" : usual;
    }

    private Object evaluated(String text) {
        try {
            return new PluginParameterExpressionEvaluator(session, execution).evaluate(text);
        } catch (ExpressionEvaluationException e) {
            return text;
        }
    }

    /** Where a property gets its value. */
    private Place property(String name) {
        if (session.getUserProperties().containsKey(name)) {
            return Place.option(name);
        }
        return Optional.ofNullable(project.getModel().getLocation("properties"))
                .map(properties -> properties.getLocation(name))
                .flatMap(location -> place(location, name))
                .orElse(Place.of(pom));
    }

    /**
     * A place as Maven remembers it.
     *
     * @param location of classes that differ between Maven 3 and 4, with the same methods; null where there is none
     */
    private static Optional<Place> place(Object location, String element) {
        Optional<Path> file = call(location, "getSource")
                .flatMap(source -> call(source, "getLocation"))
                .flatMap(text -> file(text.toString()));
        Optional<Integer> line = call(location, "getLineNumber").map(Integer.class::cast);
        Optional<Integer> column = call(location, "getColumnNumber").map(Integer.class::cast);
        return file.isPresent() && line.isPresent() && column.isPresent() && line.get() > 0
                ? Optional.of(Place.of(file.get(), line.get(), column.get(), element))
                : Optional.empty();
    }

    /** A path in Maven 3, a URI in Maven 4. */
    private static Optional<Path> file(String text) {
        try {
            Path path = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
            return Optional.of(path).filter(Files::isRegularFile);
        } catch (IllegalArgumentException noSuchPath) {
            return Optional.empty();
        }
    }

    private static Optional<Object> call(Object target, String method) {
        try {
            return target == null
                    ? Optional.empty()
                    : Optional.ofNullable(target.getClass().getMethod(method).invoke(target));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }
}
