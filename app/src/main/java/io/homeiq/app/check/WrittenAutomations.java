package io.homeiq.app.check;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.automation.ConductReader;
import io.homeiq.homeassistant.automation.Scripts;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.mining.safety.conduct.Conduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The automations of a home from its files; a folder stands for all the YAML in it.
 *
 * @param conducts what each does, named with the file that it stands in
 * @param leftOut what could not be read, one line each
 */
public record WrittenAutomations(List<Conduct> conducts, List<String> leftOut) {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenAutomations.class);

    /** Files of one home. */
    private static final int MAX_FILES = 10_000;

    public WrittenAutomations {
        conducts = List.copyOf(conducts);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads them in order, with the scripts that stand beside them.
     *
     * @throws SourceException if a file that was named cannot be read at all
     */
    public static WrittenAutomations read(List<Path> places, HomeRegistry home) {
        ConductReader reader = new ConductReader(home, scripts(places));
        List<Conduct> conducts = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path place : places) {
            boolean isFolder = Files.isDirectory(place);
            for (Path file : isFolder ? within(place) : List.of(place)) {
                String name = isFolder ? place.relativize(file).toString() : String.valueOf(file.getFileName());
                try {
                    for (Automation automation :
                            AutomationYaml.read(file, broken -> leftOut.add(name + ": " + broken.message()), seen)) {
                        conducts.add(reader.read(automation, name));
                    }
                } catch (SourceException unreadable) {
                    if (!isFolder) {
                        throw unreadable;
                    }
                    leftOut.add(String.valueOf(unreadable.getMessage()));
                }
            }
        }
        return new WrittenAutomations(conducts, leftOut);
    }

    private static Scripts scripts(List<Path> places) {
        Scripts all = Scripts.NONE;
        for (Path place : places) {
            for (Path file : Files.isDirectory(place) ? within(place) : List.of(place)) {
                try {
                    all = all.and(Scripts.read(file));
                } catch (SourceException unreadable) {
                    LOG.debug("no scripts are known of {}: {}", file, unreadable.getMessage());
                }
            }
        }
        return all;
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isYaml(file) && Files.isRegularFile(file))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new SourceException(
                    SourceException.Kind.INACCESSIBLE, folder + ": cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    private static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
