package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.mining.statistics.BenjaminiHochberg;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Makes longer chains of the pairs that hold. A device of the same room joins if its link to one before it holds beyond the
 * daily rhythm of both, and the longer chain is kept if all of it holds so, as a whole. Every link and every chain that was
 * counted is one hypothesis of a family that Benjamini and Hochberg control.
 */
final class ChainSearch {

    /** Links counted; those of the best pairs first. */
    static final int MAX_LINKS = 500;

    /** Chains counted. */
    static final int MAX_CHAINS = 500;

    private final Household home;
    private final Ties ties;
    private final Counting counting;
    private final double falseDiscoveryRate;
    private final Map<Tie, Correlation> links = new LinkedHashMap<>();

    private record Tie(Chain.Link before, Chain.Link after) {}

    /** What is asked of the history. */
    interface Counting {

        Correlation count(Moves occasion, Reply answer);

        Moves moves(EntityId entity, Set<String> states);
    }

    /**
     * What was counted of one chain.
     *
     * @param qValue 0 to 1
     */
    record Counted(Chain chain, Correlation correlation, double qValue) {}

    ChainSearch(Household home, Ties ties, Counting counting, double falseDiscoveryRate) {
        this.home = home;
        this.ties = ties;
        this.counting = counting;
        this.falseDiscoveryRate = falseDiscoveryRate;
    }

    /**
     * The chains of three and four that hold.
     *
     * @param pairs that hold, the best first
     * @param acts how often people set a device so; what is set too rarely joins nothing
     */
    List<Counted> of(List<Chain> pairs, ToIntFunction<Chain.Link> acts) {
        Map<EntityId, List<Chain.Link>> joining = joining(acts);
        for (Chain pair : pairs) {
            for (Chain.Link link : joining.getOrDefault(pair.links().getFirst().responder(), List.of())) {
                countLink(pair, link, joining);
            }
        }
        Set<Tie> held = held();
        Map<Chain, Correlation> counted = new LinkedHashMap<>();
        List<Chain> open = new ArrayList<>(pairs);
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < open.size() && counted.size() < MAX_CHAINS; i++) {
            Chain chain = open.get(i);
            for (Chain.Link next : next(chain, pairs, held)) {
                Chain longer = chain.with(next);
                if (counted.size() < MAX_CHAINS && seen.add(List.of(longer.trigger(), longer.responders()))) {
                    Correlation correlation = count(longer);
                    counted.put(longer, correlation);
                    if (correlation.followed() >= PairCounter.MIN_FOLLOWED) {
                        open.add(longer);
                    }
                }
            }
        }
        return holding(counted);
    }

    /** By device: what could join it. */
    private Map<EntityId, List<Chain.Link>> joining(ToIntFunction<Chain.Link> acts) {
        Map<String, List<Chain.Link>> byArea = new LinkedHashMap<>();
        for (EntityId entity : home.timelines().keySet()) {
            Optional<String> area = home.registry().areaOf(entity).map(Area::id);
            Answer.JOINING.stream()
                    .filter(answer -> area.isPresent() && answer.isGivenBy(entity))
                    .map(answer -> new Chain.Link(entity, answer))
                    .filter(link -> acts.applyAsInt(link) >= PairCounter.MIN_FOLLOWED)
                    .forEach(link -> byArea.computeIfAbsent(area.orElseThrow(), key -> new ArrayList<>())
                            .add(link));
        }
        Map<EntityId, List<Chain.Link>> joining = new LinkedHashMap<>();
        byArea.values().forEach(room -> room.forEach(link -> joining.put(link.responder(), room)));
        return joining;
    }

    /** The links from a pair's device to another of the room, and from there to all others. */
    private void countLink(Chain pair, Chain.Link next, Map<EntityId, List<Chain.Link>> joining) {
        Chain.Link first = pair.links().getFirst();
        count(first, next, pair.trigger());
        for (Chain.Link last : joining.getOrDefault(next.responder(), List.of())) {
            count(next, last, pair.trigger());
        }
    }

    private void count(Chain.Link before, Chain.Link after, EntityId trigger) {
        boolean sensible = !before.responder().equals(after.responder())
                && !after.responder().equals(trigger)
                && !ties.isTied(trigger, after.responder())
                && !ties.isTied(before.responder(), after.responder());
        Tie tie = new Tie(before, after);
        if (sensible && links.size() < MAX_LINKS && !links.containsKey(tie)) {
            links.put(tie, counting.count(moves(before), moves(after)));
        }
    }

    private Set<Tie> held() {
        List<Tie> ties = List.copyOf(links.keySet());
        double[] q = BenjaminiHochberg.qValues(
                ties.stream()
                        .mapToDouble(tie -> SynergySearch.pValue(links.getOrDefault(tie, Correlation.NONE)))
                        .toArray(),
                ties.size());
        Set<Tie> held = new HashSet<>();
        for (int i = 0; i < q.length; i++) {
            if (q[i] <= falseDiscoveryRate) {
                held.add(ties.get(i));
            }
        }
        return held;
    }

    /** What is tied to any device of the chain, or to its trigger. */
    private static List<Chain.Link> next(Chain chain, List<Chain> pairs, Set<Tie> held) {
        if (chain.isFull()) {
            return List.of();
        }
        List<Chain.Link> next = new ArrayList<>();
        pairs.stream()
                .filter(pair -> pair.trigger().equals(chain.trigger()))
                .forEach(pair -> next.add(pair.links().getFirst()));
        held.stream()
                .filter(tie -> chain.links().contains(tie.before()))
                .map(Tie::after)
                .sorted((one, other) ->
                        one.responder().value().compareTo(other.responder().value()))
                .forEach(next::add);
        return next.stream()
                .filter(link -> !chain.has(link.responder()))
                .distinct()
                .toList();
    }

    private Correlation count(Chain chain) {
        Set<String> states = Affinity.of(chain.type()).occasion().states();
        return counting.count(
                counting.moves(chain.trigger(), states),
                new Together(chain.links().stream().map(this::moves).toList()));
    }

    private Moves moves(Chain.Link link) {
        return counting.moves(link.responder(), link.answer().states());
    }

    private List<Counted> holding(Map<Chain, Correlation> counted) {
        List<Map.Entry<Chain, Correlation>> all = List.copyOf(counted.entrySet());
        double[] q = BenjaminiHochberg.qValues(
                all.stream()
                        .mapToDouble(entry -> SynergySearch.pValue(entry.getValue()))
                        .toArray(),
                all.size() + links.size());
        List<Counted> holding = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            if (q[i] <= falseDiscoveryRate) {
                holding.add(new Counted(all.get(i).getKey(), all.get(i).getValue(), q[i]));
            }
        }
        return holding;
    }
}
