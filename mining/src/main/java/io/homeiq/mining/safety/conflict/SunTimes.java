package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.mining.sun.Sun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Between which times of the clock sunrise and sunset move over a year. */
final class SunTimes {

    /** Any year will do: they move by minutes from one to the next. */
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    private static final int DAYS = 365;

    private static final int STEP = 3;

    private final HomeConfig home;
    private final Map<SunEvent, Optional<Range>> ranges = new EnumMap<>(SunEvent.class);

    SunTimes(HomeConfig home) {
        this.home = home;
    }

    /** Seconds of the day. */
    record Range(int first, int last) {}

    /** Empty where the home's place is not known. Reckoned once it is asked for. */
    Optional<Range> range(SunEvent event) {
        return ranges.computeIfAbsent(event, this::reckon);
    }

    private Optional<Range> reckon(SunEvent event) {
        if (home.location() == null) {
            return Optional.empty();
        }
        Sun sun = new Sun(home.location(), home.timeZone());
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int day = 0; day < DAYS; day += STEP) {
            OptionalLong at = sun.at(event, (int) FROM.plusDays(day).toEpochDay());
            if (at.isPresent()) {
                int second = Instant.ofEpochMilli(at.getAsLong())
                        .atZone(home.timeZone())
                        .toLocalTime()
                        .toSecondOfDay();
                first = Math.min(first, second);
                last = Math.max(last, second);
            }
        }
        return first < last ? Optional.of(new Range(first, last)) : Optional.empty();
    }
}
