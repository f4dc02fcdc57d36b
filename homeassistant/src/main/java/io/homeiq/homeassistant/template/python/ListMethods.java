package io.homeiq.homeassistant.template.python;

import java.util.List;

/** Methods of lists and tuples. What would change a list is kept out of reach by Home Assistant's sandbox. */
final class ListMethods {

    static final Methods<List<?>> LIST = changing(
                    sequence("list", "copy"), "list", "append clear pop reverse insert sort extend remove")
            .method("copy", "", (list, arguments) -> Iteration.list(list));

    static final Methods<List<?>> TUPLE = sequence("tuple", "start stop step");

    private ListMethods() {}

    private static Methods<List<?>> sequence(String type, String beyond) {
        return new Methods<List<?>>(type, beyond)
                .method("count", "value", (list, arguments) -> count(list, arguments.get(0)))
                .method("index", "value start? end?", (list, arguments) -> index(list, arguments));
    }

    /** Methods that the sandbox refuses. */
    static <T> Methods<T> changing(Methods<T> methods, String type, String names) {
        for (var name : List.of(names.split(" ", -1))) {
            methods.method(name, "*", (value, arguments) -> {
                throw new PythonError(
                        PythonError.Kind.SECURITY,
                        "access to attribute '" + name + "' of '" + type + "' object is unsafe.");
            });
        }
        return methods;
    }

    private static Object count(List<?> list, Object value) {
        return list.stream()
                .filter(item -> Equality.equal(Values.of(item), value))
                .count();
    }

    private static Object index(List<?> list, Signature.Arguments arguments) {
        var from = arguments.has(1) ? Numbers.index(arguments.get(1)) : 0;
        var to = arguments.has(2) ? Numbers.index(arguments.get(2)) : list.size();
        from = from < 0 ? Math.max(0, from + list.size()) : from;
        to = to < 0 ? to + list.size() : to;
        for (var i = from; i < Math.min(to, list.size()); i++) {
            if (Equality.equal(Values.of(list.get((int) i)), arguments.get(0))) {
                return i;
            }
        }
        throw PythonError.value("list.index(x): x not in list");
    }
}
