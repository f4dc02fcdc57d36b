package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Effects;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows a conflict where it happened last, and finds automations that ran very often. */
public final class Traces {

    /** What belongs to one happening. */
    private static final Duration AFTERMATH = Duration.ofMinutes(10);

    private static final int MAX_LINES = 6;

    /** Firings within an hour, or a day, that nobody wants. */
    private static final int MANY_AN_HOUR = 20;

    private static final int MANY_A_DAY = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Past past;
    private final ZoneId zone;

    /** @param zone of the home, in which times are told */
    public Traces(Past past, ZoneId zone) {
        this.past = past;
        this.zone = zone;
    }

    /** The entities whose past these automations need. */
    public static Set<EntityId> needed(List<Conduct> conducts) {
        Set<EntityId> needed = new TreeSet<>();
        for (Conduct conduct : conducts) {
            conduct.occasions().forEach(occasion -> watched(occasion).ifPresent(needed::add));
            Effects.of(conduct).stream().map(Effect::entity).forEach(needed::add);
        }
        return needed;
    }

    private static Optional<EntityId> watched(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Becomes becomes -> Optional.of(becomes.entity());
            case Occasion.Crosses crosses -> Optional.of(crosses.entity());
            default -> Optional.empty();
        };
    }

    /** The entities whose past shows these conflicts and how often this one was started, the weightiest first. */
    public static Set<EntityId> needed(Conduct asked, List<Conflict> conflicts) {
        Set<EntityId> needed = new LinkedHashSet<>();
        asked.occasions().forEach(occasion -> watched(occasion).ifPresent(needed::add));
        conflicts.forEach(conflict -> conflict.entity().ifPresent(needed::add));
        conflicts.stream()
                .flatMap(conflict -> conflict.automations().stream())
                .flatMap(conduct -> conduct.occasions().stream())
                .forEach(occasion -> watched(occasion).ifPresent(needed::add));
        return needed;
    }

    /** The same, shown where history shows them, and with those that it alone tells of these automations. */
    public List<Conflict> shown(List<Conflict> conflicts, List<Conduct> asked) {
        List<Conflict> all = new ArrayList<>(conflicts.stream().map(this::show).toList());
        asked.stream()
                .filter(Conduct::isEnabled)
                .forEach(conduct -> repeated(conduct).ifPresent(all::add));
        return all.stream().sorted(Comparator.comparing(Conflict::kind)).toList();
    }

    /**
     * The conflict with what happened when the first of its automations was started last that history tells of; as it is where nothing is
     * remembered.
     */
    public Conflict show(Conflict conflict) {
        return conflict.automations().stream()
                .flatMap(conduct -> lastBegun(conduct).stream())
                .findFirst()
                .or(() -> lastByClock(conflict))
                .map(from -> conflict.with(lines(conflict, from)))
                .orElse(conflict);
    }

    /** When the last change or number came that started it, waited or not. */
    private Optional<Instant> lastBegun(Conduct conduct) {
        return conduct.occasions().stream()
                .flatMap(occasion -> Firings.of(occasion, past).stream()
                        .max(Comparator.naturalOrder())
                        .map(fired -> fired.minus(hold(occasion)))
                        .stream())
                .max(Comparator.naturalOrder());
    }

    private static Duration hold(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Becomes becomes -> becomes.hold();
            case Occasion.Crosses crosses -> crosses.hold();
            default -> Duration.ZERO;
        };
    }

    /** A clock leaves no trace, but what it is about changes soon after. */
    private Optional<Instant> lastByClock(Conflict conflict) {
        List<Occasion.AtClock> clocks = conflict.automations().stream()
                .flatMap(conduct -> conduct.occasions().stream())
                .filter(Occasion.AtClock.class::isInstance)
                .map(Occasion.AtClock.class::cast)
                .toList();
        List<StateChange> changes = conflict.entity().map(past::changesOf).orElse(List.of());
        return changes.reversed().stream()
                .filter(StateChange::isStateChanged)
                .flatMap(change -> clocks.stream().flatMap(clock -> struck(clock, change.time()).stream()))
                .findFirst();
    }

    /** When this clock struck, if that was just before. */
    private Optional<Instant> struck(Occasion.AtClock clock, Instant change) {
        LocalDateTime local = LocalDateTime.ofInstant(change, zone);
        LocalDateTime today = local.toLocalDate().atTime(clock.time());
        LocalDateTime struck = today.isAfter(local) ? today.minusDays(1) : today;
        boolean isDay = clock.weekdays().isEmpty() || clock.weekdays().contains(struck.getDayOfWeek());
        return isDay && Duration.between(struck, local).compareTo(AFTERMATH) < 0
                ? Optional.of(struck.atZone(zone).toInstant())
                : Optional.empty();
    }

    private List<String> lines(Conflict conflict, Instant from) {
        Set<EntityId> entities = new HashSet<>();
        conflict.entity().ifPresent(entities::add);
        conflict.automations()
                .forEach(conduct -> conduct.occasions()
                        .forEach(occasion -> watched(occasion).ifPresent(entities::add)));
        List<StateChange> changes = new ArrayList<>();
        for (EntityId entity : entities) {
            past.changesOf(entity).stream()
                    .filter(StateChange::isStateChanged)
                    .filter(change ->
                            !change.time().isBefore(from) && change.time().isBefore(from.plus(AFTERMATH)))
                    .forEach(changes::add);
        }
        return changes.stream()
                .sorted(Comparator.comparing(StateChange::time))
                .limit(MAX_LINES)
                .map(this::line)
                .toList();
    }

    private String line(StateChange change) {
        return local(change.time()) + "  " + change.entityId() + ": "
                + (change.before() == null ? "" : change.before() + " → ") + change.after();
    }

    private String local(Instant time) {
        return TIME.format(LocalDateTime.ofInstant(time, zone));
    }

    /** That its triggers came very often at some time; conditions are not asked. */
    public Optional<Conflict> repeated(Conduct conduct) {
        List<Instant> firings = conduct.occasions().stream()
                .flatMap(occasion -> Firings.of(occasion, past).stream())
                .sorted()
                .toList();
        int hour = most(firings, Duration.ofHours(1));
        int day = most(firings, Duration.ofDays(1));
        if (hour < MANY_AN_HOUR && day < MANY_A_DAY) {
            return Optional.empty();
        }
        boolean isHour = hour >= MANY_AN_HOUR;
        Instant begun = begin(firings, isHour ? Duration.ofHours(1) : Duration.ofDays(1));
        List<String> shown = new ArrayList<>();
        shown.add((isHour ? hour : day) + " times within " + (isHour ? "an hour" : "a day") + " from " + local(begun)
                + " on");
        firings.stream()
                .filter(time -> !time.isBefore(begun))
                .limit(MAX_LINES)
                .map(time -> local(time.truncatedTo(ChronoUnit.SECONDS)) + "  started")
                .forEach(shown::add);
        // The numbers of another day do not make another reason of it.
        String words = "The triggers of " + Words.name(conduct) + " came "
                + (isHour
                        ? MANY_AN_HOUR + " times and more within an hour."
                        : MANY_A_DAY + " times and more within a day.");
        return Optional.of(
                Conflict.of(ConflictKind.REPEATED, gravityOf(conduct), List.of(conduct), Optional.empty(), words)
                        .with(shown));
    }

    /** What sets the same each time does nothing by being done again. */
    private static Gravity gravityOf(Conduct conduct) {
        List<Effect> effects = Effects.of(conduct);
        Set<Deed> known = effects.stream().map(Effect::deed).collect(Collectors.toSet());
        boolean isSame = known.containsAll(conduct.deeds())
                && effects.stream().allMatch(effect -> effect.outcome() instanceof Outcome.Sets);
        return isSame ? Gravity.NOTE : Gravity.ASK;
    }

    private static int most(List<Instant> firings, Duration span) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < firings.size(); last++) {
            while (!firings.get(first).plus(span).isAfter(firings.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static Instant begin(List<Instant> firings, Duration span) {
        int most = most(firings, span);
        for (int first = 0; first + most <= firings.size(); first++) {
            if (firings.get(first).plus(span).isAfter(firings.get(first + most - 1))) {
                return firings.get(first);
            }
        }
        return firings.getFirst();
    }
}
