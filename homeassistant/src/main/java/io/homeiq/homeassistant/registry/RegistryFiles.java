package io.homeiq.homeassistant.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry from files: one JSON object with its sections, or the folder {@code .storage} of Home Assistant's
 * configuration. Of the accounts only names and kinds are read, no tokens.
 */
public final class RegistryFiles {

    /** A file of a large home takes a few million bytes. */
    private static final long MAX_BYTES = 64L << 20;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<String> SECTIONS = List.of("areas", "devices", "entities", "users", "config");

    /** Where the sections stand in {@code .storage}; the configuration is the whole of its file. */
    private record Stored(
            String file, String section, @Nullable String field) {}

    private static final List<Stored> STORED = List.of(
            new Stored("core.area_registry", "areas", "areas"),
            new Stored("core.device_registry", "devices", "devices"),
            new Stored("core.entity_registry", "entities", "entities"),
            new Stored("auth", "users", "users"),
            new Stored("core.config", "config", null));

    private RegistryFiles() {}

    /**
     * Reads a file, a folder {@code .storage}, or a configuration folder that has one.
     *
     * @throws SourceException if there is none of these, or what it says cannot be
     */
    public static HomeRegistry read(Path path) {
        if (!Files.exists(path)) {
            throw new SourceException(Kind.MISSING, path + ": no such file or folder; check the path");
        }
        ObjectNode sections = JsonNodeFactory.instance.objectNode();
        if (Files.isDirectory(path)) {
            addFolder(path, sections);
        } else {
            addFile(path, sections);
        }
        try {
            return RegistryJson.parse(sections);
        } catch (SourceException invalid) {
            throw new SourceException(invalid.kind(), path + ": " + invalid.getMessage(), invalid);
        }
    }

    private static void addFolder(Path folder, ObjectNode sections) {
        Path storage = folder.resolve(".storage");
        Path place = Files.isDirectory(storage) ? storage : folder;
        for (Stored stored : STORED) {
            Path file = place.resolve(stored.file());
            if (Files.exists(file)) {
                addStored(stored, tree(file), sections);
            }
        }
        if (sections.isEmpty()) {
            throw new SourceException(
                    Kind.UNKNOWN_FORMAT,
                    folder + ": holds no core.entity_registry and the like; give Home Assistant's folder .storage, or "
                            + "a JSON file with " + String.join(", ", SECTIONS));
        }
    }

    private static void addFile(Path file, ObjectNode sections) {
        JsonNode tree = tree(file);
        String key = JsonFields.text(tree, "key");
        for (Stored stored : STORED) {
            if (stored.file().equals(key)) {
                addStored(stored, tree, sections);
            }
        }
        for (String section : SECTIONS) {
            if (tree.has(section)) {
                sections.set(section, tree.get(section));
            }
        }
        if (sections.isEmpty()) {
            throw new SourceException(
                    Kind.UNKNOWN_FORMAT,
                    file + ": no registry; give a JSON object with " + String.join(", ", SECTIONS)
                            + ", or Home Assistant's folder .storage");
        }
    }

    private static void addStored(Stored stored, JsonNode document, ObjectNode sections) {
        JsonNode data = document.path("data");
        JsonNode section = stored.field() == null ? data : data.path(stored.field());
        if (!section.isMissingNode()) {
            sections.set(stored.section(), section);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new SourceException(Kind.UNKNOWN_FORMAT, file + ": too large for a registry; check the path");
            }
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            String message = file + ": invalid JSON" + where + "; export it again";
            throw new SourceException(Kind.DAMAGED, message, broken);
        } catch (IOException failed) {
            String message = file + ": cannot be read (" + failed + "); check its permissions and the disk";
            throw new SourceException(Kind.INACCESSIBLE, message, failed);
        }
    }
}
