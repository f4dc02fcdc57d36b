package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.source.SourceException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The scripts of a home, for whoever wants to know what an automation does by calling one.
 *
 * @param byName their trees by the name that they are called by, {@code good_night} for {@code script.good_night}
 */
public record Scripts(Map<String, Verbatim> byName) {

    /** None that is known: what a script does cannot be told. */
    public static final Scripts NONE = new Scripts(Map.of());

    public Scripts {
        byName = Map.copyOf(byName);
    }

    /** The steps of a script; empty if it is not known. */
    Optional<Object> sequence(String name) {
        return Optional.ofNullable(byName.get(name))
                .flatMap(script -> Optional.ofNullable(script.tree().get("sequence")));
    }

    /**
     * Those of a file: a {@code scripts.yaml}, or what stands or is included below {@code script:} in a configuration or package. A file
     * that holds none, or no YAML, gives none.
     *
     * @throws SourceException if the file, or one that it includes, cannot be read at all
     */
    public static Scripts read(Path file) {
        Map<String, Object> root = mapping(file);
        Object below = root.get("script");
        if (below instanceof Map<?, ?> map && YamlTags.isTagged(map)) {
            return included(file, map);
        }
        return new Scripts(scripts(below instanceof Map<?, ?> map ? AutomationTree.keyedByText(map) : root));
    }

    /** Those of a tree that has each below its name; what has no steps is left out. */
    public static Scripts of(Verbatim trees) {
        return new Scripts(scripts(trees.tree()));
    }

    /** These and others; of two of one name, the other counts. */
    public Scripts and(Scripts more) {
        Map<String, Verbatim> all = new LinkedHashMap<>(byName);
        all.putAll(more.byName);
        return new Scripts(all);
    }

    private static Scripts included(Path file, Map<?, ?> tagged) {
        String tag = String.valueOf(tagged.keySet().iterator().next());
        String place = String.valueOf(tagged.get(tag));
        Map<String, Verbatim> all = new LinkedHashMap<>();
        for (Path named : Includes.fresh().named(file, tag, place)) {
            // A folder has a file for each script, or files of several.
            Map<String, Object> root = mapping(named);
            String name = String.valueOf(named.getFileName()).replaceAll("\\.ya?ml$", "");
            all.putAll(root.containsKey("sequence") ? Map.of(name, new Verbatim(copy(root))) : scripts(root));
        }
        return new Scripts(all);
    }

    private static Map<String, Verbatim> scripts(Map<String, ? extends @Nullable Object> root) {
        Map<String, Verbatim> found = new LinkedHashMap<>();
        root.forEach((name, script) -> {
            if (script instanceof Map<?, ?> map && map.containsKey("sequence")) {
                found.put(name, new Verbatim(AutomationTree.keyedByText(map)));
            }
        });
        return found;
    }

    private static Map<String, @Nullable Object> copy(Map<String, Object> root) {
        return new LinkedHashMap<>(root);
    }

    private static Map<String, Object> mapping(Path file) {
        try {
            YamlReader reader = new YamlReader();
            Optional<Node> root = reader.compose(AutomationYaml.textOf(file));
            Map<String, Object> known = new LinkedHashMap<>();
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                reader.mapping(mapping).forEach((key, value) -> {
                    if (value != null) {
                        known.put(key, value);
                    }
                });
            }
            return known;
        } catch (YamlEngineException | NotAnAutomation noYaml) {
            return Map.of();
        }
    }
}
