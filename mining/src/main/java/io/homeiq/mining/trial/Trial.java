package io.homeiq.mining.trial;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.sun.Sun;
import io.homeiq.mining.timeline.LocalDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches live what a rule would have done since its trial began, and what people did. Hears the events in order of time, those from before the trial
 * to know how everything stands. A restarted trial that hears the same events says the same. For one thread at a time.
 */
public final class Trial {

    /** Changes of one entity that wait for having lasted long enough, at most. */
    private static final int MAX_WAITING = 100;

    private final Rule rule;
    private final long since;
    private final Deed deed;
    private final Snapshot states;
    private final Conditions conditions;
    private final Alarms alarms;
    private final TrialRecord record;
    private final Map<EntityId, List<Waiting>> waiting = new HashMap<>();
    private long now = Long.MIN_VALUE;

    /** A trigger that fires once it has held for a while. */
    private record Waiting(Trigger trigger, long due) {}

    private Trial(Rule rule, Deed deed, HomeRegistry registry, Instant since) {
        this.rule = rule;
        this.deed = deed;
        this.since = since.toEpochMilli();
        LocalDays calendar = new LocalDays(registry.config().timeZone());
        Location place = registry.config().location();
        @Nullable
        Sun sun = place == null ? null : new Sun(place, registry.config().timeZone());
        Set<EntityId> asked = new HashSet<>(Entities.of(rule));
        asked.add(deed.entity());
        this.states = new Snapshot(asked);
        this.conditions = new Conditions(states, calendar, sun);
        this.alarms = new Alarms(rule, calendar, sun, this.since);
        this.record = new TrialRecord(calendar, TrialRecord.Patience.of(rule, deed));
    }

    /** Whether what a rule would do can be seen from what happens. */
    public static boolean canFollow(Rule rule) {
        return rule.isTransparent() && Deed.of(rule).isPresent();
    }

    /** Empty for a rule with parts that cannot be followed, or that does nothing that could be seen. */
    public static Optional<Trial> of(Rule rule, HomeRegistry registry, Instant since) {
        return rule.isTransparent()
                ? Deed.of(rule).map(deed -> new Trial(rule, deed, registry, since))
                : Optional.empty();
    }

    /** Takes in the next event. */
    public void accept(HomeEvent event, Attribution who) {
        long time = event.time().toEpochMilli();
        passTo(time);
        if (event instanceof StateChange change && states.isAsked(change.entityId())) {
            changed(change, who, time);
        }
    }

    /** Time goes on although nothing happens. */
    public void passTo(long time) {
        if (time <= now) {
            return;
        }
        now = time;
        alarms.until(time, this::fire);
        waiting.forEach((entity, all) -> {
            List<Waiting> due = all.stream().filter(each -> each.due() <= time).toList();
            all.removeAll(due);
            due.forEach(each -> fire(each.due()));
        });
    }

    private void changed(StateChange change, Attribution who, long time) {
        EntityId entity = change.entityId();
        // A person's act is judged by how things stood before it.
        if (who.act() && deed.isDoneBy(change) && time >= since) {
            record.acted(time, conditions.hold(rule.conditions(), time));
        }
        Optional<Snapshot.Now> before = states.note(change);
        if (change.isStateChanged()) {
            waiting.remove(entity);
        }
        for (Trigger trigger : rule.triggers()) {
            boolean fires = switch (trigger) {
                case StateTrigger state -> happens(state, change);
                case NumericStateTrigger number -> happens(number, entity, before);
                default -> false;
            };
            if (fires) {
                await(trigger, entity, time);
            }
        }
    }

    private void await(Trigger trigger, EntityId entity, long time) {
        long holds = switch (trigger) {
            case StateTrigger state -> state.holdFor().toMillis();
            case NumericStateTrigger number -> number.holdFor().toMillis();
            default -> 0;
        };
        if (holds == 0) {
            fire(time);
            return;
        }
        List<Waiting> all = waiting.computeIfAbsent(entity, any -> new ArrayList<>());
        if (all.size() < MAX_WAITING) {
            all.add(new Waiting(trigger, time + holds));
        }
    }

    private static boolean happens(StateTrigger trigger, StateChange change) {
        return change.isStateChanged()
                && trigger.entities().contains(change.entityId())
                && change.before() != null
                && (trigger.from().isEmpty() || trigger.from().contains(change.before()))
                && (trigger.to().isEmpty() || trigger.to().contains(change.after()));
    }

    private boolean happens(NumericStateTrigger trigger, EntityId entity, Optional<Snapshot.Now> before) {
        Band band = Band.of(trigger);
        return trigger.entities().contains(entity)
                && before.filter(then -> !band.contains(then.number(trigger.attribute())))
                        .isPresent()
                && states.of(entity)
                        .filter(then -> band.contains(then.number(trigger.attribute())))
                        .isPresent();
    }

    private void fire(long time) {
        if (time < since || !conditions.hold(rule.conditions(), time)) {
            return;
        }
        boolean done = states.of(deed.entity())
                .filter(then -> deed.isDoneIn(then.state()))
                .isPresent();
        record.fired(time + deed.waits().toMillis(), done);
    }

    /** What it would have done so far, and how far people agree; what may still be agreed with is left out. */
    public Evidence evidence() {
        return record.evidence(now);
    }
}
