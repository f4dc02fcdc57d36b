package io.homeiq.replay.core;

import io.homeiq.replay.config.RefusedException;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.Scope;
import io.homeiq.replay.template.TemplateTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Variables as an automation defines them: each may use those before it. */
public record Definitions(Map<String, TemplateTree> values) {

    public static final Definitions NONE = new Definitions(Map.of());

    /**
     * Variables as they stand in an automation.
     *
     * @throws RefusedException if it is no mapping from names
     */
    public static Definitions read(@Nullable Object value, Compiler compiler) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new RefusedException("variables: expected a dictionary");
        }
        Map<String, TemplateTree> values = new LinkedHashMap<>();
        map.forEach((name, definition) -> values.put(String.valueOf(name), compiler.tree(definition)));
        return new Definitions(values);
    }

    /** Those of this one, in which the others' replace and follow. */
    public Definitions and(Definitions others) {
        Map<String, TemplateTree> both = new LinkedHashMap<>(values);
        both.putAll(others.values());
        return new Definitions(both);
    }

    /**
     * The given variables and, where they do not have the name, those defined here.
     *
     * @param scope makes of variables what a template sees
     * @throws io.homeiq.replay.fault.Fault if a template fails or is not supported
     */
    public Map<String, @Nullable Object> addTo(
            Map<String, @Nullable Object> given, Function<Map<String, @Nullable Object>, Scope> scope) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
        values.forEach((name, definition) -> {
            if (!all.containsKey(name)) {
                all.put(name, definition.render(scope.apply(all)));
            }
        });
        return all;
    }

    /**
     * Only those defined here; the given ones serve to reckon them.
     *
     * @throws io.homeiq.replay.fault.Fault if a template fails or is not supported
     */
    public Map<String, @Nullable Object> render(
            Map<String, @Nullable Object> given, Function<Map<String, @Nullable Object>, Scope> scope) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
        Map<String, @Nullable Object> rendered = new LinkedHashMap<>();
        values.forEach((name, definition) -> {
            Object value = definition.render(scope.apply(all));
            rendered.put(name, value);
            all.put(name, value);
        });
        return rendered;
    }
}
