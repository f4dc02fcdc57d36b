package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.jinja.Render;
import io.homeiq.homeassistant.template.python.Arithmetic;
import io.homeiq.homeassistant.template.python.Equality;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.Order;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What several numbers have in common: of one list, or of all arguments. */
final class Statistics {

    private Statistics() {}

    static void register(Registry registry) {
        several(registry, "average", Statistics::mean);
        several(registry, "median", Statistics::median);
        several(registry, "statistical_mode", Statistics::mode);
    }

    private static void several(Registry registry, String name, Function<List<Object>, Object> function) {
        Library body = (render, positional, named) -> {
            var given = new LinkedHashMap<>(named);
            var otherwise = given.remove("default");
            if (positional.isEmpty() || !given.isEmpty()) {
                throw PythonError.type(name + " expected at least 1 argument, got 0");
            }
            var first = positional.get(0);
            if (!Iteration.isIterable(first) && positional.size() == 1) {
                throw PythonError.type("'" + Values.typeName(first) + "' object is not iterable");
            }
            if (Iteration.isIterable(first) && positional.size() > 1 && otherwise == null) {
                otherwise = positional.get(1);
            }
            try {
                return function.apply(Iteration.isIterable(first) ? Iteration.list(first) : positional);
            } catch (PythonError e) {
                if (e.kind() != PythonError.Kind.TYPE && e.kind() != PythonError.Kind.LOOKUP) {
                    throw e;
                }
                return Conversions.otherwise(name, first, otherwise);
            }
        };
        registry.raw(name, body::call).rawGlobal(name, body::call);
    }

    private interface Library {
        Object call(Render render, List<Object> positional, Map<String, Object> named);
    }

    private static Object mean(List<Object> items) {
        if (items.isEmpty()) {
            throw PythonError.lookup("fmean requires at least one data point");
        }
        var sum = BigDecimal.ZERO;
        var special = 0.0;
        for (var item : items) {
            if (!Values.isNumber(item)) {
                throw PythonError.type("must be real number, not " + Values.typeName(item));
            }
            var number = Numbers.toFloat(item);
            if (Double.isFinite(number)) {
                sum = sum.add(new BigDecimal(number));
            } else {
                special += number;
            }
        }
        return (sum.doubleValue() + special) / items.size();
    }

    private static Object median(List<Object> items) {
        if (items.isEmpty()) {
            throw PythonError.lookup("no median for empty data");
        }
        var sorted = new ArrayList<>(items);
        sorted.sort(Order::ascending);
        var middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return sorted.get(middle);
        }
        return Arithmetic.DIVIDE.of(Arithmetic.ADD.of(sorted.get(middle - 1), sorted.get(middle)), 2L);
    }

    private static Object mode(List<Object> items) {
        if (items.isEmpty()) {
            throw PythonError.lookup("no mode for empty data");
        }
        var counts = new LinkedHashMap<Object, Integer>();
        var first = new LinkedHashMap<Object, Object>();
        for (var item : items) {
            var key = Equality.key(item);
            counts.merge(key, 1, Integer::sum);
            first.putIfAbsent(key, item);
        }
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        for (var entry : counts.entrySet()) {
            if (entry.getValue().equals(most.getValue())) {
                return Objects.requireNonNull(first.get(entry.getKey()));
            }
        }
        throw new IllegalStateException("a list without a most frequent item");
    }
}
