package io.homeiq.query.language;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.query.language.TimePart.AtClock;
import io.homeiq.query.language.TimePart.AtSun;
import io.homeiq.query.language.TimePart.InPart;
import io.homeiq.query.language.TimePart.Lasting;
import io.homeiq.query.language.TimePart.Unclear;
import io.homeiq.query.language.TimePart.While;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes everything about time out of a sentence; words within a name, such as "night light", are left alone. */
final class TimeReader {

    private static final String ONCE = "I cannot do something at one single time yet, only again and again";

    /** Begins the word that stands for a length of time, which belongs to the words before it. */
    private static final String LASTING = "for:";

    private final HomeNames names;

    TimeReader(HomeNames names) {
        this.names = names;
    }

    Timed read(List<String> words) {
        List<String> rest = new ArrayList<>();
        List<Timed.Span> spans = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int name = names.longNameAt(words, at);
            if (name > 0) {
                rest.addAll(words.subList(at, at + name));
                at += name;
                continue;
            }
            WordCursor cursor = new WordCursor(words, at);
            List<TimePart> read = partsAt(cursor);
            if (read.isEmpty()) {
                int copied = new WordCursor(words, at).takeAll("as", "soon", "as") ? 3 : 1;
                rest.addAll(words.subList(at, at + copied));
                at += copied;
            } else {
                spans.add(new Timed.Span(at, cursor.at(), read));
                rest.add(read.getFirst() instanceof Lasting length ? LASTING + length.duration() : ",");
                at = cursor.at();
            }
        }
        return new Timed(rest, spans);
    }

    /** The length of time that a word stands for, and takes it out. */
    static Optional<Duration> takeLength(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(LASTING)) {
                return Optional.of(Duration.parse(words.remove(i).substring(LASTING.length())));
            }
        }
        return Optional.empty();
    }

    private static List<TimePart> partsAt(WordCursor words) {
        return words.attempt(DaysReader::read)
                .or(() -> one(words.attempt(SunReader::read)))
                .or(() -> one(words.attempt(TimeReader::around)))
                .or(() -> one(words.attempt(TimeReader::within)))
                .or(() -> one(words.attempt(TimeReader::at)))
                .or(() -> one(words.attempt(TimeReader::once)))
                .or(() -> one(words.attempt(TimeReader::lasting)))
                .or(() -> one(words.attempt(ClockReader::partOfDay).map(InPart::new)))
                .or(() -> one(ClockReader.unmistakable(words)))
                .orElse(List.of());
    }

    private static Optional<List<TimePart>> one(Optional<? extends TimePart> part) {
        return part.map(read -> List.<TimePart>of(read));
    }

    /** "30 minutes before sunset", "10 minutes after 7 pm". */
    private static Optional<TimePart> around(WordCursor words) {
        Optional<Duration> length = ClockReader.length(words);
        boolean before = words.take("before");
        if (length.isEmpty() || !before && !words.take("after", "past")) {
            return Optional.empty();
        }
        Duration offset = before ? length.get().negated() : length.get();
        return sun(words)
                .<TimePart>map(event -> new AtSun(event, offset))
                .or(() -> ClockReader.time(words)
                        .map(clock -> new AtClock(clock.time().plus(offset), clock.open())));
    }

    /** "at sunset", "at half past six", "around 7", "by noon"; "at 40 %" is no time. */
    private static Optional<TimePart> at(WordCursor words) {
        boolean led = words.take("at", "around", "about", "by");
        words.take("about", "around", "exactly");
        Optional<SunEvent> event = sun(words);
        if (event.isPresent()) {
            return Optional.of(new AtSun(event.get(), Duration.ZERO));
        }
        if (!led) {
            return Optional.empty();
        }
        Optional<AtClock> time = ClockReader.time(words);
        boolean isValue = Set.of("%", "degree", "degrees", "celsius", "c").contains(words.word());
        return isValue ? Optional.empty() : time.map(clock -> clock);
    }

    static Optional<SunEvent> sun(WordCursor words) {
        if (words.take("sunset", "dusk", "sundown", "nightfall", "dark")) {
            return Optional.of(SunEvent.SUNSET);
        }
        return words.take("sunrise", "dawn", "sunup", "daylight") ? Optional.of(SunEvent.SUNRISE) : Optional.empty();
    }

    /** "after dark", "before 7", "between 22:00 and 6:00", "from 22:00 until 6:00", "while it is dark". */
    private static Optional<TimePart> within(WordCursor words) {
        if (words.take("between", "from")) {
            Optional<Bound> from = bound(words);
            boolean linked = words.take("and", "to", "until", "till");
            Optional<Bound> until = linked ? bound(words) : Optional.empty();
            return from.flatMap(start -> until.flatMap(end -> Bound.within(start, end)));
        }
        if (words.take("after")) {
            return bound(words).map(start -> new While(start.after()));
        }
        if (words.take("before", "until", "till")) {
            return bound(words).map(end -> new While(end.before()));
        }
        boolean dark = words.takeAll("while", "it", "is", "dark")
                || words.takeAll("while", "dark")
                || words.takeAll("if", "it", "is", "dark")
                || words.takeAll("and", "it", "is", "dark")
                || words.takeAll("it", "is", "dark")
                || words.takeAll("in", "dark");
        return dark ? Optional.of(new While(DayPart.NIGHT.condition())) : during(words);
    }

    private static Optional<TimePart> during(WordCursor words) {
        boolean day = words.takeAll("during", "day")
                || words.takeAll("during", "daytime")
                || words.takeAll("if", "it", "is", "light");
        return day
                ? Optional.of(
                        new While(new SunCondition(SunEvent.SUNRISE, SunEvent.SUNSET, Duration.ZERO, Duration.ZERO)))
                : Optional.empty();
    }

    private static Optional<Bound> bound(WordCursor words) {
        return sun(words)
                .map(event -> new Bound(event, null))
                .or(() -> ClockReader.time(words).map(clock -> new Bound(null, clock.time())));
    }

    /** "for 10 minutes". */
    private static Optional<TimePart> lasting(WordCursor words) {
        return words.take("for") ? ClockReader.length(words).map(Lasting::new) : Optional.empty();
    }

    /** "tomorrow", "in 10 minutes": once, while an automation is for good. */
    private static Optional<TimePart> once(WordCursor words) {
        boolean day = words.take("today", "tonight", "tomorrow", "later", "soon");
        boolean soon = !day && words.take("in") && ClockReader.length(words).isPresent();
        return day || soon ? Optional.of(new Unclear(ONCE)) : Optional.empty();
    }

    /** One end of a span of the day: an event of the sun or a time of the clock, exactly one of the two. */
    private record Bound(@Nullable SunEvent event, @Nullable LocalTime time) {

        /** After sunset people mean the whole night, while Home Assistant's ends at midnight unless told otherwise. */
        Condition after() {
            if (event == SunEvent.SUNSET) {
                return DayPart.NIGHT.condition();
            }
            return event != null
                    ? new SunCondition(event, null, Duration.ZERO, Duration.ZERO)
                    : new TimeCondition(time, null, Set.of());
        }

        Condition before() {
            return event != null
                    ? new SunCondition(null, event, Duration.ZERO, Duration.ZERO)
                    : new TimeCondition(null, time, Set.of());
        }

        static Optional<TimePart> within(Bound start, Bound end) {
            if (start.event != null && end.event != null) {
                return Optional.of(new While(new SunCondition(start.event, end.event, Duration.ZERO, Duration.ZERO)));
            }
            return start.time != null && end.time != null
                    ? Optional.of(new While(new TimeCondition(start.time, end.time, Set.of())))
                    : Optional.of(new Unclear("I cannot mix the clock and the sun in one span yet"));
        }
    }
}
