package dev.normc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The version of this build. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        try (InputStream version = Version.class.getResourceAsStream("version.txt")) {
            return new String[] {"normc " + new String(version.readAllBytes(), StandardCharsets.UTF_8).strip()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
