package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Automations as YAML: the file {@code automations.yaml}, a single automation, or a package of Home Assistant's
 * configuration, whose {@code automation:} keys are read. Includes and secrets are kept as they stand, not followed. A
 * blueprint, a script or any other configuration holds no automations.
 */
public final class AutomationYaml {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationYaml.class);

    private AutomationYaml() {}

    /**
     * The automations of a file, in its order. Entries that cannot be read are left out with a warning in the log.
     *
     * @throws SourceException if the file as a whole cannot be read
     */
    public static List<Automation> read(Path file) {
        return read(file, broken -> LOG.warn("{}: {}", file, broken.message()));
    }

    /** Like {@link #read(Path)}, but tells the caller of each entry that was left out. */
    public static List<Automation> read(Path file, Consumer<BrokenAutomation> broken) {
        return new AutomationFile(file.toString(), broken).read(textOf(file));
    }

    /** Like {@link #read(Path)}, of text at hand. */
    public static List<Automation> read(String yaml) {
        return read(yaml, broken -> LOG.warn("{}", broken.message()));
    }

    /** Like {@link #read(Path, Consumer)}, of text at hand. */
    public static List<Automation> read(String yaml, Consumer<BrokenAutomation> broken) {
        return new AutomationFile("automations", broken).read(yaml);
    }

    private static String textOf(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new SourceException(Kind.UNKNOWN_FORMAT, file + ": a folder; name the files in it one by one");
            }
            if (Files.size(file) > YamlReader.MAX_CHARACTERS) {
                throw new SourceException(Kind.UNKNOWN_FORMAT, file + ": too large for automations; check the path");
            }
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException missing) {
            throw new SourceException(Kind.MISSING, file + ": no such file; check the path", missing);
        } catch (MalformedInputException notUtf8) {
            throw new SourceException(Kind.UNKNOWN_FORMAT, file + ": the text is not UTF-8; save it as UTF-8", notUtf8);
        } catch (IOException failed) {
            String message = file + ": cannot be read (" + failed + "); check its permissions and the disk";
            throw new SourceException(Kind.INACCESSIBLE, message, failed);
        }
    }

    /**
     * The text of an {@code automations.yaml} with these, in today's spelling. Texts that could be taken for something
     * else, such as "on" and "06:45:00", are quoted. The same automations give the same text.
     */
    public static String write(List<Automation> automations) {
        return new YamlWriter()
                .write(automations.stream().map(AutomationTree::write).toList());
    }
}
