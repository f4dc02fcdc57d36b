package io.homeiq.replay.condition;

import io.homeiq.replay.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions that are asked one after another until one settles the matter; an error counts only if none does. */
final class Conditions {

    private Conditions() {}

    private static boolean settles(
            List<Condition> conditions, Map<String, @Nullable Object> variables, Predicate<@Nullable Boolean> settled) {
        Fault error = null;
        for (Condition condition : conditions) {
            try {
                if (settled.test(condition.check(variables))) {
                    return true;
                }
            } catch (Fault fault) {
                if (!fault.is(Fault.Kind.CONDITION)) {
                    throw fault;
                }
                error = error == null ? fault : error;
            }
        }
        if (error != null) {
            throw error;
        }
        return false;
    }

    record All(List<Condition> conditions) implements Condition {

        @Override
        public Boolean check(Map<String, @Nullable Object> variables) {
            return !settles(conditions, variables, Boolean.FALSE::equals);
        }
    }

    record Any(List<Condition> conditions) implements Condition {

        @Override
        public Boolean check(Map<String, @Nullable Object> variables) {
            return settles(conditions, variables, Boolean.TRUE::equals);
        }
    }

    record None(List<Condition> conditions) implements Condition {

        @Override
        public Boolean check(Map<String, @Nullable Object> variables) {
            return !settles(conditions, variables, Boolean.TRUE::equals);
        }
    }

    /** Neither true nor false. */
    record Disabled() implements Condition {

        @Override
        public @Nullable Boolean check(Map<String, @Nullable Object> variables) {
            return null;
        }
    }

    /** Cannot be told. */
    record NotSupported(String name) implements Condition {

        @Override
        public Boolean check(Map<String, @Nullable Object> variables) {
            throw new Fault(Fault.Kind.UNSUPPORTED, "not supported: " + name);
        }
    }
}
