package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final @Nullable Path file;
    private final Includes includes;
    private final List<Automation> automations = new ArrayList<>();
    private final List<Verbatim> trees = new ArrayList<>();

    /** @param file where the text comes from; null: what it includes cannot be followed */
    AutomationFile(String name, Consumer<BrokenAutomation> broken, @Nullable Path file, Includes includes) {
        this.name = name;
        this.broken = broken;
        this.file = file;
        this.includes = includes;
    }

    List<Automation> read(String marked) {
        String text = marked.startsWith("\uFEFF") ? marked.substring(1) : marked;
        try {
            YamlReader reader = new YamlReader();
            reader.compose(text).ifPresent(root -> readRoot(reader, root, 0));
        } catch (YamlEngineException noYaml) {
            readPieces(text, noYaml);
        }
        return automations;
    }

    /** The same entries as they stand, also those that the rule model does not take. */
    List<Verbatim> readTrees(String text) {
        read(text);
        return trees;
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
            if (key.equals("homeassistant") && tuple.getValueNode() instanceof MappingNode core) {
                readPackages(reader, core, linesBefore);
            }
            if (!key.equals("automation") && !key.startsWith("automation ")) {
                continue;
            }
            switch (tuple.getValueNode()) {
                case SequenceNode list -> readList(reader, list, linesBefore);
                case MappingNode entry -> readEntry(reader, entry, linesBefore);
                case ScalarNode scalar -> follow(key, scalar, linesBefore);
                default -> {}
            }
        }
    }

    private void readPackages(YamlReader reader, MappingNode core, int linesBefore) {
        for (NodeTuple tuple : core.getValue()) {
            if (!keyOf(tuple).equals("packages")) {
                continue;
            }
            if (tuple.getValueNode() instanceof ScalarNode scalar) {
                follow("packages", scalar, linesBefore);
            } else if (tuple.getValueNode() instanceof MappingNode packages) {
                for (NodeTuple each : packages.getValue()) {
                    switch (each.getValueNode()) {
                        case MappingNode inner -> readPackage(reader, inner, linesBefore);
                        case ScalarNode scalar -> follow(keyOf(each), scalar, linesBefore);
                        default -> {}
                    }
                }
            }
        }
    }

    private void follow(String key, ScalarNode scalar, int linesBefore) {
        String tag = scalar.getTag().getValue();
        if (!tag.startsWith("!")) {
            return;
        }
        if (file == null) {
            report(key, scalar, linesBefore, tag + " " + scalar.getValue() + " is not followed; give that file too");
            return;
        }
        try {
            for (Path named : includes.named(file, tag, scalar.getValue())) {
                include(named);
            }
        } catch (SourceException lost) {
            report(key, scalar, linesBefore, String.valueOf(lost.getMessage()));
        }
    }

    /** A file that is included may be empty. */
    private void include(Path named) {
        if (!Files.exists(named) || includes.enter(named)) {
            String text = AutomationYaml.textOf(named);
            automations.addAll(new AutomationFile(named.toString(), broken, named, includes).read(text));
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
            trees.add(new Verbatim(tree.get()));
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
