package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Occasion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Circles of automations that start each other, also by what a device does to a sensor beside it. */
@SuppressWarnings("ReferenceEquality") // two that say the same are two all the same
final class Loops {

    /** Automations in one circle; longer ones are too unlikely to be worth the search. */
    private static final int MAX_LENGTH = 4;

    /** A circle that takes longer than this to come round does no harm at once. */
    private static final Duration SLOW = Duration.ofMinutes(1);

    private final List<Run> runs;
    private final Physics physics;
    private final IdentityHashMap<Run, List<Link>> links = new IdentityHashMap<>();

    /** One automation's doing that starts another. */
    record Link(Run from, Deed deed, Optional<Effect> effect, Run to, boolean isPhysical) {

        /** As in "it …". */
        String doing() {
            return effect.map(Words::does).orElseGet(() -> Loops.doing(deed));
        }
    }

    Loops(List<Run> runs, Physics physics) {
        this.runs = runs;
        this.physics = physics;
        index();
    }

    private void index() {
        Map<String, List<Run>> byEntity = new HashMap<>();
        List<Run> numbers = new ArrayList<>();
        for (Run run : runs) {
            switch (run.occasion()) {
                case Occasion.Becomes becomes ->
                    byEntity.computeIfAbsent(becomes.entity().value(), any -> new ArrayList<>())
                            .add(run);
                case Occasion.Crosses crosses -> {
                    byEntity.computeIfAbsent(crosses.entity().value(), any -> new ArrayList<>())
                            .add(run);
                    numbers.add(run);
                }
                default -> {}
            }
        }
        for (Run run : runs) {
            List<Link> out = new ArrayList<>();
            for (Effect effect : run.effects()) {
                byEntity.getOrDefault(effect.entity().value(), List.of()).stream()
                        .filter(next -> Sparks.lights(effect, next.occasion()) && canFollow(run, effect, next))
                        .forEach(next -> out.add(new Link(run, effect.deed(), Optional.of(effect), next, false)));
                numbers.stream()
                        .filter(next -> isPushed(effect, run, next))
                        .forEach(next -> out.add(new Link(run, effect.deed(), Optional.of(effect), next, true)));
            }
            direct(run, out);
            links.put(run, out);
        }
    }

    private void direct(Run run, List<Link> out) {
        for (Deed deed : run.deeds()) {
            if (deed.domain().equals("event") || deed.domain().equals("automation")) {
                runs.stream()
                        .filter(next -> Sparks.starts(deed, next.conduct(), next.occasion()))
                        .forEach(next -> out.add(new Link(run, deed, Optional.empty(), next, false)));
            }
        }
    }

    private static String doing(Deed deed) {
        return deed.domain().equals("event") ? "sends the event " + deed.service() : "calls " + deed.name();
    }

    /** Whether the effect can be the change that the other waits for, and the other's conditions can hold after it. */
    private static boolean canFollow(Run run, Effect effect, Run next) {
        Optional<String> state = effect.outcome().certainState();
        if (state.isEmpty() || !(next.occasion() instanceof Occasion.Becomes becomes)) {
            return true;
        }
        Condition after = Logic.is(effect.entity(), state.get());
        List<Condition> before = run.conditionsOf(effect);
        boolean isChange = becomes.anyChange() || !Logic.impliesAll(before, List.of(after));
        boolean isFrom = becomes.from().isEmpty()
                || !Logic.cannotHold(Logic.joined(
                        before,
                        List.of(new StateCondition(
                                List.of(effect.entity()), List.copyOf(becomes.from()), Duration.ZERO))));
        return isChange
                && isFrom
                && !isUndoneBefore(run, effect, becomes.hold())
                && !Logic.cannotHold(Logic.joined(List.of(after), next.conduct().conditions()));
    }

    /** Whether the same run sets it otherwise before it has been so for long enough. */
    private static boolean isUndoneBefore(Run run, Effect effect, Duration hold) {
        return !hold.isZero()
                && run.effects().stream()
                        .anyMatch(later -> later.entity().equals(effect.entity())
                                && later.deed().step() > effect.deed().step()
                                && !later.outcome()
                                        .certainState()
                                        .equals(effect.outcome().certainState())
                                && later.deed()
                                                .after()
                                                .minus(effect.deed().after())
                                                .compareTo(hold)
                                        < 0);
    }

    private boolean isPushed(Effect effect, Run run, Run next) {
        if (!(next.occasion() instanceof Occasion.Crosses crosses)) {
            return false;
        }
        return physics.on(effect, crosses)
                .filter(influence -> (influence.push() == Physics.Push.UP) == (crosses.above() != null))
                .filter(influence -> !influence.isSlow() || !isThermostat(run.occasion(), crosses))
                .isPresent();
    }

    /** A slow quantity is held where it is wanted, unless two bounds cross so that both ways are asked for at once. */
    private static boolean isThermostat(Occasion begun, Occasion.Crosses ended) {
        if (!(begun instanceof Occasion.Crosses began) || !began.entity().equals(ended.entity())) {
            return true;
        }
        boolean isCrossedUp = began.below() != null && ended.above() != null && ended.above() < began.below();
        boolean isCrossedDown = began.above() != null && ended.below() != null && ended.below() > began.above();
        return !isCrossedUp && !isCrossedDown;
    }

    /** What each run starts. */
    List<Link> from(Run run) {
        return links.getOrDefault(run, List.of());
    }

    /** Every circle through one of those asked about once, the shortest for each set of automations. */
    List<Conflict> find(Predicate<Conduct> isAsked) {
        Map<Set<Conduct>, Conflict> found = new LinkedHashMap<>();
        for (Run run : runs) {
            if (isAsked.test(run.conduct())) {
                search(run, List.of(), found);
            }
        }
        return new ArrayList<>(found.values());
    }

    private void search(Run start, List<Link> path, Map<Set<Conduct>, Conflict> found) {
        Run at = path.isEmpty() ? start : path.getLast().to();
        for (Link link : from(at)) {
            if (Run.isOpen(link.deed())) {
                continue;
            }
            List<Link> longer = new ArrayList<>(path);
            longer.add(link);
            if (link.to().conduct() == start.conduct()) {
                close(start, longer, found);
            } else if (longer.size() < MAX_LENGTH
                    && path.stream()
                            .noneMatch(
                                    before -> before.to().conduct() == link.to().conduct())) {
                search(start, longer, found);
            }
        }
    }

    private void close(Run start, List<Link> path, Map<Set<Conduct>, Conflict> found) {
        Set<Conduct> members = Collections.newSetFromMap(new IdentityHashMap<>());
        path.forEach(link -> members.add(link.from().conduct()));
        Set<Conduct> key = new HashSet<>(members);
        if (found.containsKey(key) && found.get(key).gravity() != Gravity.NOTE) {
            return;
        }
        List<Run> theirs =
                runs.stream().filter(run -> members.contains(run.conduct())).toList();
        boolean goesOn = new LoopTrial(theirs, physics).goesOn(start);
        boolean isEcho = !goesOn && path.size() > 1 && path.getLast().to() == start;
        if (goesOn || isEcho && !found.containsKey(key)) {
            found.put(key, conflict(path, goesOn));
        }
    }

    private static Conflict conflict(List<Link> path, boolean goesOn) {
        List<Conduct> members = path.stream().map(link -> link.from().conduct()).toList();
        StringBuilder words = new StringBuilder();
        for (Link link : path) {
            words.append(words.isEmpty() ? "" : "; that ")
                    .append(
                            words.isEmpty()
                                    ? Words.name(link.from().conduct()) + " "
                                    : "starts " + Words.name(link.from().conduct()) + ", which ")
                    .append(link.doing())
                    .append(link.isPhysical() ? ", which the sensor beside it notices" : "");
        }
        words.append(
                path.size() == 1
                        ? "; that starts it again."
                        : "; that starts " + Words.name(members.getFirst()) + " again.");
        words.append(
                goesOn
                        ? " They go on like that" + every(path)
                                + (isUncertain(path) ? ", unless their other conditions stop it." : ".")
                        : " It ends there only because nothing changes any more; switched quickly, they can chase each"
                                + " other.");
        return Conflict.of(
                ConflictKind.LOOP,
                gravity(path, goesOn),
                members,
                path.getFirst().effect().map(Effect::entity),
                words.toString());
    }

    private static String every(List<Link> path) {
        Duration period = period(path);
        return period.isZero() ? "" : ", once in " + Words.duration(period);
    }

    private static Gravity gravity(List<Link> path, boolean goesOn) {
        if (!goesOn) {
            return Gravity.NOTE;
        }
        boolean isPhysical = path.stream().anyMatch(Link::isPhysical);
        return isPhysical || isUncertain(path) || period(path).compareTo(SLOW) >= 0 ? Gravity.ASK : Gravity.BLOCK;
    }

    private static boolean isUncertain(List<Link> path) {
        return path.stream()
                .anyMatch(link -> !link.deed().isSure()
                        || link.from().conduct().conditionsOf(link.deed()).stream()
                                .anyMatch(condition -> !condition.isTransparent()));
    }

    private static Duration period(List<Link> path) {
        return path.stream()
                .map(link -> (link.effect().isEmpty()
                                ? Duration.ZERO
                                : hold(link.to().occasion()))
                        .plus(link.deed().after()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration hold(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Becomes becomes -> becomes.hold();
            case Occasion.Crosses crosses -> crosses.hold();
            default -> Duration.ZERO;
        };
    }
}
