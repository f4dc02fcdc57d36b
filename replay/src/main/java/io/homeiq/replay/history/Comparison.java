package io.homeiq.replay.history;

import io.homeiq.replay.Firing;
import io.homeiq.replay.PerformedCall;
import io.homeiq.replay.device.DeviceAnswers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an automation would have done beside what people did. Each act of a person speaks for one firing at most, and a
 * firing that changes nothing and follows nobody counts for neither side.
 *
 * @param judgements one for each firing
 * @param missed acts that the automation could have done and did not, in order of time
 */
public record Comparison(List<Judgement> judgements, List<Act> missed) {

    /** Within so long before or after, it is the same occasion. */
    public static final Duration AROUND = Duration.ofMinutes(15);

    public Comparison {
        judgements = List.copyOf(judgements);
        missed = List.copyOf(missed);
    }

    /**
     * Compares firing by firing.
     *
     * @param acts what people did with the entities that the automation acts on, in order of time
     * @param intended what the automation does by its text, though it may never have fired: entities with their states
     */
    public static Comparison of(List<Firing> firings, List<Act> acts, Map<String, Set<String>> intended) {
        Map<String, Set<String>> wanted = new HashMap<>();
        intended.forEach((id, states) -> wanted.put(id, new HashSet<>(states)));
        firings.forEach(firing -> firing.effects()
                .forEach(effect -> wanted.computeIfAbsent(effect.entityId(), any -> new HashSet<>())
                        .add(effect.state())));
        BitSet used = new BitSet();
        List<Judgement> judgements = new ArrayList<>();
        for (Firing firing : firings) {
            judgements.add(judge(firing, acts, used));
        }
        List<Act> missed = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            if (!used.get(i) && wanted.getOrDefault(act.entityId(), Set.of()).contains(act.state())) {
                missed.add(act);
            }
        }
        return new Comparison(judgements, missed);
    }

    private static Judgement judge(Firing firing, List<Act> acts, BitSet used) {
        boolean agreed = false;
        for (Effect wish : wishes(firing)) {
            agreed |= claim(wish, acts, used);
        }
        if (agreed) {
            return Judgement.AGREED;
        }
        return firing.effects().isEmpty() ? Judgement.IDLE : Judgement.UNWANTED;
    }

    /** What it changed, and what it would have changed if a person had not been a little earlier. */
    private static Set<Effect> wishes(Firing firing) {
        Set<Effect> wishes = new LinkedHashSet<>(firing.effects());
        for (PerformedCall call : firing.calls()) {
            for (String id : call.entityIds()) {
                String state = DeviceAnswers.certain(id, call.action(), call.data());
                if (state != null) {
                    wishes.add(new Effect(call.time(), id, state));
                }
            }
        }
        return wishes;
    }

    /** Takes the nearest act that does the same, if there is one. */
    private static boolean claim(Effect effect, List<Act> acts, BitSet used) {
        int nearest = -1;
        Duration least = AROUND.plusNanos(1);
        for (int i = firstAfter(acts, effect); i < acts.size(); i++) {
            Act act = acts.get(i);
            Duration apart = Duration.between(effect.time(), act.time());
            if (apart.compareTo(AROUND) > 0) {
                break;
            }
            boolean same =
                    act.entityId().equals(effect.entityId()) && act.state().equals(effect.state());
            if (same && !used.get(i) && apart.abs().compareTo(least) < 0) {
                nearest = i;
                least = apart.abs();
            }
        }
        if (nearest >= 0) {
            used.set(nearest);
        }
        return nearest >= 0;
    }

    /** The position of the first act that is not too early. */
    private static int firstAfter(List<Act> acts, Effect effect) {
        int low = 0;
        int high = acts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (acts.get(middle).time().isBefore(effect.time().minus(AROUND))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Firings that changed something, or would have if a person had not done it just before. */
    public int fired() {
        return agreed() + unwanted();
    }

    public int agreed() {
        return count(Judgement.AGREED);
    }

    public int unwanted() {
        return count(Judgement.UNWANTED);
    }

    private int count(Judgement kind) {
        return (int) judgements.stream().filter(kind::equals).count();
    }
}
