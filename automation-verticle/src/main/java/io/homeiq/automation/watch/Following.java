package io.homeiq.automation.watch;

import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.repair.WorkLog;
import io.homeiq.mining.trial.Trial;
import io.homeiq.store.suggestion.DeployedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears the events of the home in order and keeps what they tell of automations in place and trials. For one thread at a time. */
final class Following {

    /** A Home Assistant that restarts shows its automations as unavailable for less than this. */
    private static final Duration RESTARTING = Duration.ofMinutes(3);

    private final Attributor attributor;
    private final List<Placed> placed = new ArrayList<>();
    private final Map<SuggestionId, Trial> trials = new LinkedHashMap<>();
    private final Map<String, Instant> unavailable = new HashMap<>();
    private final List<AutomationOverridden> overrides = new ArrayList<>();
    private long seq;

    private record Placed(DeployedVersion version, EntityId entity, WorkLog works) {}

    Following(Watched watched) {
        this.attributor = new Attributor(watched.registry());
        for (DeployedVersion version : watched.inPlace()) {
            Watched.entityOf(version).ifPresent(entity -> placed.add(new Placed(version, entity, new WorkLog(entity))));
        }
        watched.onTrial()
                .forEach(suggestion -> Trial.of(
                                suggestion.automation().rule(),
                                watched.registry(),
                                suggestion.state().since())
                        .ifPresent(trial -> trials.put(suggestion.id(), trial)));
    }

    /** The number of the newest event that was heard; 0 before the first. */
    long seq() {
        return seq;
    }

    void take(List<Sequenced> events) {
        for (Sequenced next : events) {
            seq = Math.max(seq, next.seq());
            hear(next.event());
        }
    }

    private void hear(HomeEvent event) {
        Attribution who = attributor.accept(event);
        for (Placed each : placed) {
            // What happened before this version was in place is another one's.
            if (!event.time().isBefore(each.version().deployedAt())) {
                each.works()
                        .accept(event, who)
                        .ifPresent(undo -> overrides.add(new AutomationOverridden(
                                each.version().suggestionId(),
                                each.version().automationId(),
                                undo.entity(),
                                undo.ranAt(),
                                undo.undoneAt())));
            }
            if (event instanceof StateChange change && change.entityId().equals(each.entity())) {
                note(each.version().automationId(), change);
            }
        }
        trials.values().forEach(trial -> trial.accept(event, who));
    }

    private void note(String automationId, StateChange change) {
        if ("unavailable".equals(change.after())) {
            unavailable.putIfAbsent(automationId, change.time());
        } else {
            unavailable.remove(automationId);
        }
    }

    /** What people undid since the last call. */
    List<AutomationOverridden> overrides() {
        List<AutomationOverridden> fresh = List.copyOf(overrides);
        overrides.clear();
        return fresh;
    }

    /** The automations that have been unavailable for longer than a restart takes, by id, with since when. */
    Map<String, Instant> unavailable(Instant now) {
        Map<String, Instant> lasting = new HashMap<>();
        unavailable.forEach((id, since) -> {
            if (since.plus(RESTARTING).isBefore(now)) {
                lasting.put(id, since);
            }
        });
        return lasting;
    }

    /** What a trial came to so far; empty if it is not followed. */
    Optional<Evidence> trialOf(SuggestionId id, Instant now) {
        @Nullable Trial trial = trials.get(id);
        if (trial == null) {
            return Optional.empty();
        }
        trial.passTo(now.toEpochMilli());
        return Optional.of(trial.evidence());
    }
}
