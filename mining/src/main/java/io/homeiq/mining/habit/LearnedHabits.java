package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the days to learn from tell. What happens after them changes nothing of it, so each deed and each group is searched
 * once, when somebody asks. Bounded by the deeds there are.
 */
final class LearnedHabits {

    private final Household home;
    private final DayRange days;
    private final long end;
    private final int drops;
    private final DeedSearch search;
    private final GroupSearch groups;
    private final Map<Deed, DeedSearch.Result> byDeed = new LinkedHashMap<>();
    private final Map<EntityId, GroupSearch.Found> groupsOf = new HashMap<>();

    LearnedHabits(Household home, DayRange days) {
        this.home = home;
        this.days = days;
        this.end = home.calendar().startOf(days.last() + 1);
        this.drops = home.drops();
        this.search = new DeedSearch(home, days);
        this.groups = new GroupSearch(home, days, deed -> of(deed).all());
    }

    /** Whether it is what these days tell, with all that is remembered now. */
    boolean isOf(DayRange range) {
        return days.equals(range) && drops == home.drops();
    }

    /** Whether a change at a moment, in epoch milliseconds, may have changed it. */
    boolean dependsOn(long time) {
        return time < end;
    }

    DeedSearch.Result of(Deed deed) {
        DeedSearch.Result known = byDeed.get(deed);
        if (known == null) {
            known = search.search(deed);
            byDeed.put(deed, known);
        }
        return known;
    }

    /** The results of all deeds that were asked for so far, in the order in which they were. */
    Collection<DeedSearch.Result> ofDeeds() {
        return List.copyOf(byDeed.values());
    }

    GroupSearch.Found groups() {
        return groups.search(entity -> true);
    }

    /** The groups with an entity among them. */
    GroupSearch.Found groupsOf(EntityId entity) {
        GroupSearch.Found known = groupsOf.get(entity);
        if (known == null) {
            known = groups.search(entity::equals);
            groupsOf.put(entity, known);
        }
        return known;
    }
}
