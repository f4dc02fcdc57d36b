package io.homeiq.homeassistant.template.python;

import java.util.Set;

/** Methods of sets. */
final class SetMethods {

    static final Methods<Set<?>> ALL = ListMethods.changing(
                    new Methods<Set<?>>("set", "difference_update intersection_update"),
                    "set",
                    "add clear discard pop remove symmetric_difference_update update")
            .method("copy", "", (set, arguments) -> copy(set))
            .method("union", "other", (set, arguments) -> {
                var all = copy(set);
                all.addAll(Iteration.list(arguments.get(0)));
                return all;
            })
            .method("intersection", "other", (set, arguments) -> kept(set, other(arguments), true))
            .method("difference", "other", (set, arguments) -> kept(set, other(arguments), false))
            .method("symmetric_difference", "other", (set, arguments) -> {
                var other = other(arguments);
                var all = kept(set, other, false);
                all.addAll(kept(other, copy(set), false));
                return all;
            })
            .method(
                    "isdisjoint",
                    "other",
                    (set, arguments) -> kept(set, other(arguments), true).isEmpty())
            .method("issubset", "other", (set, arguments) -> other(arguments).containsAll(set))
            .method("issuperset", "other", (set, arguments) -> copy(set).containsAll(other(arguments)));

    private SetMethods() {}

    private static ValueSet copy(Set<?> set) {
        return ValueSet.of(Iteration.list(set));
    }

    private static ValueSet other(Signature.Arguments arguments) {
        return ValueSet.of(Iteration.list(arguments.get(0)));
    }

    private static ValueSet kept(Set<?> set, ValueSet other, boolean inOther) {
        return ValueSet.of(copy(set).stream()
                .filter(item -> other.contains(item) == inOther)
                .toList());
    }
}
