package io.homeiq.automation.suggestion;

import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two lists of actions do the same to the same things; a pause between them, or a level a little off, is no other deed. */
final class SameDeeds {

    /** Numbers closer than this share of the larger one are the same level. */
    private static final double SAME_LEVEL = 0.15;

    private SameDeeds() {}

    static boolean of(List<Action> one, List<Action> other) {
        List<Action> mine = withoutPauses(one);
        List<Action> its = withoutPauses(other);
        if (mine.size() != its.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!isSame(mine.get(i), its.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Action> withoutPauses(List<Action> actions) {
        return actions.stream().filter(action -> !(action instanceof Delay)).toList();
    }

    private static boolean isSame(Action one, Action other) {
        if (one instanceof CallService a && other instanceof CallService b) {
            return a.domain().equals(b.domain())
                    && a.service().equals(b.service())
                    && a.targets().equals(b.targets())
                    && isSame(a.data().tree(), b.data().tree());
        }
        return one.equals(other);
    }

    private static boolean isSame(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(key -> isNear(one.get(key), other.get(key)));
    }

    private static boolean isNear(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            double larger = Math.max(Math.abs(a.doubleValue()), Math.abs(b.doubleValue()));
            return Math.abs(a.doubleValue() - b.doubleValue()) <= SAME_LEVEL * larger;
        }
        return Objects.equals(one, other);
    }
}
