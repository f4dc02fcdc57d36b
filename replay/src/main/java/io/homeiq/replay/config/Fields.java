package io.homeiq.replay.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one element, each of which is asked for at most once; a key that nobody asked for is refused. */
public final class Fields {

    private final String name;
    private final Map<String, @Nullable Object> left;

    private Fields(String name, Map<String, @Nullable Object> left) {
        this.name = name;
        this.left = left;
    }

    /**
     * The keys of an element.
     *
     * @param name what the element is, for messages
     * @throws RefusedException if the element is no mapping
     */
    public static Fields of(String name, @Nullable Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            throw new RefusedException(name + ": expected a dictionary");
        }
        Map<String, @Nullable Object> left = new LinkedHashMap<>();
        map.forEach((key, value) -> left.put(String.valueOf(key), value));
        return new Fields(name, left);
    }

    public String name() {
        return name;
    }

    public boolean has(String key) {
        return left.containsKey(key);
    }

    /** Looks at a value that stays. */
    public @Nullable Object peek(String key) {
        return left.get(key);
    }

    /** The value or null, which also stands for a key that is not there. */
    public @Nullable Object take(String key) {
        return left.remove(key);
    }

    /**
     * The value of a key that has to be there.
     *
     * @throws RefusedException if the key is not there
     */
    public @Nullable Object need(String key) {
        if (!has(key)) {
            throw refuse("required key not provided: " + key);
        }
        return take(key);
    }

    /**
     * A text, or null if the key is not there.
     *
     * @throws RefusedException if it is there and no text; null if it is not there
     */
    public @Nullable String text(String key) {
        if (!has(key)) {
            return null;
        }
        return take(key) instanceof String text ? text : textRefused(key);
    }

    private String textRefused(String key) {
        throw refuse("expected str at " + key);
    }

    public void put(String key, @Nullable Object value) {
        left.put(key, value);
    }

    /** Whatever is left is of no interest. */
    public void clear() {
        left.clear();
    }

    /** Takes an older name for a key where the newer one is not there. */
    public void rename(String older, String newer) {
        if (has(older)) {
            if (has(newer)) {
                throw refuse(
                        "Cannot specify both '" + older + "' and '" + newer + "'. Please use '" + newer + "' only.");
            }
            left.put(newer, take(older));
        }
    }

    /** What stands under {@code options} counts as standing beside it, if nothing but the given keys does. */
    public void unfoldOptions(Set<String> common) {
        if (peek("options") instanceof Map<?, ?> options
                && left.keySet().stream().allMatch(key -> key.equals("options") || common.contains(key))) {
            take("options");
            options.forEach((key, value) -> left.put(String.valueOf(key), value));
        }
    }

    /**
     * All keys have been asked for.
     *
     * @throws RefusedException if a key is left that nobody asked for
     */
    public void end() {
        if (!left.isEmpty()) {
            throw refuse("not a valid option: " + left.keySet().iterator().next());
        }
    }

    public RefusedException refuse(String reason) {
        return new RefusedException(name + ": " + reason);
    }

    /** A list as it is, nothing as an empty one, all else as a list of one. */
    public static List<@Nullable Object> list(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        if (value instanceof List<?> values) {
            list.addAll(values);
        } else if (value != null) {
            list.add(value);
        }
        return list;
    }
}
