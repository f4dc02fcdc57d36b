package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what always comes right after something else: sooner than a hand could, or always after the same moment of
 * reaction.
 */
final class LeaderSearch {

    /** What comes later is no reaction. */
    private static final long LOOK_BACK_MILLIS = 5_000;

    /** No hand answers within this time, in seconds. */
    private static final double INSTANT = 0.3;

    /** So soon after a run, in seconds, its doings are seen. */
    private static final double RUN_INSTANT = 2;

    /** People's answers within the first seconds spread like a bell curve with a spread of a second at least. */
    private static final double HUMAN_DENSITY = 0.4;

    private static final double MARGIN_SECONDS = 0.05;

    /** In a log that rounds times to more than this, in seconds, nobody can tell what followed what. */
    private static final double COARSEST = 1;

    /** How much more often things happen when anything happens than at any time of the day and night. */
    private static final double BUSY = 20;

    private static final double SIGNIFICANCE = 1e-6;
    private static final int LEAST_ACTS = 4;

    /** A mirror follows nearly always, and nearly all that it does is to follow. */
    private static final double MIRRORED = 0.8;

    private static final Concentration.Human REACTION = new Concentration.Human() {
        @Override
        public double[] widths() {
            return new double[] {0.02, 0.06, 0.2};
        }

        @Override
        public double density(double value) {
            return HUMAN_DENSITY;
        }

        @Override
        public double reach(double value) {
            return LOOK_BACK_MILLIS / 1000.0;
        }
    };

    private final Household home;
    private final Moments moments;
    private final double grain;

    LeaderSearch(Household home, Moments moments, double grain) {
        this.home = home;
        this.grain = grain;
        this.moments = moments;
    }

    List<Regularity> search(OpenActs acts) {
        if (grain > COARSEST) {
            return List.of();
        }
        Map<Leader, List<Concentration.Place>> lags = new TreeMap<>(
                Comparator.comparing((Leader leader) -> leader.entity().value()).thenComparingInt(Leader::state));
        for (int i = 0; i < acts.size(); i++) {
            int act = i;
            moments.before(
                    acts.entity(),
                    acts.timeOf(i),
                    LOOK_BACK_MILLIS,
                    (leader, lag) -> lags.computeIfAbsent(leader, unseen -> new ArrayList<>())
                            .add(new Concentration.Place(lag / 1000.0, act)));
        }
        List<Regularity> found = new ArrayList<>();
        lags.forEach((leader, places) -> {
            if (places.size() >= LEAST_ACTS && !isSameDevice(leader.entity(), acts.entity())) {
                spans(leader, places, acts)
                        .map(span -> new AfterAnother(
                                acts.entity(), acts.state(), leader, span.widenedBy(MARGIN_SECONDS), cause(leader)))
                        .forEach(found::add);
            }
        });
        return found;
    }

    private Stream<Span> spans(Leader leader, List<Concentration.Place> places, OpenActs acts) {
        double instant = leader.isRun() ? RUN_INSTANT : grain > 0 ? -1 : INSTANT;
        double[] soon = places.stream()
                .mapToDouble(Concentration.Place::value)
                .filter(lag -> lag <= instant)
                .sorted()
                .toArray();
        double days = Math.max(1, (home.days().lastTime() - home.days().firstTime()) / 1000.0);
        double chance = Math.min(1, BUSY * (instant + grain) * moments.count(leader) / days);
        boolean atOnce =
                soon.length >= LEAST_ACTS && Binomial.upperTail(soon.length, acts.size(), chance) < SIGNIFICANCE;
        List<Span> spans = new ArrayList<>();
        if (atOnce) {
            spans.add(new Span(soon[0], soon[soon.length - 1]));
        }
        // Two lamps by one hand look like this too, unless one does nothing else.
        if (Actuators.isActuator(leader.entity())) {
            spans.addAll(atOnce ? List.of() : Concentration.find(places, REACTION, grain));
            return spans.stream().limit(1).filter(lag -> isMirror(leader, lag, acts));
        }
        // The same way takes now less and now more than an instant, and now and then much longer.
        spans.addAll(Concentration.find(places, REACTION, grain));
        return spans.stream();
    }

    private boolean isMirror(Leader leader, Span lag, OpenActs acts) {
        Span near = lag.widenedBy(MARGIN_SECONDS);
        long following = Arrays.stream(acts.indices())
                .filter(i -> leader.happened(home, near, acts.timeline().timeAt(i)))
                .count();
        if (following < MIRRORED * acts.size()) {
            return false;
        }
        Timeline leading = Objects.requireNonNull(leader.timeline(home));
        int chances = 0;
        int followed = 0;
        for (int i = 0; i < leading.size(); i++) {
            long time = leading.timeAt(i);
            if (leading.stateAt(i) == leader.state() && acts.timeline().stateBefore(time) != acts.state()) {
                int next = acts.timeline().firstAtOrAfter(time);
                chances++;
                followed += next < acts.timeline().size()
                                && acts.timeline().stateAt(next) == acts.state()
                                && near.contains((acts.timeline().timeAt(next) - time) / 1000.0)
                        ? 1
                        : 0;
            }
        }
        return followed >= MIRRORED * chances;
    }

    /** What a device tells of itself beside its state is no cause of it. */
    private boolean isSameDevice(EntityId one, EntityId other) {
        Optional<String> device = home.registry().entity(one).map(Entity::deviceId);
        return device.isPresent()
                && device.equals(home.registry().entity(other).map(Entity::deviceId))
                && !Actuators.isActuator(one);
    }

    private static Attribution cause(Leader leader) {
        String domain = leader.entity().domain();
        if (leader.isRun()) {
            Cause cause = switch (domain) {
                case "script" -> Cause.SCRIPT;
                case "scene" -> Cause.SCENE;
                default -> Cause.AUTOMATION;
            };
            return new Attribution(cause, null, leader.entity(), 0.95, false);
        }
        return Actuators.isActuator(leader.entity())
                ? new Attribution(Cause.DERIVED, null, null, 0.9, false)
                : new Attribution(Cause.AUTOMATION, null, null, 0.85, false);
    }
}
