package io.homeiq.homeassistant.automation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What YAML can say and a JSON-like tree cannot, kept in the tree so that it is written back unchanged. A value with a
 * tag, such as {@code !secret door_code}, is a mapping with the tag as its only key; a key that is no text, such as
 * {@code 1:}, is the text {@code !!int 1}.
 */
final class YamlTags {

    private YamlTags() {}

    static boolean isTagged(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().iterator().next() instanceof String key
                && key.startsWith("!")
                && key.indexOf(' ') < 0;
    }

    static Map<String, @Nullable Object> tagged(String tag, @Nullable Object value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(tag, value);
        return tree;
    }

    /** The text that stands for a key which is no text. */
    static String key(String type, String spelling) {
        return "!!" + type + " " + spelling;
    }

    static boolean isTypedKey(String key) {
        return key.startsWith("!!") && key.indexOf(' ') > 0;
    }

    /** The type of such a key. */
    static String typeOf(String typedKey) {
        return typedKey.substring(2, typedKey.indexOf(' '));
    }

    /** How such a key is spelled in YAML. */
    static String spelling(String typedKey) {
        return typedKey.substring(typedKey.indexOf(' ') + 1);
    }
}
