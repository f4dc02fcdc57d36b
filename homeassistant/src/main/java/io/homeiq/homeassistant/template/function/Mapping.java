package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.jinja.Library;
import io.homeiq.homeassistant.template.jinja.Render;
import io.homeiq.homeassistant.template.python.Generator;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code map}, {@code select}, {@code reject} and their like: filters and tests on each of several values, when asked for. */
final class Mapping {

    private Mapping() {}

    static void register(Registry registry) {
        registry.raw("map", Mapping::mapped);
        selecting(registry, "select", false, true);
        selecting(registry, "reject", false, false);
        selecting(registry, "selectattr", true, true);
        selecting(registry, "rejectattr", true, false);
    }

    private static Object mapped(Render render, List<Object> positional, Map<String, Object> named) {
        if (!Values.isTrue(positional.get(0))) {
            return new Generator(Collections.emptyIterator());
        }
        var function = function(render, positional, new LinkedHashMap<>(named));
        return new Generator(Iteration.map(Iteration.over(positional.get(0)), item -> {
            render.step();
            return function.apply(item);
        }));
    }

    private static Function<Object, Object> function(
            Render render, List<Object> positional, Map<String, Object> named) {
        if (positional.size() == 1 && named.containsKey("attribute")) {
            var attribute = Objects.requireNonNull(named.remove("attribute"));
            var otherwise = named.remove("default");
            if (!named.isEmpty()) {
                throw PythonError.value("Unexpected keyword argument '"
                        + named.keySet().iterator().next() + "'");
            }
            return Sequences.attribute(attribute, otherwise == null ? None.NONE : otherwise);
        }
        if (positional.size() == 1) {
            throw PythonError.value("map requires a filter argument");
        }
        var name = Text.str(positional.get(1));
        var rest = positional.subList(2, positional.size());
        return item -> filter(render.library(), name).apply(render, with(item, rest), named);
    }

    /** Found when the first item comes: without items Jinja does not miss it. */
    private static Library.Filter filter(Library library, String name) {
        var filter = library.filter(name);
        if (filter == null && library.isFilterBeyond(name)) {
            throw new Unsupported("|" + name);
        }
        if (filter == null) {
            throw Render.missing("filter", name);
        }
        return filter;
    }

    private static Library.Filter test(Library library, String name) {
        var test = library.test(name);
        if (test == null && library.isTestBeyond(name)) {
            throw new Unsupported("is " + name);
        }
        if (test == null) {
            throw Render.missing("test", name);
        }
        return test;
    }

    private static List<Object> with(Object item, List<Object> rest) {
        var all = new ArrayList<Object>();
        all.add(item);
        all.addAll(rest);
        return all;
    }

    private static void selecting(Registry registry, String name, boolean byAttribute, boolean keep) {
        registry.raw(name, (render, positional, named) -> {
            if (!Values.isTrue(positional.get(0))) {
                return new Generator(Collections.emptyIterator());
            }
            var first = byAttribute ? 2 : 1;
            if (positional.size() < first) {
                throw PythonError.value("Missing parameter for attribute name");
            }
            var looked = Sequences.attribute(byAttribute ? positional.get(1) : None.NONE, None.NONE);
            var test = test(render, positional.subList(first, positional.size()), named);
            return new Generator(
                    kept(render, Iteration.over(positional.get(0)), item -> test.test(looked.apply(item)) == keep));
        });
    }

    private static Predicate<Object> test(Render render, List<Object> arguments, Map<String, Object> named) {
        if (arguments.isEmpty()) {
            return Values::isTrue;
        }
        var name = Text.str(arguments.get(0));
        var rest = arguments.subList(1, arguments.size());
        return item -> Values.isTrue(test(render.library(), name).apply(render, with(item, rest), named));
    }

    private static Iterator<Object> kept(Render render, Iterator<Object> items, Predicate<Object> condition) {
        return new Iterator<>() {
            private @Nullable Object ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && items.hasNext()) {
                    render.step();
                    var item = items.next();
                    ahead = condition.test(item) ? item : null;
                }
                return ahead != null;
            }

            @Override
            public Object next() {
                if (!hasNext() || ahead == null) {
                    throw new NoSuchElementException();
                }
                var item = ahead;
                ahead = null;
                return item;
            }
        };
    }
}
