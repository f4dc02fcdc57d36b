package io.homeiq.replay.automation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the services that an automation calls by name. */
public final class NamedServices {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+\\.[a-z0-9_]+");

    private NamedServices() {}

    /** Those anywhere in a tree, without Home Assistant's own for automations. */
    public static Set<String> in(@Nullable Object tree) {
        Set<String> names = new HashSet<>();
        collect(tree, names);
        return names;
    }

    private static void collect(@Nullable Object node, Set<String> names) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    boolean isCall = ("action".equals(key) || "service".equals(key)) && value instanceof String;
                    if (!isCall) {
                        collect(value, names);
                    } else if (NAME.matcher((String) value).matches()
                            && !value.toString().startsWith("automation.")) {
                        names.add(value.toString());
                    }
                });
            case List<?> list -> list.forEach(entry -> collect(entry, names));
            case null, default -> {
                // Nothing is called here.
            }
        }
    }
}
