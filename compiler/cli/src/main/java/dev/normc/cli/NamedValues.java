package dev.normc.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Options of the form {@code NAME=VALUE}, each name once. */
final class NamedValues {
    private NamedValues() {}

    /**
     * The values by name, in the order given.
     *
     * @param values for each a name, and after the first {@code =} the value
     * @throws ParameterException if one has no name or no value, or a name stands twice
     */
    static Map<String, String> of(CommandSpec command, String option, List<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String value : values) {
            int at = value.indexOf('=');
            if (at < 1 || at == value.length() - 1) {
                throw new ParameterException(
                        command.commandLine(), "`" + option + " " + value + "` is not of the form NAME=VALUE");
            }
            String name = value.substring(0, at);
            if (named.put(name, value.substring(at + 1)) != null) {
                throw new ParameterException(command.commandLine(), "`" + option + "` gives `" + name + "` twice");
            }
        }
        return named;
    }
}
