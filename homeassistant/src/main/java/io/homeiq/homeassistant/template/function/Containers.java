package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.jinja.Namespace;
import io.homeiq.homeassistant.template.jinja.Render;
import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.Dictionaries;
import io.homeiq.homeassistant.template.python.Generator;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Range;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Tuple;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.ValueSet;
import io.homeiq.homeassistant.template.python.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Making lists, sets, dictionaries and functions. */
final class Containers {

    private Containers() {}

    static void register(Registry registry) {
        registry.global("range", "start stop? step?", Containers::range);
        registry.rawGlobal("dict", (render, positional, named) -> dictionary(positional, named));
        registry.rawGlobal("namespace", (render, positional, named) -> {
            var values = new LinkedHashMap<String, Object>();
            dictionary(positional, named).forEach((key, value) -> values.put(Text.str(key), value));
            return new Namespace(values);
        });
        registry.global(
                "set", "value?", call -> call.has(0) ? ValueSet.of(Iteration.list(call.get(0))) : new ValueSet());
        registry.global("tuple", "value", call -> new Tuple(Iteration.list(call.get(0))));
        registry.rawGlobal("zip", (render, positional, named) -> zip(positional));
        registry.both(
                "flatten",
                "value levels?",
                call -> flat(
                        call.get(0), call.or(1, None.NONE) == None.NONE ? Long.MAX_VALUE : Numbers.index(call.get(1))));
        sets(registry);
        registry.raw("combine", Containers::combined).rawGlobal("combine", Containers::combined);
        registry.filter("is_defined", "value", call -> {
            if (call.get(0) instanceof Undefined undefined) {
                throw undefined.error();
            }
            return call.get(0);
        });
        registry.raw("apply", Containers::applied).rawGlobal("apply", Containers::applied);
        registry.both("as_function", "macro", call -> function(callable(call.get(0))));
    }

    private static Object applied(Render render, List<Object> positional, Map<String, Object> named) {
        if (positional.size() < 2) {
            throw PythonError.type("apply() missing a required argument: 'fn'");
        }
        var arguments = new ArrayList<>(positional);
        return callable(arguments.remove(1)).call(arguments, named);
    }

    private static Callable callable(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(value instanceof Callable callable)) {
            throw PythonError.type("'" + Values.typeName(value) + "' object is not callable");
        }
        return callable;
    }

    /** A macro that hands its value to {@code returns}, as a function. */
    private static Callable function(Callable macro) {
        return (positional, named) -> {
            var result = new AtomicReference<Object>(None.NONE);
            Callable returns = (values, unused) -> {
                result.set(values.get(0));
                return values.get(0);
            };
            var all = new LinkedHashMap<>(named);
            all.put("returns", returns);
            macro.call(positional, all);
            return result.get();
        };
    }

    private static Object range(Registry.Call call) {
        var first = Numbers.index(call.get(0));
        if (!call.has(1)) {
            return new Range(0, first, 1);
        }
        return new Range(first, Numbers.index(call.get(1)), Numbers.index(call.or(2, 1L)));
    }

    private static Map<Object, Object> dictionary(List<Object> positional, Map<String, Object> named) {
        var map = new LinkedHashMap<Object, Object>();
        for (var value : positional) {
            if (value instanceof Map<?, ?> given) {
                map.putAll(Dictionaries.copy(given));
            } else {
                for (var pair : Iteration.list(value)) {
                    var parts = Iteration.list(pair);
                    if (parts.size() != 2) {
                        throw PythonError.value("dictionary update sequence element has another length than 2");
                    }
                    Dictionaries.put(map, parts.get(0), parts.get(1));
                }
            }
        }
        map.putAll(named);
        return map;
    }

    private static Object zip(List<Object> sequences) {
        var columns = sequences.stream().map(Iteration::list).toList();
        var length = columns.stream().mapToInt(List::size).min().orElse(0);
        var rows = new ArrayList<Object>();
        for (var i = 0; i < length; i++) {
            var at = i;
            rows.add(new Tuple(columns.stream().map(column -> column.get(at)).toList()));
        }
        return new Generator(rows.iterator());
    }

    private static List<Object> flat(Object value, long levels) {
        var flat = new ArrayList<Object>();
        for (var item : sequence(value, "flatten")) {
            if (Iteration.isIterable(item) && !(item instanceof String) && levels >= 1) {
                flat.addAll(flat(item, levels == Long.MAX_VALUE ? levels : levels - 1));
            } else {
                flat.add(item);
            }
        }
        return flat;
    }

    private static List<Object> sequence(Object value, String function) {
        if (!Iteration.isIterable(value) || value instanceof String) {
            throw PythonError.type(function + " expected a list, got " + Values.typeName(value));
        }
        return Iteration.list(value);
    }

    private static void sets(Registry registry) {
        for (var name : List.of("intersect", "difference", "union", "symmetric_difference")) {
            registry.both(name, "value other", call -> {
                var left = ValueSet.of(sequence(call.get(0), name));
                var right = ValueSet.of(sequence(call.get(1), name));
                var all = new ArrayList<Object>();
                if (name.equals("intersect")) {
                    var swapped = right.size() > left.size();
                    (swapped ? left : right)
                            .stream().filter((swapped ? right : left)::contains).forEach(all::add);
                    return all;
                }
                left.stream()
                        .filter(item -> name.equals("union") || !right.contains(item))
                        .forEach(all::add);
                if (!name.equals("difference")) {
                    right.stream().filter(item -> !left.contains(item)).forEach(all::add);
                }
                return all;
            });
        }
    }

    private static Object combined(Render render, List<Object> positional, Map<String, Object> named) {
        if (positional.isEmpty()) {
            throw PythonError.type("combine expected at least 1 argument, got 0");
        }
        if (Values.isTrue(named.getOrDefault("recursive", false))) {
            throw new Unsupported("combine with recursive");
        }
        var all = new LinkedHashMap<Object, Object>();
        for (var value : positional) {
            if (!(value instanceof Map<?, ?> map)) {
                throw PythonError.type("combine expected a dict, got " + Values.typeName(value));
            }
            map.forEach((key, item) -> Dictionaries.put(all, Values.of(key), Values.of(item)));
        }
        return all;
    }
}
