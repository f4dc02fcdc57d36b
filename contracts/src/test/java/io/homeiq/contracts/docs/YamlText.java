package io.homeiq.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes JSON trees as YAML in blocks. Whatever could be read as something else than a text is quoted as in JSON, which YAML allows. */
final class YamlText {

    /** Texts and keys that nothing takes for a number, a time, a word of YAML or a mark. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    static String of(JsonNode tree) {
        YamlText yaml = new YamlText();
        yaml.block(tree, 0);
        return yaml.text.toString();
    }

    private void block(JsonNode node, int depth) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                text.append("  ".repeat(depth)).append(scalar(field.getKey())).append(':');
                child(field.getValue(), depth + 1);
            }
            return;
        }
        for (JsonNode item : node) {
            text.append("  ".repeat(depth)).append('-');
            if (isBlock(item) && item.isObject()) {
                int start = text.length();
                block(item, depth + 1);
                // The first field stands behind the dash.
                text.delete(start, start + 2 * (depth + 1)).insert(start, ' ');
            } else {
                child(item, depth + 1);
            }
        }
    }

    private void child(JsonNode node, int depth) {
        if (isBlock(node)) {
            text.append('\n');
            block(node, depth);
        } else if (node.isTextual()) {
            text.append(' ').append(scalar(node.asText())).append('\n');
        } else {
            text.append(' ').append(node).append('\n');
        }
    }

    private static boolean isBlock(JsonNode node) {
        return node.isContainerNode() && !node.isEmpty();
    }

    private static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !WORD.matcher(value).matches();
        return plain ? value : TextNode.valueOf(value).toString();
    }
}
