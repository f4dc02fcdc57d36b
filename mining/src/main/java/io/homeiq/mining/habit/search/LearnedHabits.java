package io.homeiq.mining.habit.search;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.group.GroupSearch;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the days to learn from tell. What happens after them changes nothing of it, so each deed and each group is searched
 * once, when somebody asks. Bounded by the deeds there are.
 */
public final class LearnedHabits {

    /** Of so many days to learn from, one more waits: what it would change is little, and the whole analysis of each night learns it. */
    private static final int DAYS_FOR_ONE = 10;

    private final Household home;
    private final DayRange days;
    private final long end;
    private final int drops;
    private final DeedSearch search;
    private final GroupSearch groups;
    private final Map<Deed, DeedSearch.Result> byDeed = new LinkedHashMap<>();
    private final Map<EntityId, GroupSearch.Found> groupsOf = new HashMap<>();
    private GroupSearch.@Nullable Found groupsOfAll;

    public LearnedHabits(Household home, DayRange days) {
        this.home = home;
        this.days = days;
        this.end = home.calendar().startOf(days.last() + 1);
        this.drops = home.drops();
        this.search = new DeedSearch(home, days);
        this.groups = new GroupSearch(home, days, deed -> of(deed).all());
    }

    /** The days that it was learned from. */
    public DayRange days() {
        return days;
    }

    /** Whether the home still remembers all that it was learned from. */
    public boolean isComplete() {
        return drops == home.drops();
    }

    /** Whether it is good enough for these days to learn from: it is of the same ones, but for a few at their end. */
    public boolean standsFor(DayRange due) {
        int waiting = due.last() - days.last();
        return days.first() == due.first() && waiting >= 0 && waiting <= due.days() / DAYS_FOR_ONE && isComplete();
    }

    /** Whether all groups were searched, and so all deeds before them. */
    public boolean isWhole() {
        return groupsOfAll != null;
    }

    /** Searches all that was asked of another one. */
    public void learnAsMuchAs(LearnedHabits other) {
        other.byDeed.keySet().forEach(this::of);
        other.groupsOf.keySet().forEach(this::groupsOf);
    }

    /** Whether a change at a moment, in epoch milliseconds, may have changed it. */
    public boolean dependsOn(long time) {
        return time < end;
    }

    public DeedSearch.Result of(Deed deed) {
        DeedSearch.Result known = byDeed.get(deed);
        if (known == null) {
            known = search.search(deed);
            byDeed.put(deed, known);
        }
        return known;
    }

    /** The results of all deeds that were asked for so far, in the order in which they were. */
    public Collection<DeedSearch.Result> ofDeeds() {
        return List.copyOf(byDeed.values());
    }

    /** The groups of the whole home; to be asked for when all deeds were. */
    public GroupSearch.Found groups() {
        GroupSearch.Found known = groupsOfAll;
        if (known == null) {
            known = groups.search(entity -> true);
            groupsOfAll = known;
        }
        return known;
    }

    /** The groups with an entity among them. */
    public GroupSearch.Found groupsOf(EntityId entity) {
        GroupSearch.Found known = groupsOf.get(entity);
        if (known == null) {
            known = groups.search(entity::equals);
            groupsOf.put(entity, known);
        }
        return known;
    }
}
