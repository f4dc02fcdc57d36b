package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import java.util.Map;

/**
 * One contact's days, and each of them against those before it. What was told as odd is no part of the rhythm, so that the
 * second time is as odd as the first; but what is odd again and again is the rhythm.
 */
final class ContactRhythm {

    private static final int MAX_FORGIVEN = 2;

    private final EntityId entity;
    private final ContactDiary diary;
    private int forgiven;

    ContactRhythm(EntityId entity, ContactDiary diary) {
        this.entity = entity;
        this.diary = diary;
    }

    EntityId entity() {
        return entity;
    }

    /** An opening of a day that was judged, in epoch milliseconds, was odd. */
    void forgive(long time) {
        if (forgiven < MAX_FORGIVEN && diary.remove(time)) {
            forgiven++;
        }
    }

    /**
     * The tests of a day; none while too little is known of the contact.
     *
     * @param recorded how many days of recording came before
     * @param rest when the home is at rest
     */
    List<Suspicion> judge(int day, int recorded, RestHours rest) {
        OpenDay today = diary.on(day);
        if (today.openings().isEmpty()) {
            return List.of();
        }
        Map<Integer, OpenDay> known = diary.before(day, AnomalySearch.MAX_DAYS);
        long opened =
                known.values().stream().filter(one -> !one.openings().isEmpty()).count();
        if (opened < AnomalySearch.MIN_OPEN_DAYS) {
            return List.of();
        }
        int knownDays = Math.min(recorded, AnomalySearch.MAX_DAYS);
        Known base = new Known(knownDays, forgiven);
        return List.of(
                new OddHours(known, slot -> rest.isRest(slot, day, knownDays)).of(entity, day, today, base),
                new LongOpen(known).of(entity, day, today, base));
    }

    /**
     * What a judgement rests on.
     *
     * @param days of recording
     * @param forgiven openings among them that were odd themselves, and do not count
     */
    record Known(int days, int forgiven) {}
}
