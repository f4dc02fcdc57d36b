package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.mining.safety.conduct.Conduct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds how the automations of one home get in each other's way. What is switched off takes no part. */
@SuppressWarnings("ReferenceEquality") // two that say the same are two all the same
public final class Conflicts {

    private final Overlaps overlaps;
    private final Physics physics;

    public Conflicts(HomeRegistry home) {
        this.overlaps = new Overlaps(new SunTimes(home.config()));
        this.physics = new Physics(new Neighbourhood(home));
    }

    /** Among all of them, the gravest kind first. */
    public List<Conflict> among(List<Conduct> conducts) {
        return search(conducts, conduct -> true);
    }

    /** Those in which the new one takes part. */
    public List<Conflict> with(Conduct fresh, List<Conduct> existing) {
        List<Conduct> all = new ArrayList<>(existing);
        all.add(fresh);
        return search(all, fresh::equals);
    }

    private List<Conflict> search(List<Conduct> conducts, Predicate<Conduct> isAsked) {
        List<Conduct> enabled = conducts.stream().filter(Conduct::isEnabled).toList();
        IdentityHashMap<Conduct, List<Run>> runs = new IdentityHashMap<>();
        enabled.forEach(conduct -> runs.put(conduct, Run.of(conduct)));
        List<Conflict> found = new ArrayList<>();
        for (int i = 0; i < enabled.size(); i++) {
            Conduct one = enabled.get(i);
            if (isAsked.test(one)) {
                found.addAll(Defeats.of(one));
                Repeats.of(one).ifPresent(found::add);
            }
            for (int j = i + 1; j < enabled.size(); j++) {
                Conduct other = enabled.get(j);
                if (isAsked.test(one) || isAsked.test(other)) {
                    found.addAll(between(one, other, runs));
                }
            }
        }
        found.addAll(linked(
                enabled.stream()
                        .flatMap(one -> runs.getOrDefault(one, List.of()).stream())
                        .toList(),
                isAsked));
        return found.stream().sorted(Comparator.comparing(Conflict::kind)).toList();
    }

    private List<Conflict> between(Conduct one, Conduct other, IdentityHashMap<Conduct, List<Run>> runs) {
        List<Conflict> found = new ArrayList<>();
        Doubles.between(one, other).ifPresent(found::add);
        Set<ConflictKind> seen = new HashSet<>();
        for (Run a : runs.getOrDefault(one, List.of())) {
            for (Run b : runs.getOrDefault(other, List.of())) {
                List<Conflict> here = new ArrayList<>();
                Opposites.between(a, b).ifPresent(here::add);
                overlaps.between(a, b).ifPresent(here::add);
                Defeats.by(a, b).or(() -> Defeats.by(b, a)).ifPresent(here::add);
                here.stream().filter(conflict -> seen.add(conflict.kind())).forEach(found::add);
            }
        }
        return found;
    }

    private List<Conflict> linked(List<Run> runs, Predicate<Conduct> isAsked) {
        Loops loops = new Loops(runs, physics);
        List<Conflict> found = new ArrayList<>(loops.find(isAsked));
        Set<List<Conduct>> seen = new HashSet<>();
        for (Run run : runs) {
            for (Loops.Link link : loops.from(run)) {
                List<Conduct> pair = List.of(link.from().conduct(), link.to().conduct());
                boolean isLoop = found.stream().anyMatch(loop -> pair.stream().allMatch(loop::concerns));
                if (!link.isPhysical()
                        && !pair.getFirst().equals(pair.getLast())
                        && !isLoop
                        && pair.stream().anyMatch(isAsked)
                        && seen.add(pair)) {
                    found.add(Chains.of(link));
                }
            }
        }
        return found;
    }
}
