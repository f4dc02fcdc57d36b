package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.statistics.BenjaminiHochberg;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the few moments that break a well-established rhythm of a door, gate or window. Each day is judged by the days
 * before it alone, so an hour is as odd on the day as in a later look at the whole history. Each contact has two tests a
 * day; the tests of a week are one family, whose false discovery rate is controlled by Benjamini and Hochberg.
 */
public final class AnomalySearch {

    /** So many are told of one home in any seven days. */
    public static final int MAX_A_WEEK = 2;

    /** What is kept of a long history: the latest ones. */
    public static final int MAX_TOLD = 20;

    /** Days of recording before which nothing is well established. */
    static final int MIN_DAYS = 21;

    /** The days among them on which the contact was opened at all, at least. */
    static final int MIN_OPEN_DAYS = 14;

    /** A rhythm is that of the last season. */
    static final int MAX_DAYS = 90;

    /** What is odd is told while it is fresh; what was odd before these days is history. */
    static final int JUDGED_DAYS = 60;

    private static final int WEEK = 7;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final int TESTS = 2;

    /** A twin of a contact opens with it, and is no second oddity. */
    private static final long SAME_MILLIS = 60_000;

    private final Household home;
    private final AnomalyWriter writer;
    private final double falseDiscoveryRate;

    /** @param falseDiscoveryRate 0 to 1, of the tests of a week */
    public AnomalySearch(HomeId homeId, Household home, double falseDiscoveryRate) {
        this.home = home;
        this.writer = new AnomalyWriter(homeId, home);
        this.falseDiscoveryRate = falseDiscoveryRate;
    }

    /** Whether an entity is one of those that are looked at. */
    public boolean isWatched(EntityId entity) {
        return Contacts.isOne(entity, home.registry());
    }

    /**
     * Whether one contact did something odd on the last two days, before all others are asked how usual that is.
     *
     * @param told when it was odd before
     */
    boolean isSuspicious(EntityId entity, List<Instant> told) {
        DayRange all = home.days().all();
        if (all.days() <= MIN_DAYS) {
            return false;
        }
        DayRange range = new DayRange(all.last() - MAX_DAYS - 1, all.last());
        Optional<ContactRhythm> known = home.timeline(entity).map(timeline -> rhythm(entity, timeline, range));
        known.ifPresent(rhythm -> told.forEach(time -> rhythm.forgive(time.toEpochMilli())));
        return known.stream()
                .flatMap(rhythm -> Stream.of(all.last() - 1, all.last())
                        .flatMap(day -> rhythm.judge(day, day - all.first(), RestHours.UNKNOWN).stream()))
                .anyMatch(suspicion -> suspicion.oddity().isPresent() && suspicion.pValue() <= falseDiscoveryRate);
    }

    /** Of all recorded days, the latest first; at most {@link #MAX_TOLD}. */
    public List<Pattern> all() {
        if (home.days().isEmpty()) {
            return List.of();
        }
        DayRange all = home.days().all();
        int first = Math.max(all.first() + MIN_DAYS, all.last() - JUDGED_DAYS + 1);
        if (first > all.last()) {
            return List.of();
        }
        DayRange range = new DayRange(first - MAX_DAYS, all.last());
        List<ContactRhythm> rhythms = rhythms(range);
        RestHours rest = RestHours.of(home, range);
        List<Suspicion> tested = new ArrayList<>();
        List<Pattern> told = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int day = first; day <= all.last(); day++) {
            int today = day;
            tested.removeIf(suspicion -> suspicion.day() <= today - WEEK);
            rhythms.forEach(rhythm -> tested.addAll(rhythm.judge(today, today - all.first(), rest)));
            for (Odd odd : odd(tested, today, rhythms.size())) {
                if (isToBeTold(odd, times)) {
                    times.add(time(odd));
                    told.add(writer.write(odd.suspicion(), odd.qValue()));
                }
                forgive(rhythms, odd);
            }
        }
        List<Pattern> latest = told.subList(Math.max(0, told.size() - MAX_TOLD), told.size());
        return latest.reversed();
    }

    private List<ContactRhythm> rhythms(DayRange range) {
        List<ContactRhythm> rhythms = new ArrayList<>();
        for (Map.Entry<EntityId, Timeline> entry : home.timelines().entrySet()) {
            if (isWatched(entry.getKey())) {
                rhythms.add(rhythm(entry.getKey(), entry.getValue(), range));
            }
        }
        return rhythms;
    }

    private ContactRhythm rhythm(EntityId entity, Timeline timeline, DayRange range) {
        return new ContactRhythm(entity, ContactDiary.of(timeline, home.states(), home.calendar(), range));
    }

    private record Odd(Suspicion suspicion, double qValue) {}

    /** What of this day stands out among the tests of the week, in order of time. */
    private List<Odd> odd(List<Suspicion> week, int day, int contacts) {
        double[] q = BenjaminiHochberg.qValues(
                week.stream().mapToDouble(Suspicion::pValue).toArray(), Math.max(week.size(), contacts * TESTS * WEEK));
        List<Odd> odd = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Suspicion suspicion = week.get(i);
            if (suspicion.day() == day && suspicion.oddity().isPresent() && q[i] <= falseDiscoveryRate) {
                odd.add(new Odd(suspicion, q[i]));
            }
        }
        odd.sort(Comparator.comparingLong((Odd one) -> time(one))
                .thenComparing(one -> one.suspicion().entity().value()));
        return odd;
    }

    private static long time(Odd odd) {
        return odd.suspicion().oddity().orElseThrow().time();
    }

    /** @param times of all that were told, in order */
    private static boolean isToBeTold(Odd odd, List<Long> times) {
        long time = time(odd);
        long lastWeek = times.stream()
                .filter(before -> before > time - WEEK * DAY_MILLIS)
                .count();
        boolean again = times.stream().anyMatch(before -> Math.abs(before - time) <= SAME_MILLIS);
        return !again && lastWeek < MAX_A_WEEK;
    }

    private static void forgive(List<ContactRhythm> rhythms, Odd odd) {
        rhythms.stream()
                .filter(rhythm -> rhythm.entity().equals(odd.suspicion().entity()))
                .forEach(rhythm -> rhythm.forgive(time(odd)));
    }
}
