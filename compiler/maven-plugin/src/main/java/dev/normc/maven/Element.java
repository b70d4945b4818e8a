package dev.normc.maven;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An element of the configuration.
 *
 * @param text what stands in it where it has no children
 */
record Element(String name, String text, List<Element> children, Place place) {

    Element {
        children = List.copyOf(children);
    }

    /** Its text; that of its children, where it has some, parted by commas. */
    Value value() {
        return new Value(
                children.isEmpty() ? text : children.stream().map(Element::text).collect(Collectors.joining(",")),
                place);
    }
}
