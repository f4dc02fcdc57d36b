package io.homeiq.app.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * History of the sample home as a file of events: first a household that switches the lamp on whenever the front door opens, at all hours; then one
 * that no longer wants that at once but some minutes later. The same for the same seed and moment.
 */
final class WrittenHistory {

    private static final int SLOTS_A_DAY = 4;
    private static final Duration SLOT = Duration.ofHours(24 / SLOTS_A_DAY);
    private static final int DELAY_SECONDS = 8 * 60;

    private final SplittableRandom random;
    private final String name;
    private final String user;
    private final List<Line> lines = new ArrayList<>();
    private int contexts;

    private record Line(Instant time, String json) {}

    private WrittenHistory(long seed, String name, String user) {
        this.random = new SplittableRandom(seed);
        this.name = name;
        this.user = user;
    }

    /** @param user who switches the lamp off; who switches it on uses the switch on the wall */
    static WrittenHistory withTheHabit(long seed, Instant end, int days, String user) {
        WrittenHistory history = new WrittenHistory(seed, "PAST", user);
        Instant start = end.minus(Duration.ofDays(days));
        history.change(start, LivedHome.DOOR, null, "off", history.context());
        history.change(start, LivedHome.LAMP, null, "off", history.context());
        for (int slot = 0; slot < days * SLOTS_A_DAY; slot++) {
            history.habit(start.plus(SLOT.multipliedBy(slot)).plusSeconds(history.between(60, 9_000)));
        }
        return history;
    }

    /** On each of the days the automation runs once, its work is undone at once, and done by hand some minutes later. */
    static WrittenHistory withUndoing(long seed, Instant start, int days, String user, String automation) {
        WrittenHistory history = new WrittenHistory(seed, "NEXT", user);
        for (int day = 0; day < days; day++) {
            history.undoing(start.plus(Duration.ofDays(day)).plusSeconds(history.between(3_600, 60_000)), automation);
        }
        return history;
    }

    private void habit(Instant time) {
        door(time, context());
        boolean done = between(0, 20) > 0;
        if (done) {
            Instant on = time.plusMillis(between(2_500, 9_500));
            change(on, LivedHome.LAMP, "off", "on", context());
            change(on.plusSeconds(between(1_500, 9_000)), LivedHome.LAMP, "on", "off", byUser());
        }
    }

    private void undoing(Instant time, String automation) {
        String opening = context();
        door(time, opening);
        String run = context("\"" + id() + "\"", null);
        line(
                time.plusMillis(20),
                "automation_triggered",
                "{\"name\": \"HomeIQ\", \"entity_id\": \"" + automation + "\"}",
                run);
        change(time.plusMillis(200), LivedHome.LAMP, "off", "on", run);
        change(time.plusSeconds(between(15, 45)), LivedHome.LAMP, "on", "off", byUser());
        Instant wanted = time.plusSeconds(DELAY_SECONDS + between(-30, 30));
        change(wanted, LivedHome.LAMP, "off", "on", context());
        change(wanted.plusSeconds(between(3_000, 6_000)), LivedHome.LAMP, "on", "off", byUser());
    }

    private void door(Instant time, String opening) {
        change(time, LivedHome.DOOR, "off", "on", opening);
        change(time.plusSeconds(between(12, 40)), LivedHome.DOOR, "on", "off", context());
    }

    private long between(int least, int most) {
        return random.nextLong(least, most);
    }

    private String id() {
        contexts++;
        return String.format("01%s%020d", name, contexts);
    }

    private String context() {
        return context("null", null);
    }

    private String byUser() {
        return context("null", user);
    }

    private String context(String parent, @Nullable String person) {
        String who = person == null ? "null" : "\"" + person + "\"";
        return "{\"id\": \"" + id() + "\", \"parent_id\": " + parent + ", \"user_id\": " + who + "}";
    }

    private void change(Instant time, String entity, @Nullable String before, String after, String context) {
        String old = before == null ? "null" : state(time, entity, before, context);
        line(
                time,
                "state_changed",
                "{\"entity_id\": \"" + entity + "\", \"old_state\": " + old + ", \"new_state\": "
                        + state(time, entity, after, context) + "}",
                context);
    }

    private static String state(Instant time, String entity, String state, String context) {
        return "{\"entity_id\": \"" + entity + "\", \"state\": \"" + state
                + "\", \"attributes\": {}, \"last_changed\": \"" + time + "\", \"last_updated\": \"" + time
                + "\", \"context\": " + context + "}";
    }

    private void line(Instant time, String type, String data, String context) {
        lines.add(new Line(
                time,
                "{\"event_type\": \"" + type + "\", \"data\": " + data + ", \"origin\": \"LOCAL\", \"time_fired\": \""
                        + time + "\", \"context\": " + context + "}"));
    }

    /** How many events it has. */
    int size() {
        return lines.size();
    }

    /** In order of time. */
    Path writeTo(Path file) {
        Stream<String> sorted =
                lines.stream().sorted(Comparator.comparing(Line::time)).map(Line::json);
        try {
            return Files.write(file, sorted.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
