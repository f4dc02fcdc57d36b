package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.Household;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the home's automations do, as they are written, for a home whose log ties no change to its cause: a change of a
 * target right after a trigger and the delays before the action is the automation's. Conditions are not looked at, for
 * what a false one kept back did not happen. Triggers by number and those that are not understood give nothing; their
 * runs show themselves.
 */
final class KnownAutomations {

    /** From the moment of an action to the state that shows it, in seconds. */
    private static final Span LATENCY = new Span(-0.1, 2);

    /** People who set off a sensor are near the switch: a second later it may be their hand. */
    private static final double HAND_SECONDS = 1;

    /** Another reckoning of the sun is some seconds off. */
    private static final double SUN_SECONDS = 20;

    /** In a log that rounds times to more than this, in seconds, anything could have followed a trigger. */
    private static final double COARSEST = 1;

    private final Household home;
    private final double grain;
    private final List<Regularity> found = new ArrayList<>();

    private KnownAutomations(Household home, double grain) {
        this.home = home;
        this.grain = grain;
    }

    static List<Regularity> of(List<Automation> automations, Household home, double grain) {
        KnownAutomations known = new KnownAutomations(home, grain);
        if (!home.runs().areTied() && grain <= COARSEST) {
            automations.forEach(known::add);
        }
        return known.found;
    }

    private void add(Automation automation) {
        Attribution cause = new Attribution(Cause.AUTOMATION, null, entityOf(automation.alias()), 0.9, false);
        double after = 0;
        for (Action action : automation.rule().actions()) {
            switch (action) {
                case CallService call -> {
                    for (Trigger trigger : automation.rule().triggers()) {
                        add(trigger, call, after, cause);
                    }
                }
                case Delay delay -> after += delay.duration().toMillis() / 1000.0;
                default -> {
                    // How long it takes is not known, so nothing after it is.
                    return;
                }
            }
        }
    }

    private void add(Trigger trigger, CallService call, double after, Attribution cause) {
        Span seen = new Span(after + LATENCY.from() - grain, after + LATENCY.until() + grain);
        for (EntityId target : call.targets()) {
            for (String name : Effects.of(call)) {
                short state = home.states().codeOf(name);
                switch (trigger) {
                    case TimeTrigger time ->
                        time.at()
                                .forEach(at ->
                                        found.add(new AtClock(target, state, seen.movedBy(at.toSecondOfDay()), cause)));
                    case SunTrigger sun -> {
                        Span offset =
                                seen.widenedBy(SUN_SECONDS).movedBy(sun.offset().toMillis() / 1000.0);
                        found.add(new AtSun(target, state, sun.event(), offset, cause));
                    }
                    case StateTrigger on -> follow(on, target, state, seen, cause);
                    default -> {}
                }
            }
        }
    }

    private void follow(StateTrigger on, EntityId target, short state, Span seen, Attribution cause) {
        Span soon = new Span(seen.from(), seen.until() - LATENCY.until() + HAND_SECONDS);
        Span lag = soon.movedBy(on.holdFor().toMillis() / 1000.0);
        for (EntityId entity : on.entities()) {
            for (String to : on.to()) {
                Leader leader = new Leader(entity, home.states().codeOf(to));
                found.add(new AfterAnother(target, state, leader, lag, cause));
            }
        }
    }

    /** The entity that Home Assistant makes of an alias; null if that cannot be told. */
    private static @Nullable EntityId entityOf(String alias) {
        String plain = Normalizer.normalize(alias, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return plain.isEmpty() ? null : new EntityId("automation." + plain);
    }
}
