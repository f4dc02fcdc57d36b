package io.homeiq.mining.drift;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of habits how surely they are kept, as {@link Keeping} does, and remembers what all days but the last came to:
 * while a day goes on, and on the day after it, one step is left to do. For one thread at a time.
 */
public final class Keepings {

    /** Of more pasts than that, the one that was asked for the longest ago is forgotten: about 10 MiB at most. */
    private static final int MAX_PASTS = 1_024;

    private record Past(List<KeptDay> days, Expectation expected) {

        Past before() {
            return new Past(days.subList(0, days.size() - 1), expected);
        }
    }

    private final Duration halfLife;
    private final Map<Past, List<Regime>> regimes = new LinkedHashMap<>(16, 0.75f, true);

    /** @param halfLife of habits */
    public Keepings(Duration halfLife) {
        this.halfLife = halfLife;
    }

    /**
     * What the days tell; the same as {@link Keeping#of}.
     *
     * @param days in order, at least one
     */
    public Keeping of(List<KeptDay> days, Expectation expected) {
        if (days.size() < 2) {
            return Keeping.of(days, expected, halfLife);
        }
        Past past = new Past(Keeping.latest(days), expected).before();
        int last = past.days().getLast().day();
        return Keeping.judge(Keeping.next(before(past), last, days.getLast(), expected, halfLife));
    }

    private List<Regime> before(Past past) {
        List<Regime> known = regimes.get(past);
        if (known == null) {
            known = oneMore(past);
            if (known == null) {
                known = Keeping.regimes(past.days(), past.expected(), halfLife);
            }
            remember(past, known);
        }
        return known;
    }

    /** From what was known on the day before; null if that was nothing. */
    private @Nullable List<Regime> oneMore(Past past) {
        if (past.days().size() < 2) {
            return null;
        }
        Past before = past.before();
        List<Regime> known = regimes.get(before);
        return known == null
                ? null
                : Keeping.next(known, before.days().getLast().day(), past.days().getLast(), past.expected(), halfLife);
    }

    private void remember(Past past, List<Regime> known) {
        regimes.put(past, known);
        if (regimes.size() > MAX_PASTS) {
            regimes.remove(regimes.keySet().iterator().next());
        }
    }
}
