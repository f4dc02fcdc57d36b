package io.homeiq.replay;

import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.replay.device.Echo;
import io.homeiq.replay.template.Reads;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.Templates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A home for tests: some states, some changes, one automation. */
final class LittleHome {

    static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

    private final List<InitialState> initial = new ArrayList<>();
    private final List<Happening> events = new ArrayList<>();
    private final Map<String, @Nullable Object> automation = new LinkedHashMap<>();
    private ZoneId zone = ZoneId.of("UTC");
    private Instant start = START;
    private Duration length = Duration.ofHours(2);
    private Echo echo = Echo.WITHIN;
    private @Nullable Location place = new Location(52.37, 4.9);
    private boolean bringsZone;

    LittleHome() {
        automation.put("triggers", List.of());
        automation.put("actions", List.of(call("light.turn_on", "light.hall")));
    }

    /** Templates that hold nothing to evaluate give themselves; others are not supported. */
    static Templates plainTemplates() {
        return source -> source.contains("{{")
                ? new Templates.Compiled.Unsupported(source)
                : new Templates.Compiled.Ready(new Templates.Template() {
                    @Override
                    public String source() {
                        return source;
                    }

                    @Override
                    public Rendered render(io.homeiq.replay.template.TemplateScope scope) {
                        return new Rendered.Value(source, source, Reads.NOTHING);
                    }
                });
    }

    static Map<String, Object> call(String action, String entityId) {
        return Map.of("action", action, "target", Map.of("entity_id", entityId));
    }

    LittleHome with(String key, Object value) {
        automation.put(key, value);
        return this;
    }

    LittleHome in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    LittleHome during(String from, Duration span) {
        start = Instant.parse(from);
        length = span;
        return this;
    }

    LittleHome echo(Echo how) {
        echo = how;
        return this;
    }

    /** Home Assistant's own {@code zone.home} is there. */
    LittleHome withZone() {
        bringsZone = true;
        return this;
    }

    /** Nobody knows where it is. */
    LittleHome nowhere() {
        place = null;
        return this;
    }

    LittleHome has(String entityId, String state) {
        return has(entityId, state, Map.of());
    }

    LittleHome has(String entityId, String state, Map<String, @Nullable Object> attributes) {
        initial.add(new InitialState(entityId, state, attributes, null, null));
        return this;
    }

    /** So many seconds after the start; null removes it. */
    LittleHome at(double seconds, String entityId, @Nullable String state) {
        return at(seconds, entityId, state, Map.of());
    }

    LittleHome at(double seconds, String entityId, @Nullable String state, Map<String, @Nullable Object> attributes) {
        events.add(new Happening.StateTaken(time(seconds), entityId, state, attributes, null));
        return this;
    }

    LittleHome happens(Happening happening) {
        events.add(happening);
        return this;
    }

    Instant time(double seconds) {
        return start.plusMillis(Math.round(seconds * 1_000));
    }

    Answer ask() {
        Question question = new Question(
                place,
                zone,
                start,
                start.plus(length),
                initial,
                new Verbatim(automation),
                echo,
                false,
                false,
                bringsZone,
                Question.MAX_FIRINGS);
        return new Replay(plainTemplates()).ask(question, events);
    }

    List<Firing> firings() {
        return ask() instanceof Answer.Replayed replayed
                ? replayed.firings()
                : List.of(new Firing(
                        start, null, Outcome.ERROR, null, List.of(), List.of(), List.of(), ask().toString()));
    }

    /** Seconds after the start at which it fired, whatever came of it. */
    List<Double> fired() {
        return firings().stream().map(firing -> seconds(firing.time())).toList();
    }

    /** {@code seconds action} of every call. */
    List<String> calls() {
        return firings().stream()
                .flatMap(firing -> firing.calls().stream())
                .map(call -> seconds(call.time()) + " " + call.action())
                .toList();
    }

    List<Outcome> outcomes() {
        return firings().stream().map(Firing::outcome).toList();
    }

    private double seconds(Instant time) {
        return Duration.between(start, time).toMillis() / 1_000.0;
    }
}
