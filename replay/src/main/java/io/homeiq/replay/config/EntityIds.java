package io.homeiq.replay.config;

import io.homeiq.replay.value.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Home Assistant takes for the id of an entity or the name of a service, and for a list of them. */
public final class EntityIds {

    private static final Pattern VALID =
            Pattern.compile("(?!.+__)(?!_)[0-9a-z_]+(?<!_)\\.(?!_)[0-9a-z_]+(?<!_)", Pattern.DOTALL);
    private static final Pattern HELPER = Pattern.compile("input_(?:select|text|number|boolean|datetime)\\..*");

    private EntityIds() {}

    public static boolean isValid(String id) {
        return VALID.matcher(id).matches();
    }

    /** An input helper, whose state a state condition compares with. */
    public static boolean isHelper(@Nullable Object value) {
        return value instanceof String text && HELPER.matcher(text).matches() && isValid(text);
    }

    public static String domainOf(String id) {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }

    /** In lower case, or null if it is none. */
    public static @Nullable String one(@Nullable Object value) {
        if (value == null || value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return null;
        }
        String id = PlainText.of(value).toLowerCase(Locale.ROOT);
        return isValid(id) ? id : null;
    }

    /** One id, several with commas between them, or a list (of a mapping, its keys); null if any of them is none. */
    public static @Nullable List<String> several(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        Collection<?> given = switch (value) {
            case String text ->
                Stream.of(text.split(",", -1)).map(String::strip).toList();
            case List<?> list -> list;
            case Map<?, ?> map -> map.keySet();
            default -> null;
        };
        if (given == null) {
            return null;
        }
        for (Object entry : given) {
            String id = one(entry);
            if (id == null) {
                return null;
            }
            ids.add(id);
        }
        return ids;
    }

    /** The only id of a text, of one of some domains, or null. */
    public static @Nullable String oneOf(@Nullable Object value, Collection<String> domains) {
        return value instanceof String ? only(value, domains) : null;
    }

    /** The only id of a text or a list, of one of some domains, or null. */
    public static @Nullable String only(@Nullable Object value, Collection<String> domains) {
        List<String> ids = several(value);
        return ids != null && ids.size() == 1 && domains.contains(domainOf(ids.getFirst())) ? ids.getFirst() : null;
    }
}
