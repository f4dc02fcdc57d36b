package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Automations as YAML: the file {@code automations.yaml}, a single automation, or a package of Home Assistant's
 * configuration, whose {@code automation:} keys and packages are read. From a file, what these include is read too; of a text that is
 * not possible. Within an automation, includes and secrets are kept as they stand. A
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
        return read(file, broken, new HashSet<>());
    }

    /**
     * Like {@link #read(Path, Consumer)}, for several files that may include each other.
     *
     * @param seen files that were read already, which are passed over; those that are read now are added
     */
    public static List<Automation> read(Path file, Consumer<BrokenAutomation> broken, Set<Path> seen) {
        Includes includes = new Includes(seen);
        if (Files.exists(file) && !includes.enter(file)) {
            return List.of();
        }
        return new AutomationFile(file.toString(), broken, file, includes).read(textOf(file));
    }

    /** Like {@link #read(Path)}, of text at hand. */
    public static List<Automation> read(String yaml) {
        return read(yaml, broken -> LOG.warn("{}", broken.message()));
    }

    /** Like {@link #read(Path, Consumer)}, of text at hand. */
    public static List<Automation> read(String yaml, Consumer<BrokenAutomation> broken) {
        return new AutomationFile("automations", broken, null, Includes.fresh()).read(yaml);
    }

    /** The automations of a file as they stand there, in any spelling, whether or not Home Assistant would load them. */
    public static List<Verbatim> readTrees(Path file) {
        Includes includes = Includes.fresh();
        includes.enter(file);
        return new AutomationFile(file.toString(), broken -> {}, file, includes).readTrees(textOf(file));
    }

    /** Like {@link #readTrees(Path)}, of text at hand. */
    public static List<Verbatim> readTrees(String yaml) {
        return new AutomationFile("automations", broken -> {}, null, Includes.fresh()).readTrees(yaml);
    }

    static String textOf(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new SourceException(Kind.UNKNOWN_FORMAT, file + ": a folder; name the files in it one by one");
            }
            if (Files.size(file) > YamlReader.MAX_CHARACTERS) {
                throw new SourceException(Kind.UNKNOWN_FORMAT, file + ": too large for automations; check the path");
            }
            return Files.readString(file);
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
