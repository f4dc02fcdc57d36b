package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.jinja.Library;
import io.homeiq.homeassistant.template.jinja.Render;
import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Unsupported;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Home Assistant's functions, filters and tests: those that we have, and the names of all others. */
public final class Builtins implements Library {

    private static final Set<String> FUNCTIONS_BEYOND = names("""
            area_devices area_entities area_id area_name areas atan2 closest config_entry_attr config_entry_id cycler
            device_attr device_entities device_id device_name distance entity_name floor_areas floor_entities floor_id
            floor_name floors integration_entities is_device_attr is_hidden_entity issue issues joiner label_areas
            label_description label_devices label_entities label_id label_name labels lipsum merge_response pack remap
            shuffle state_attr_translated state_translated unpack urlencode version""");

    private static final Set<String> FILTERS_BEYOND = names("""
            area_devices area_entities area_id area_name atan2 base64_decode closest config_entry_attr config_entry_id
            device_attr device_entities device_id device_name e entity_name escape filesizeformat floor_areas
            floor_entities floor_id floor_name forceescape from_hex integration_entities issue label_areas
            label_description label_devices label_entities label_id label_name labels pack pprint random remap safe
            shuffle state_attr_translated state_translated striptags unpack urlize version wordwrap xmlattr""");

    private static final Set<String> TESTS_BEYOND = names("apply is_device_attr is_hidden_entity");

    private final Map<String, Filter> filters;
    private final Map<String, Filter> tests;
    private final Map<String, Registry.Global> globals;

    public Builtins() {
        var registry = new Registry();
        Conversions.register(registry);
        MathFunctions.register(registry);
        Statistics.register(registry);
        Sequences.register(registry);
        Mapping.register(registry);
        Tests.register(registry);
        TextFilters.register(registry);
        Coding.register(registry);
        Containers.register(registry);
        TimeFunctions.register(registry);
        HomeFunctions.register(registry);
        filters = Map.copyOf(registry.filters());
        tests = Map.copyOf(registry.tests());
        globals = Map.copyOf(registry.globals());
    }

    private static Set<String> names(String names) {
        return new HashSet<>(Arrays.asList(names.split("\\s+")));
    }

    @Override
    public @Nullable Filter filter(String name) {
        return filters.get(name);
    }

    @Override
    public @Nullable Filter test(String name) {
        return tests.get(name);
    }

    @Override
    public boolean isFilterBeyond(String name) {
        return FILTERS_BEYOND.contains(name);
    }

    @Override
    public boolean isTestBeyond(String name) {
        return TESTS_BEYOND.contains(name);
    }

    @Override
    public Object global(Render render, String name) {
        var global = globals.get(name);
        if (global != null) {
            return global.value(render);
        }
        if (FUNCTIONS_BEYOND.contains(name)) {
            return (Callable) (List<Object> positional, Map<String, Object> named) -> {
                throw new Unsupported(name + "()");
            };
        }
        return Undefined.name(name);
    }
}
