package io.homeiq.mining.anomaly;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.suggestion.EntityNames;
import io.homeiq.mining.timeline.Household;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what was odd as a pattern that is never proposed, with the sentence that explains it. */
final class AnomalyWriter {

    private static final int HASH_BYTES = 8;

    private final HomeId homeId;
    private final Household home;
    private final EntityNames names;

    AnomalyWriter(HomeId homeId, Household home) {
        this.homeId = homeId;
        this.home = home;
        this.names = new EntityNames(home.registry());
    }

    Pattern write(Suspicion suspicion, double qValue) {
        Suspicion.Oddity oddity = suspicion.oddity().orElseThrow();
        Instant time = Instant.ofEpochMilli(oddity.time());
        String sentence = sentence(suspicion.entity(), oddity);
        return new Pattern(
                id(suspicion.entity(), oddity),
                PatternKind.ANOMALY,
                suspicion.entity(),
                rule(suspicion.entity(), oddity),
                1 - qValue,
                qValue,
                1,
                time,
                time,
                null,
                new Finding.NotProposed(sentence));
    }

    private String sentence(EntityId entity, Suspicion.Oddity oddity) {
        String when = clock(home.calendar().secondOfDay(oddity.time())) + " on "
                + home.calendar().dateOf(home.calendar().dayOf(oddity.time()));
        return switch (oddity) {
            case Suspicion.OddHour odd ->
                names.of(entity) + " was opened at " + when + "; in " + days(odd) + "never open between "
                        + at(odd.fromSlot()) + " and " + at(odd.untilSlot());
            case Suspicion.LeftOpen left ->
                names.of(entity) + " was opened at " + when + " and stayed open for " + words(left.seconds()) + "; in "
                        + days(left) + "never open for longer than " + words(left.longest());
        };
    }

    private static String days(Suspicion.Oddity oddity) {
        int forgiven = oddity.known().forgiven();
        String but = forgiven == 0 ? "" : "but for " + (forgiven == 1 ? "one odd time " : forgiven + " odd times ");
        return oddity.known().days() + " days it was " + but;
    }

    /** Tells the owner when it happens again. */
    private static Rule rule(EntityId entity, Suspicion.Oddity oddity) {
        CallService tell = new CallService(
                "persistent_notification",
                "create",
                List.of(),
                new Verbatim(Map.of("message", entity + " is open at an unusual time")));
        StateTrigger opened = StateTrigger.of(entity, "off", "on");
        return switch (oddity) {
            case Suspicion.OddHour odd -> {
                Condition hours = new TimeCondition(at(odd.fromSlot()), at(odd.untilSlot()), Set.of());
                yield new Rule(List.of(opened), List.of(hours), List.of(tell));
            }
            case Suspicion.LeftOpen left ->
                new Rule(
                        List.of(new StateTrigger(
                                opened.entities(), opened.from(), opened.to(), Duration.ofSeconds(left.longest()))),
                        List.of(),
                        List.of(tell));
        };
    }

    /** The same oddity has the same id, whenever it is looked at. */
    private PatternId id(EntityId entity, Suspicion.Oddity oddity) {
        String said = homeId + "\n" + oddity.getClass().getSimpleName() + "\n" + entity + "\n" + oddity.time();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return new PatternId("anomaly_" + HexFormat.of().formatHex(hash, 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static LocalTime at(int slot) {
        return LocalTime.ofSecondOfDay((long) slot * DaySlots.SECONDS);
    }

    private static String clock(int secondOfDay) {
        return LocalTime.ofSecondOfDay(secondOfDay / 60 * 60L).toString();
    }

    private static String words(long seconds) {
        long minutes = Math.max(1, seconds / 60);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
