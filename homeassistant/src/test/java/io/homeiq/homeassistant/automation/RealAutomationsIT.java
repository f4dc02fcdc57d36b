package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.testing.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The automations of real homes, in the spellings of many years, which lie beside the checkout where there are any. */
class RealAutomationsIT {

    private static final Path BESIDE_CHECKOUT = Path.of("shared", "data", "automations");

    /** Words that are only spelled otherwise today, and what stands for nothing. */
    private static final Set<String> RESPELLED = Set.of(
            "trigger",
            "condition",
            "action",
            "platform",
            "service",
            "data_template",
            "data",
            "metadata",
            "scene",
            "and",
            "or",
            "not",
            "match",
            "all",
            "enabled",
            "continue_on_error",
            "minutes",
            "seconds",
            "hours",
            "milliseconds",
            "days",
            "description");

    @Test
    void readWithoutLossAndReadBackEqual() {
        for (Path file : files()) {
            // Given
            List<BrokenAutomation> broken = new ArrayList<>();

            // When
            List<Automation> automations = AutomationYaml.read(file, broken::add);
            String written = AutomationYaml.write(automations);

            // Then
            assertThat(broken).as("%s", file).isEmpty();
            assertThat(AutomationYaml.read(written)).as("%s", file).isEqualTo(automations);
            assertThat(AutomationYaml.write(AutomationYaml.read(written)))
                    .as("%s", file)
                    .isEqualTo(written);
        }
    }

    @Test
    void loseNoWord() {
        int count = 0;
        for (Path file : files()) {
            List<Map<String, @Nullable Object>> originals = originals(file);
            List<Automation> automations = AutomationYaml.read(file);
            assertThat(automations).as("%s", file).hasSameSizeAs(originals);
            for (int i = 0; i < originals.size(); i++) {
                // Given
                Set<String> before = words(originals.get(i));

                // When
                Set<String> after = words(AutomationTree.write(automations.get(i)));

                // Then
                before.removeAll(after);
                assertThat(before)
                        .as("%s, %s", file, automations.get(i).alias())
                        .isEmpty();
                count++;
            }
        }
        assertThat(count).isGreaterThan(100);
    }

    /** The automations of a file as trees, found without the code under test that understands them. */
    static List<Map<String, @Nullable Object>> originals(Path file) {
        YamlReader reader = new YamlReader();
        Node root = reader.compose(text(file)).orElseThrow();
        List<Node> entries = new ArrayList<>();
        if (root instanceof SequenceNode list) {
            entries.addAll(list.getValue());
        } else if (root instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                            && key.getValue().matches("automation( .*)?"))
                    .forEach(tuple -> entries.addAll(
                            tuple.getValueNode() instanceof SequenceNode list
                                    ? list.getValue()
                                    : List.of(tuple.getValueNode())));
            boolean isBlueprint =
                    text(file).contains("\nblueprint:") || text(file).startsWith("blueprint:");
            if (!isBlueprint && text(file).contains("\ntrigger")) {
                entries.add(root);
            }
        }
        return entries.stream()
                .map(entry -> reader.mapping((MappingNode) entry))
                .toList();
    }

    /** Every text of a tree, in small pieces, since lists of ids with commas become lists; numbers and times are respelled. */
    private static Set<String> words(@Nullable Object tree) {
        Set<String> words = new HashSet<>();
        switch (tree) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    words.addAll(words(key));
                    words.addAll(words(value));
                });
            case List<?> list -> list.forEach(value -> words.addAll(words(value)));
            case String text ->
                words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z_]+")));
            case null -> {}
            default -> {}
        }
        words.removeAll(RESPELLED);
        words.remove("");
        return words;
    }

    static List<Path> files() {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(parent -> parent != null)
                .map(parent -> parent.resolve(BESIDE_CHECKOUT))
                .filter(Files::isDirectory)
                .findFirst();
        Path found = RealParts.fromEnvironment()
                .need("the folder of real automations", folder, "put it beside the checkout as " + BESIDE_CHECKOUT);
        try (Stream<Path> files = Files.walk(found)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + found, unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
