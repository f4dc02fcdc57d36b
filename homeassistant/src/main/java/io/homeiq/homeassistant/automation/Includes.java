package io.homeiq.homeassistant.automation;

import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Follows {@code !include} and its like from file to file, each file once. For one reading, in one thread. */
final class Includes {

    /** Files of one home. */
    private static final int MAX_FILES = 10_000;

    /** Folders within folders. */
    private static final int MAX_DEPTH = 20;

    private final Set<Path> seen;

    /** @param seen files that were read before are passed over, and those that are read now are added */
    Includes(Set<Path> seen) {
        this.seen = seen;
    }

    static Includes fresh() {
        return new Includes(new HashSet<>());
    }

    /** Whether the file was not read before. */
    boolean enter(Path file) {
        if (seen.size() >= MAX_FILES) {
            throw new SourceException(
                    Kind.UNKNOWN_FORMAT, file + ": more than " + MAX_FILES + " files; check the path");
        }
        return seen.add(file.toAbsolutePath().normalize());
    }

    /**
     * The files that a tag names, in Home Assistant's order.
     *
     * @param from the file that it stands in
     * @return empty for a tag that includes nothing
     * @throws SourceException if what it names is not there
     */
    List<Path> named(Path from, String tag, String place) {
        if (!tag.startsWith("!include")) {
            return List.of();
        }
        Path target = target(from, place);
        if (tag.equals("!include")) {
            return List.of(target);
        }
        try (Stream<Path> files = Files.walk(target, MAX_DEPTH)) {
            return files.filter(Includes::isYaml)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new SourceException(
                    Kind.MISSING, from + ": " + tag + " " + place + " cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    private static Path target(Path from, String place) {
        try {
            return from.toAbsolutePath().resolveSibling(place.strip());
        } catch (InvalidPathException e) {
            throw new SourceException(Kind.MISSING, from + ": " + place + " is no path", e);
        }
    }

    private static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml"))
                && !name.startsWith(".")
                && !name.startsWith("secrets.");
    }
}
