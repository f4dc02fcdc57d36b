package io.homeiq.query.language;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.query.language.Clauses.Occasion;
import io.homeiq.query.language.TimePart.AtClock;
import io.homeiq.query.language.TimePart.AtSun;
import io.homeiq.query.language.TimePart.InPart;
import io.homeiq.query.language.TimePart.OnDays;
import io.homeiq.query.language.TimePart.While;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts together when something is to be done: triggers and conditions. For one sentence. */
final class Schedule {

    /** An hour up to twelve without a half of the day is taken as written, and said so. */
    private static final double OPEN_HOUR = 0.85;

    private static final List<String> USUAL_TIMES = List.of("at sunset", "at sunrise", "at 7:00", "at 22:00");

    private final Asker asker;
    private final OccasionReader reader;
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private double sureness = 1;
    private int occasionCount;

    Schedule(Asker asker, OccasionReader reader) {
        this.asker = asker;
        this.reader = reader;
    }

    void read(Timed timed, List<Occasion> occasions) {
        Optional<DayPart> part =
                timed.all(InPart.class).stream().map(InPart::part).findFirst();
        timed.all(AtClock.class).forEach(clock -> triggers.add(TimeTrigger.at(settled(clock, part))));
        timed.all(AtSun.class).forEach(sun -> triggers.add(new SunTrigger(sun.event(), sun.offset())));
        boolean byClock = !timed.all(AtClock.class).isEmpty();
        boolean byTime = !triggers.isEmpty();
        occasionCount = triggers.size();
        boolean onlyIf = occasions.stream().allMatch(Occasion::ifOnly);
        for (Occasion occasion : occasions) {
            boolean isCondition = byTime || occasion.ifOnly() && !onlyIf;
            readOccasion(occasion, isCondition);
        }
        if (triggers.isEmpty()) {
            throw missing(part, timed.all(While.class));
        }
        if (!byClock) {
            part.map(DayPart::condition).ifPresent(conditions::add);
        }
        days(timed).ifPresent(days -> conditions.add(TimeCondition.on(days)));
        timed.all(While.class).forEach(during -> conditions.add(during.condition()));
    }

    private void readOccasion(Occasion occasion, boolean isCondition) {
        if (!isCondition) {
            occasionCount++;
            reader.readAsTrigger(occasion.words(), triggers, conditions);
            return;
        }
        boolean happens =
                Happening.read(occasion.words()).map(Happening::becomes).orElse(false);
        if (happens) {
            throw Stop.refused(
                    "A time and something that happens are two occasions; say one of them as a condition, such as"
                            + " \"if the door is open\".");
        }
        reader.readAsCondition(occasion.words(), conditions);
    }

    private LocalTime settled(AtClock clock, Optional<DayPart> part) {
        if (!clock.open()) {
            return clock.time();
        }
        if (part.isPresent()) {
            return part.get().meant(clock.time());
        }
        notes.add("I took " + clock.time() + " as the time; say am or pm if you mean another half of the day.");
        sureness = OPEN_HOUR;
        return clock.time();
    }

    private static Optional<Set<DayOfWeek>> days(Timed timed) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        timed.all(OnDays.class).forEach(some -> days.addAll(some.days()));
        return days.isEmpty() || days.size() == DayOfWeek.values().length ? Optional.empty() : Optional.of(days);
    }

    private Stop missing(Optional<DayPart> part, List<While> spans) {
        if (part.isPresent()) {
            return asker.missing(
                    "At what time of the " + part.get().word() + "?", part.get().usualTimes());
        }
        List<String> beginnings = spans.stream()
                .flatMap(span -> beginning(span.condition()).stream())
                .toList();
        return asker.missing("When is that to happen?", beginnings.isEmpty() ? USUAL_TIMES : beginnings);
    }

    private static Optional<String> beginning(Condition condition) {
        return switch (condition) {
            case TimeCondition time when time.after() != null -> Optional.of("at " + time.after());
            case SunCondition sun
            when sun.after() != null -> Optional.of("at " + sun.after().name().toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    /** How many occasions were said; a rule with several does all its actions upon each. */
    int occasions() {
        return occasionCount;
    }

    List<Trigger> triggers() {
        return triggers;
    }

    List<Condition> conditions() {
        return conditions;
    }

    List<String> notes() {
        return notes;
    }

    double sureness() {
        return sureness;
    }
}
