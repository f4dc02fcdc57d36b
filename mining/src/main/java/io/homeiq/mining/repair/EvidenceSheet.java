package io.homeiq.mining.repair;

import io.homeiq.contracts.pattern.DayOutcome;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.EvidenceDay;
import io.homeiq.mining.statistics.WilsonInterval;
import io.homeiq.mining.timeline.LocalDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Collects what a rule would have done beside what people did or let be. */
public final class EvidenceSheet {

    private final LocalDays calendar;
    private final List<EvidenceDay> days = new ArrayList<>();
    private int opportunities;
    private int agreed;
    private int unwanted;
    private int missed;

    public EvidenceSheet(LocalDays calendar) {
        this.calendar = calendar;
    }

    /** It would have found everything done, or rightly would not have acted. */
    public void idle() {
        opportunities++;
    }

    /**
     * People did the same, or let it be.
     *
     * @param actedAt when a person did it; where an automation did and they let it be, when that was
     */
    public void agreed(long firedAt, long actedAt) {
        opportunities++;
        agreed++;
        add(DayOutcome.AGREED, firedAt, Instant.ofEpochMilli(firedAt), Instant.ofEpochMilli(actedAt));
    }

    public void unwanted(long firedAt) {
        opportunities++;
        unwanted++;
        days.add(new EvidenceDay(date(firedAt), DayOutcome.UNWANTED, Instant.ofEpochMilli(firedAt), null));
    }

    public void missed(long actedAt) {
        missed++;
        days.add(new EvidenceDay(date(actedAt), DayOutcome.MISSED, null, Instant.ofEpochMilli(actedAt)));
    }

    private void add(DayOutcome outcome, long time, Instant firedAt, Instant actedAt) {
        days.add(new EvidenceDay(date(time), outcome, firedAt, actedAt));
    }

    private LocalDate date(long time) {
        return calendar.dateOf(calendar.dayOf(time));
    }

    private static Instant time(EvidenceDay day) {
        Instant fired = day.firedAt();
        return fired == null ? Objects.requireNonNull(day.actedAt()) : fired;
    }

    public Evidence evidence() {
        int fired = agreed + unwanted;
        WilsonInterval interval = WilsonInterval.of(agreed, fired);
        double agreement = fired == 0 ? 0 : (double) agreed / fired;
        days.sort(Comparator.comparing(EvidenceSheet::time));
        List<EvidenceDay> latest = days.subList(Math.max(0, days.size() - Evidence.MAX_DAYS), days.size());
        return new Evidence(
                opportunities, fired, agreed, unwanted, missed, agreement, interval.low(), interval.high(), latest);
    }
}
