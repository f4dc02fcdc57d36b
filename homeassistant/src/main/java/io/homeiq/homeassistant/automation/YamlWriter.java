package io.homeiq.homeassistant.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Writes JSON-like trees as YAML that old and new readers understand alike: whatever could be taken for something other
 * than text is quoted. The same tree gives the same bytes.
 */
final class YamlWriter {

    /** Wide enough that no line is folded. */
    private static final int WIDTH = 1 << 16;

    private final DumpSettings settings = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setUseUnicodeEncoding(true)
            .setSplitLines(false)
            .setWidth(WIDTH)
            .setMaxSimpleKeyLength(1_024)
            .setDereferenceAliases(true)
            .build();

    String write(List<? extends Map<String, @Nullable Object>> trees) {
        Node root = node(trees);
        String text = new Present(settings)
                .emitToString(new Serialize(settings).serializeOne(root).iterator());
        // Old YAML takes these for line ends, new YAML does not. They only stand between double quotes here.
        return text.replace("\u0085", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static Node node(@Nullable Object value) {
        return switch (value) {
            case null -> plain(Tag.NULL, "null");
            case Boolean flag -> plain(Tag.BOOL, flag.toString());
            case Double number -> real(number);
            case Float number -> real(number.doubleValue());
            case Number number -> plain(Tag.INT, number.toString());
            case Map<?, ?> map -> YamlTags.isTagged(map) ? tagged(map) : mapping(map, Tag.MAP);
            case List<?> list -> sequence(list, Tag.SEQ);
            case String text -> text(text, Tag.STR);
            default ->
                throw new IllegalArgumentException(
                        "a tree holds text, numbers, booleans, lists and mappings, was: " + value.getClass());
        };
    }

    /** YAML 1.1 wants a point and the sign of an exponent. */
    private static Node real(double number) {
        String text = Double.toString(number).toLowerCase(Locale.ROOT);
        int exponent = text.indexOf('e');
        boolean isSigned = exponent >= 0 && text.charAt(exponent + 1) == '-';
        return plain(Tag.FLOAT, exponent < 0 || isSigned ? text : text.replace("e", "e+"));
    }

    private static Node plain(Tag tag, String text) {
        return new ScalarNode(tag, text, ScalarStyle.PLAIN);
    }

    private static Node text(String text, Tag tag) {
        ScalarStyle style = ScalarStyle.DOUBLE_QUOTED;
        if (YamlScalars.isPlainText(text)) {
            style = ScalarStyle.PLAIN;
        } else if (text.strip().indexOf('\n') >= 0 && text.chars().allMatch(YamlWriter::isPlainlyPrintable)) {
            style = ScalarStyle.LITERAL;
        }
        return new ScalarNode(tag, text, style);
    }

    /** Whether every YAML shows the character as itself in a text of several lines. */
    private static boolean isPlainlyPrintable(int character) {
        return character == '\n'
                || character == '\t'
                || character >= ' ' && character < 0x7F
                || character > 0x9F && character != 0x2028 && character != 0x2029 && character != 0xFEFF;
    }

    private static Node tagged(Map<?, ?> map) {
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String name = String.valueOf(only.getKey());
        Tag tag = new Tag(name.startsWith("!!") ? Tag.PREFIX + name.substring(2) : name);
        return switch (only.getValue()) {
            case Map<?, ?> value -> mapping(value, tag);
            case List<?> value -> sequence(value, tag);
            case null -> plain(tag, "");
            default ->
                name.startsWith("!!")
                        ? plain(tag, String.valueOf(only.getValue()))
                        : text(String.valueOf(only.getValue()), tag);
        };
    }

    private static Node mapping(Map<?, ?> map, Tag tag) {
        List<NodeTuple> tuples = new ArrayList<>();
        map.forEach((key, value) -> tuples.add(new NodeTuple(key(String.valueOf(key)), node(value))));
        return new MappingNode(tag, tuples, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node key(String key) {
        return YamlTags.isTypedKey(key)
                ? plain(new Tag(Tag.PREFIX + YamlTags.typeOf(key)), YamlTags.spelling(key))
                : text(key, Tag.STR);
    }

    private static Node sequence(List<?> list, Tag tag) {
        List<Node> nodes = new ArrayList<>();
        list.forEach(value -> nodes.add(node(value)));
        return new SequenceNode(tag, nodes, list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }
}
