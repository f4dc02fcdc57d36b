package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the automations in one text of YAML and reads as many of them as can be read. */
final class AutomationFile {

    private final String name;
    private final Consumer<BrokenAutomation> broken;
    private final List<Automation> automations = new ArrayList<>();

    AutomationFile(String name, Consumer<BrokenAutomation> broken) {
        this.name = name;
        this.broken = broken;
    }

    List<Automation> read(String text) {
        try {
            YamlReader reader = new YamlReader();
            reader.compose(text).ifPresent(root -> readRoot(reader, root, 0));
        } catch (YamlEngineException noYaml) {
            readPieces(text, noYaml);
        }
        return automations;
    }

    /** Where the text as a whole is no YAML, the fault lies in one entry of a list, and the others are read alone. */
    private void readPieces(String text, YamlEngineException fault) {
        List<String> lines = text.lines().toList();
        List<Integer> starts = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith("- ") || lines.get(line).equals("-")) {
                starts.add(line);
            }
        }
        if (starts.size() < 2) {
            String message = name + ": no YAML, line " + (lineOf(fault) + 1) + ": " + reasonOf(fault) + "; correct it";
            throw new SourceException(Kind.DAMAGED, message, fault);
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            readPiece(String.join("\n", lines.subList(starts.get(i), end)), starts.get(i));
        }
    }

    private void readPiece(String piece, int line) {
        try {
            YamlReader reader = new YamlReader();
            reader.compose(piece).ifPresent(root -> readRoot(reader, root, line));
        } catch (YamlEngineException fault) {
            String reason = "no YAML, line " + (line + lineOf(fault) + 1) + ": " + reasonOf(fault);
            broken.accept(new BrokenAutomation("without a name", line + 1, reason));
        }
    }

    private static int lineOf(YamlEngineException fault) {
        return fault instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark().map(mark -> mark.getLine()).orElse(0)
                : 0;
    }

    private static String reasonOf(YamlEngineException fault) {
        String reason = fault instanceof MarkedYamlEngineException marked ? marked.getProblem() : fault.getMessage();
        return reason == null ? "unreadable" : reason.lines().findFirst().orElse("unreadable");
    }

    private void readRoot(YamlReader reader, Node root, int linesBefore) {
        switch (root) {
            case SequenceNode list -> readList(reader, list, linesBefore);
            case MappingNode mapping -> {
                if (isAutomation(mapping)) {
                    readEntry(reader, mapping, linesBefore);
                } else {
                    readPackage(reader, mapping, linesBefore);
                }
            }
            default ->
                throw new SourceException(
                        Kind.UNKNOWN_FORMAT, name + ": no automations but a single value; give an automations.yaml");
        }
    }

    private static boolean isAutomation(MappingNode mapping) {
        boolean isAutomation = false;
        for (NodeTuple tuple : mapping.getValue()) {
            switch (keyOf(tuple)) {
                case "blueprint" -> {
                    return false;
                }
                case "trigger", "triggers", "use_blueprint" -> isAutomation = true;
                default -> {}
            }
        }
        return isAutomation;
    }

    private static String keyOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }

    /** Home Assistant takes several such keys in one file, told apart by a word behind them. */
    private void readPackage(YamlReader reader, MappingNode mapping, int linesBefore) {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = keyOf(tuple);
            if (!key.equals("automation") && !key.startsWith("automation ")) {
                continue;
            }
            switch (tuple.getValueNode()) {
                case SequenceNode list -> readList(reader, list, linesBefore);
                case MappingNode entry -> readEntry(reader, entry, linesBefore);
                case ScalarNode scalar -> reportInclude(key, scalar, linesBefore);
                default -> {}
            }
        }
    }

    private void reportInclude(String key, ScalarNode scalar, int linesBefore) {
        String tag = scalar.getTag().getValue();
        if (tag.startsWith("!")) {
            report(key, scalar, linesBefore, tag + " " + scalar.getValue() + " is not followed; give that file too");
        }
    }

    private void readList(YamlReader reader, SequenceNode list, int linesBefore) {
        list.getValue().forEach(entry -> readEntry(reader, entry, linesBefore));
    }

    private void readEntry(YamlReader reader, Node entry, int linesBefore) {
        Optional<Map<String, @Nullable Object>> tree = Optional.empty();
        try {
            if (!(entry instanceof MappingNode mapping)) {
                throw new NotAnAutomation("is not a mapping");
            }
            tree = Optional.of(reader.mapping(mapping));
            automations.add(AutomationTree.readOrRefuse(tree.get()));
        } catch (NotAnAutomation refused) {
            String known = tree.map(AutomationTree::nameOf).orElse("without a name");
            report(known, entry, linesBefore, String.valueOf(refused.getMessage()));
        }
    }

    private void report(String entryName, Node node, int linesBefore, String reason) {
        broken.accept(new BrokenAutomation(entryName, linesBefore + YamlReader.lineOf(node), reason));
    }
}
