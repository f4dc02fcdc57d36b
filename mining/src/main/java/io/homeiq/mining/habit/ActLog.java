package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people set by hand over some days, over all entities, in order of time. Deeds are numbered; left out are those
 * that no service can repeat.
 */
public final class ActLog {

    /** A thousand acts a day over two months; of more, the newest count. */
    static final int MAX_ACTS = 65_536;

    /** Time and deed of an act are kept in one number: so many bits are the deed's. */
    private static final int DEED_BITS = 16;

    private final List<Deed> deeds = new ArrayList<>();
    private final long[] acts;

    private ActLog(Household home, DayRange range) {
        long start = home.calendar().startOf(range.first());
        long end = home.calendar().startOf(range.last() + 1);
        long[] all = new long[1024];
        int size = 0;
        for (Map.Entry<EntityId, Timeline> entry : home.timelines().entrySet()) {
            Timeline timeline = entry.getValue();
            Map<Short, Integer> numbers = new HashMap<>();
            boolean settable = Actuators.isActuator(entry.getKey()) && !timeline.isTooBusy();
            int last = settable ? timeline.firstAtOrAfter(end) : 0;
            for (int i = timeline.firstAtOrAfter(start); i < last; i++) {
                int deed = timeline.isActAt(i) ? number(home, entry.getKey(), timeline.stateAt(i), numbers) : -1;
                if (deed >= 0) {
                    all = size < all.length ? all : Arrays.copyOf(all, 2 * size);
                    all[size++] = (timeline.timeAt(i) << DEED_BITS) | deed;
                }
            }
        }
        Arrays.sort(all, 0, size);
        this.acts = Arrays.copyOfRange(all, Math.max(0, size - MAX_ACTS), size);
    }

    public static ActLog of(Household home, DayRange range) {
        return new ActLog(home, range);
    }

    /** The deed's number; negative if no rule could do it. */
    private int number(Household home, EntityId entity, short state, Map<Short, Integer> known) {
        return known.computeIfAbsent(state, code -> {
            boolean can = code > StateNames.ABSENT
                    && deeds.size() < (1 << DEED_BITS)
                    && DeedActions.of(entity, home.states().nameOf(code), -1).isPresent();
            if (!can) {
                return -1;
            }
            deeds.add(new Deed(entity, code));
            return deeds.size() - 1;
        });
    }

    public int size() {
        return acts.length;
    }

    public long timeAt(int index) {
        return acts[index] >> DEED_BITS;
    }

    /** The number of the deed, from 0 to {@link #deeds()}. */
    public int deedAt(int index) {
        return (int) (acts[index] & ((1 << DEED_BITS) - 1));
    }

    public Deed deed(int number) {
        return deeds.get(number);
    }

    public int deeds() {
        return deeds.size();
    }
}
