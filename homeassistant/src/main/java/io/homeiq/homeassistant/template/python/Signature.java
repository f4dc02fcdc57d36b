package io.homeiq.homeassistant.template.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function.
 *
 * @param names in order
 * @param required how many of them must be given
 * @param rest whether more positional arguments are taken
 */
public record Signature(String function, List<String> names, int required, boolean rest) {

    /**
     * Reads {@code "value precision? *"}: optional ones with a question mark, a star for any number of further arguments.
     */
    public static Signature of(String function, String parameters) {
        var all = parameters.isEmpty() ? List.<String>of() : Arrays.asList(parameters.split(" "));
        var rest = all.contains("*");
        var names = all.stream().filter(name -> !name.equals("*")).toList();
        var required = (int) names.stream().filter(name -> !name.endsWith("?")).count();
        return new Signature(
                function, names.stream().map(name -> name.replace("?", "")).toList(), required, rest);
    }

    /**
     * Which argument is which parameter.
     *
     * @throws PythonError if the arguments do not fit
     */
    public Arguments bind(List<Object> positional, Map<String, Object> named) {
        var values = new ArrayList<@Nullable Object>(Collections.nCopies(names.size(), null));
        for (var i = 0; i < Math.min(positional.size(), names.size()); i++) {
            values.set(i, positional.get(i));
        }
        if (positional.size() > names.size() && !rest) {
            throw PythonError.type(
                    function + "() takes at most " + names.size() + " arguments (" + positional.size() + " given)");
        }
        named.forEach((name, value) -> {
            var at = names.indexOf(name);
            if (at < 0) {
                throw PythonError.type(function + "() got an unexpected keyword argument '" + name + "'");
            }
            if (values.get(at) != null) {
                throw PythonError.type(function + "() got multiple values for argument '" + name + "'");
            }
            values.set(at, value);
        });
        for (var i = 0; i < required; i++) {
            if (values.get(i) == null) {
                throw PythonError.type(function + "() missing a required argument: '" + names.get(i) + "'");
            }
        }
        var more = positional.size() > names.size() ? positional.subList(names.size(), positional.size()) : List.of();
        return new Arguments(values, List.copyOf(more));
    }

    /**
     * The arguments of one call, by position.
     *
     * @param rest those beyond the named parameters
     */
    public record Arguments(List<@Nullable Object> values, List<Object> rest) {

        /** A required argument. */
        public Object get(int position) {
            return Objects.requireNonNull(values.get(position));
        }

        public boolean has(int position) {
            return values.get(position) != null;
        }

        public Object or(int position, Object otherwise) {
            var value = values.get(position);
            return value == null ? otherwise : value;
        }

        /** A text, where Python takes nothing else. */
        public String text(int position) {
            return Strings.of(get(position));
        }
    }
}
