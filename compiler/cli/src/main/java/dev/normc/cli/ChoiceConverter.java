package dev.normc.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;

/** Reads a constant of an enum in small letters, as help and messages write it. */
final class ChoiceConverter<E extends Enum<E>> implements CommandLine.ITypeConverter<E> {
    private final Class<E> type;

    ChoiceConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelling(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("`" + value + "` is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(ChoiceConverter::spelling)
                                        .toList())));
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
