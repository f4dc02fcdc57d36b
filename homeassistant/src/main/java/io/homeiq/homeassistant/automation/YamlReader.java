package io.homeiq.homeassistant.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads YAML as Home Assistant does (YAML 1.1, the last of equal keys counts, {@code <<} merges) into JSON-like trees.
 * Tags are kept, see {@link YamlTags}. Aliases become copies, up to a bound.
 */
final class YamlReader {

    /** Values of one document, aliases counted as often as they are used. */
    private static final int MAX_VALUES = 1_000_000;

    /** Characters of one document. */
    static final int MAX_CHARACTERS = 32 << 20;

    /** Uses of a list or mapping that was named before. */
    private static final int MAX_ALIASES = 10_000;

    private static final int MAX_DEPTH = 200;
    private static final String MERGE = "<<";
    private static final String TIMESTAMP = Tag.PREFIX + "timestamp";

    private final LoadSettings settings = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(MAX_CHARACTERS)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .build();
    private int values;
    private int depth;

    /**
     * The outermost node of the only document; nothing if it is empty.
     *
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the text is no YAML
     */
    Optional<Node> compose(String text) {
        return new Compose(settings).composeString(text);
    }

    /** The line that the node begins in, from 1. */
    static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The tree of a node. */
    @Nullable
    Object tree(Node node) {
        values++;
        if (values > MAX_VALUES || depth > MAX_DEPTH) {
            throw new NotAnAutomation("is nested too deep or too large");
        }
        depth++;
        try {
            Object value = switch (node) {
                case MappingNode mapping -> mapping(mapping);
                case SequenceNode sequence -> sequence(sequence);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new NotAnAutomation("holds a node of YAML that is not known");
            };
            return isCustom(node.getTag()) ? YamlTags.tagged(node.getTag().getValue(), value) : value;
        } finally {
            depth--;
        }
    }

    private static boolean isCustom(Tag tag) {
        return tag.getValue().startsWith("!") && tag.getValue().length() > 1;
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (isCustom(scalar.getTag())) {
            return text;
        }
        return switch (scalar.getTag().getValue()) {
            case "tag:yaml.org,2002:str" -> scalar.isPlain() ? YamlScalars.resolve(text) : text;
            case "tag:yaml.org,2002:int",
                    "tag:yaml.org,2002:float",
                    "tag:yaml.org,2002:bool",
                    "tag:yaml.org,2002:null" -> YamlScalars.resolve(text);
            case TIMESTAMP -> YamlTags.tagged("!!timestamp", text);
            default -> text;
        };
    }

    private List<@Nullable Object> sequence(SequenceNode sequence) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            list.add(tree(entry));
        }
        return list;
    }

    /** The fields of a mapping. */
    Map<String, @Nullable Object> mapping(MappingNode mapping) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple.getKeyNode());
            if (key.equals(MERGE) && tuple.getKeyNode() instanceof ScalarNode scalar && scalar.isPlain()) {
                merge(tree(tuple.getValueNode()), merged);
            } else {
                own.put(key, tree(tuple.getValueNode()));
            }
        }
        if (merged.isEmpty()) {
            return own;
        }
        merged.putAll(own);
        return merged;
    }

    /** Earlier mappings of a merge win over later ones. */
    private static void merge(@Nullable Object source, Map<String, @Nullable Object> target) {
        for (Object entry : Values.list(source)) {
            if (entry instanceof Map<?, ?> map) {
                AutomationTree.keyedByText(map).forEach(target::putIfAbsent);
            }
        }
    }

    private static String key(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw new NotAnAutomation("has a key that is no plain value");
        }
        boolean isText = !scalar.isPlain() && scalar.getTag().equals(Tag.STR);
        return isText || isCustom(scalar.getTag()) ? scalar.getValue() : YamlScalars.key(scalar.getValue());
    }
}
