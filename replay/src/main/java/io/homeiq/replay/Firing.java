package io.homeiq.replay;

import io.homeiq.replay.history.Effect;
import io.homeiq.replay.home.FiredEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that a trigger happened.
 *
 * @param trigger its position in the list, disabled ones counted; null if the variables could not be rendered, or if the
 *     automation was triggered by a service
 * @param condition the position of the first condition that failed or could not be told; null if none did
 * @param calls in order of time
 * @param effects states that entities took because of it, in order of time
 * @param events that it fired, in order of time
 * @param error what broke it, or what of it is not supported; null if nothing did
 */
public record Firing(
        Instant time,
        @Nullable Integer trigger,
        Outcome outcome,
        @Nullable Integer condition,
        List<PerformedCall> calls,
        List<Effect> effects,
        List<FiredEvent> events,
        @Nullable String error) {

    public Firing {
        calls = List.copyOf(calls);
        effects = List.copyOf(effects);
        events = List.copyOf(events);
    }
}
