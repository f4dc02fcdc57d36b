package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.jinja.Access;
import io.homeiq.homeassistant.template.python.Equality;
import io.homeiq.homeassistant.template.python.Generator;
import io.homeiq.homeassistant.template.python.Group;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.Order;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Strings;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Tuple;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Filters that go through several values. */
final class Sequences {

    private Sequences() {}

    static void register(Registry registry) {
        registry.filter("list", "value", call -> Iteration.list(call.get(0)));
        registry.filter("length", "value", call -> Values.length(call.get(0)));
        registry.filter("count", "value", call -> Values.length(call.get(0)));
        registry.filter("first", "seq", call -> {
            var items = Iteration.over(call.get(0));
            return items.hasNext() ? items.next() : new Undefined("No first item, sequence was empty.");
        });
        registry.filter("last", "seq", call -> {
            var items = reversible(call.get(0));
            return items.isEmpty() ? new Undefined("No last item, sequence was empty.") : items.get(items.size() - 1);
        });
        registry.filter("reverse", "value", call -> reversed(call.get(0)));
        registry.filter("join", "value d? attribute?", Sequences::joined);
        registry.filter("sort", "value reverse? case_sensitive? attribute?", Sequences::sorted);
        registry.filter("unique", "value case_sensitive? attribute?", Sequences::unique);
        registry.filter("sum", "iterable attribute? start?", call -> {
            var items = Iteration.list(call.get(0));
            items.replaceAll(attribute(call.or(1, None.NONE), None.NONE)::apply);
            return MathFunctions.sum(items, call.or(2, 0L));
        });
        registry.filter("batch", "value linecount fill_with?", Sequences::batches);
        registry.filter("slice", "value slices fill_with?", Sequences::slices);
        registry.filter("groupby", "value attribute default? case_sensitive?", Sequences::grouped);
        registry.filter("dictsort", "value case_sensitive? by? reverse?", Sequences::dictionary);
        registry.filter("items", "value", call -> items(call.get(0)));
        extreme(registry, "min", Order.LESS);
        extreme(registry, "max", Order.GREATER);
    }

    /** What {@code attribute='a.b.0'} looks up; the value itself where none is given. */
    static Function<Object, Object> attribute(Object attribute, Object otherwise) {
        if (attribute == None.NONE) {
            return value -> value;
        }
        var parts = attribute instanceof String path
                ? Strings.replace(path, ".", "\n", -1)
                        .lines()
                        .map(Sequences::part)
                        .toList()
                : List.of(attribute);
        return value -> {
            var found = value;
            for (var part : parts) {
                found = Access.item(found, part);
                if (otherwise != None.NONE && found instanceof Undefined) {
                    found = otherwise;
                }
            }
            return found;
        };
    }

    private static Object part(String part) {
        return !part.isEmpty() && part.chars().allMatch(Character::isDigit) ? (Object) Long.valueOf(part) : part;
    }

    private static Function<Object, Object> key(Registry.Call call, int caseSensitive, int attribute) {
        var found = attribute(call.or(attribute, None.NONE), None.NONE);
        var exact = Values.isTrue(call.or(caseSensitive, false));
        return value -> folded(found.apply(value), exact);
    }

    private static Object folded(Object value, boolean exact) {
        return !exact && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    private static List<Object> reversible(Object value) {
        if (value instanceof Generator || value instanceof Set<?>) {
            throw PythonError.type("'" + Values.typeName(value) + "' object is not reversible");
        }
        return Iteration.list(value);
    }

    private static Object reversed(Object value) {
        var items = Iteration.list(value);
        Collections.reverse(items);
        if (value instanceof String) {
            return String.join("", items.stream().map(Text::str).toList());
        }
        return value instanceof Generator ? items : new Generator(items.iterator());
    }

    private static Object joined(Registry.Call call) {
        var separator = Text.str(call.or(1, ""));
        var found = attribute(call.or(2, None.NONE), None.NONE);
        var text = new StringBuilder();
        for (var items = Iteration.over(call.get(0)); items.hasNext(); ) {
            text.append(Text.str(found.apply(items.next()))).append(items.hasNext() ? separator : "");
            Strings.bound(text.length());
        }
        return text.toString();
    }

    private static Object sorted(Registry.Call call) {
        var attribute = call.or(3, None.NONE);
        var exact = Values.isTrue(call.or(2, false));
        var keys = attribute instanceof String paths
                ? List.of(paths.split(",", -1)).stream()
                        .map(path -> attribute(path, None.NONE))
                        .toList()
                : List.of(attribute(attribute, None.NONE));
        var items = Iteration.list(call.get(0));
        var byItem = new ArrayList<Map.Entry<List<Object>, Object>>();
        for (var item : items) {
            byItem.add(Map.entry(
                    keys.stream().map(key -> folded(key.apply(item), exact)).toList(), item));
        }
        Comparator<Map.Entry<List<Object>, Object>> order = (a, b) -> Order.ascending(a.getKey(), b.getKey());
        byItem.sort(Values.isTrue(call.or(1, false)) ? (a, b) -> order.compare(b, a) : order);
        return new ArrayList<>(byItem.stream().map(Map.Entry::getValue).toList());
    }

    private static Object unique(Registry.Call call) {
        var key = key(call, 1, 2);
        var seen = new LinkedHashMap<Object, Object>();
        for (var item : Iteration.list(call.get(0))) {
            seen.putIfAbsent(Equality.key(key.apply(item)), item);
        }
        return new Generator(new ArrayList<>(seen.values()).iterator());
    }

    private static void extreme(Registry registry, String name, Order better) {
        registry.filter(
                name,
                "value case_sensitive? attribute?",
                call -> extreme(Iteration.list(call.get(0)), better, key(call, 1, 2)));
        registry.global(name, "value case_sensitive? attribute? *", call -> {
            var items = new ArrayList<Object>();
            items.add(call.get(0));
            for (var i = 1; i <= 2; i++) {
                if (call.has(i)) {
                    items.add(call.get(i));
                }
            }
            items.addAll(call.arguments().rest());
            if (items.size() > 1) {
                return extreme(items, better, value -> folded(value, false));
            }
            return extreme(Iteration.list(call.get(0)), better, value -> folded(value, false));
        });
    }

    private static Object extreme(List<Object> items, Order better, Function<Object, Object> key) {
        if (items.isEmpty()) {
            return new Undefined("No aggregated item, sequence was empty.");
        }
        var best = items.get(0);
        var bestKey = key.apply(best);
        for (var item : items.subList(1, items.size())) {
            var itemKey = key.apply(item);
            if (better.holds(itemKey, bestKey)) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }

    private static Object batches(Registry.Call call) {
        var size = (int) Numbers.index(call.get(1));
        var fill = call.or(2, None.NONE);
        var batches = new ArrayList<Object>();
        var batch = new ArrayList<Object>();
        for (var item : Iteration.list(call.get(0))) {
            if (batch.size() == size) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            Strings.bound(size);
            while (fill != None.NONE && batch.size() < size) {
                batch.add(fill);
            }
            batches.add(batch);
        }
        return new Generator(batches.iterator());
    }

    private static Object slices(Registry.Call call) {
        var items = Iteration.list(call.get(0));
        var count = (int) Numbers.index(call.get(1));
        if (count == 0) {
            throw PythonError.zeroDivision("integer division or modulo by zero");
        }
        Strings.bound(Math.max(0, count));
        var slices = new ArrayList<Object>();
        var from = 0;
        for (var i = 0; i < count; i++) {
            var isLonger = i < items.size() % count;
            var to = from + items.size() / count + (isLonger ? 1 : 0);
            var slice = new ArrayList<>(items.subList(from, to));
            if (call.or(2, None.NONE) != None.NONE && !isLonger) {
                slice.add(call.get(2));
            }
            slices.add(slice);
            from = to;
        }
        return new Generator(slices.iterator());
    }

    private static Object grouped(Registry.Call call) {
        var found = attribute(call.get(1), call.or(2, None.NONE));
        var exact = Values.isTrue(call.or(3, false));
        var items = Iteration.list(call.get(0));
        Comparator<Object> order =
                (a, b) -> Order.ascending(folded(found.apply(a), exact), folded(found.apply(b), exact));
        items.sort(order);
        var groups = new ArrayList<Object>();
        var group = new ArrayList<Object>();
        for (var item : items) {
            if (!group.isEmpty()
                    && !Equality.equal(folded(found.apply(group.get(0)), exact), folded(found.apply(item), exact))) {
                groups.add(new Group(found.apply(group.get(0)), group));
                group = new ArrayList<>();
            }
            group.add(item);
        }
        if (!group.isEmpty()) {
            groups.add(new Group(found.apply(group.get(0)), group));
        }
        return groups;
    }

    private static Object dictionary(Registry.Call call) {
        var by = call.or(2, "key").equals("value") ? 1 : 0;
        var exact = Values.isTrue(call.or(1, false));
        if (call.get(0) instanceof Undefined undefined) {
            throw undefined.error();
        }
        var items = Iteration.list(items(call.get(0)));
        Comparator<Object> order =
                (a, b) -> Order.ascending(folded(((Tuple) a).get(by), exact), folded(((Tuple) b).get(by), exact));
        items.sort(Values.isTrue(call.or(3, false)) ? (a, b) -> order.compare(b, a) : order);
        return items;
    }

    private static Object items(Object value) {
        if (value instanceof Undefined) {
            return new Generator(Collections.emptyIterator());
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw PythonError.type("Can only get item pairs from a mapping.");
        }
        var items = new ArrayList<Object>();
        map.forEach((key, item) -> items.add(Tuple.of(Values.of(key), Values.of(item))));
        return new Generator(items.iterator());
    }
}
