package io.homeiq.service.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schemas of the contracts into a document that must stand alone: a reference such as
 * {@code urn:homeiq:schema:pattern:1#/$defs/evidence} becomes {@code #/components/schemas/pattern.evidence}, and the component is added with all
 * that it refers to. There an object has no fields but those that are told, so that nothing is answered that is not described.
 */
final class ContractSchemas {

    private static final String ROOT = "urn:homeiq:schema:";
    private static final String VERSION = ":1";
    private static final String PART = "#/$defs/";
    private static final String COMPONENT = "#/components/schemas/";
    private static final String REFERENCE = "$ref";

    private final Map<String, Map<String, @Nullable Object>> files = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> components = new TreeMap<>();

    /** What was brought in so far, by its name. */
    Map<String, @Nullable Object> components() {
        return components;
    }

    /** A deep copy in which references to schemas of the contracts lead to components. */
    @Nullable
    Object resolve(@Nullable Object value) {
        return copy(value, null);
    }

    /** @param file in which it stands; null: in the document itself */
    private @Nullable Object copy(@Nullable Object value, @Nullable String file) {
        return switch (value) {
            case List<?> list -> {
                List<@Nullable Object> members = Tree.list(list);
                members.replaceAll(member -> copy(member, file));
                yield members;
            }
            case Map<?, ?> map -> copyOfObject(Tree.object(map), file);
            case null -> null;
            default -> value;
        };
    }

    private Map<String, @Nullable Object> copyOfObject(Map<String, @Nullable Object> object, @Nullable String file) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put(
                key, key.equals(REFERENCE) && value instanceof String to ? reference(to, file) : copy(value, file)));
        if (file != null) {
            List.of("$id", "$schema", "$defs").forEach(copy::remove);
            close(copy);
        }
        return copy;
    }

    private static void close(Map<String, @Nullable Object> schema) {
        if ("object".equals(schema.get("type")) && schema.containsKey("properties")) {
            schema.putIfAbsent("additionalProperties", false);
        }
    }

    private String reference(String to, @Nullable String file) {
        if (to.startsWith(PART) && file != null) {
            return component(file, to.substring(PART.length()));
        }
        if (!to.startsWith(ROOT)) {
            return to;
        }
        int hash = to.indexOf('#');
        String name = to.substring(ROOT.length(), hash < 0 ? to.length() : hash);
        String other = name.substring(0, name.length() - VERSION.length());
        return component(other, hash < 0 ? "" : to.substring(hash + PART.length()));
    }

    private String component(String file, String part) {
        String name = file.replace(':', '.') + (part.isEmpty() ? "" : "." + part);
        if (!components.containsKey(name)) {
            // Stands there before its parts are looked at, since a schema may refer to itself.
            components.put(name, Map.of());
            Map<String, @Nullable Object> whole =
                    files.computeIfAbsent(file, any -> Tree.read("/schema/" + file.replace(':', '/') + ".json"));
            Object wanted =
                    part.isEmpty() ? whole : Tree.object(whole.get("$defs")).get(part);
            if (wanted == null) {
                throw new IllegalStateException("the schema " + file + " has no part " + part);
            }
            components.put(name, copy(wanted, file));
        }
        return COMPONENT + name;
    }
}
