package io.homeiq.mining.behaviour;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds groups of which no registry tells: nearly all that such a thing does comes at once after one of several others of
 * its kind has taken the same state, now this one and now that one.
 */
final class MembersSearch {

    /** So soon, in seconds, a group shows what its member did. */
    private static final double INSTANT = 0.3;

    /** In a log that rounds times to more than this, in seconds, nobody can tell what followed what. */
    private static final double COARSEST = 1;

    private static final int LEAST_ACTS = 8;
    private static final int MAX_MEMBERS = 32;

    /** Acts that no other member explains; of a scene set at one stroke, one member explains all. */
    private static final int LEAST_OWN = 3;

    /** Nearly all that a group does is to follow. */
    private static final double FOLLOWING = 0.93;

    /** It follows nearly each time that there is something to follow. */
    private static final double FOLLOWED = 0.8;

    private static final Attribution DERIVED = new Attribution(Cause.DERIVED, null, null, 0.9, false);

    private final Household home;
    private final Moments moments;
    private final double grain;

    MembersSearch(Household home, Moments moments, double grain) {
        this.home = home;
        this.moments = moments;
        this.grain = grain;
    }

    /** One regularity for each member, those with the most acts first; none if it is no group. */
    List<AfterAnother> search(OpenActs acts) {
        if (grain > COARSEST || acts.size() < LEAST_ACTS) {
            return List.of();
        }
        List<Leader> members = members(acts);
        boolean isGroup = members.size() > 1 && isFollowed(acts, members);
        Span soon = new Span(-grain, INSTANT + grain);
        return isGroup
                ? members.stream()
                        .map(member -> new AfterAnother(acts.entity(), acts.state(), member, soon, DERIVED))
                        .toList()
                : List.of();
    }

    /** Those that explain the acts, the one that explains the most of what is left each time; empty if too much is left. */
    private List<Leader> members(OpenActs acts) {
        Map<Leader, BitSet> near = near(acts);
        BitSet left = new BitSet();
        left.set(0, acts.size());
        List<Leader> members = new ArrayList<>();
        Optional<Leader> next = most(near, left);
        while (next.isPresent() && members.size() < MAX_MEMBERS) {
            members.add(next.get());
            left.andNot(near.get(next.get()));
            next = most(near, left);
        }
        return left.cardinality() <= (1 - FOLLOWING) * acts.size() ? members : List.of();
    }

    private Map<Leader, BitSet> near(OpenActs acts) {
        Map<Leader, BitSet> near = new TreeMap<>(
                Comparator.comparing((Leader leader) -> leader.entity().value()));
        for (int i = 0; i < acts.size(); i++) {
            int act = i;
            moments.before(acts.entity(), acts.timeOf(i), Math.round((INSTANT + grain) * 1000), (leader, lag) -> {
                if (leader.state() == acts.state() && isOfSameKind(leader.entity(), acts.entity())) {
                    near.computeIfAbsent(leader, unseen -> new BitSet()).set(act);
                }
            });
        }
        return near;
    }

    private static boolean isOfSameKind(EntityId one, EntityId other) {
        return Actuators.isActuator(one) && one.domain().equals(other.domain());
    }

    private static Optional<Leader> most(Map<Leader, BitSet> near, BitSet left) {
        return near.entrySet().stream()
                .filter(one -> own(one.getValue(), left) >= LEAST_OWN)
                .max(Comparator.comparingInt((Map.Entry<Leader, BitSet> one) -> own(one.getValue(), left))
                        .thenComparing(one -> one.getKey().entity().value(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private static int own(BitSet near, BitSet left) {
        BitSet own = (BitSet) near.clone();
        own.and(left);
        return own.cardinality();
    }

    /** A group takes a state when the first of its members does, or when the last one does. */
    private boolean isFollowed(OpenActs acts, List<Leader> members) {
        int any = 0;
        int anyFollowed = 0;
        int all = 0;
        int allFollowed = 0;
        for (Leader member : members) {
            Timeline leading = home.timelines().get(member.entity());
            for (int i = 0; leading != null && i < leading.size(); i++) {
                long time = leading.timeAt(i);
                if (leading.stateAt(i) == acts.state() && acts.timeline().stateBefore(time) != acts.state()) {
                    boolean followed = isFollowed(acts, time);
                    boolean last = members.stream().allMatch(other -> other.equals(member) || isIn(other, time));
                    any++;
                    anyFollowed += followed ? 1 : 0;
                    all += last ? 1 : 0;
                    allFollowed += last && followed ? 1 : 0;
                }
            }
        }
        return any > 0 && anyFollowed >= FOLLOWED * any || all > 0 && allFollowed >= FOLLOWED * all;
    }

    private boolean isFollowed(OpenActs acts, long time) {
        Timeline timeline = acts.timeline();
        int next = timeline.firstAtOrAfter(time);
        return next < timeline.size()
                && timeline.stateAt(next) == acts.state()
                && timeline.timeAt(next) - time <= Math.round((INSTANT + grain) * 1000);
    }

    private boolean isIn(Leader member, long time) {
        Timeline timeline = home.timelines().get(member.entity());
        return timeline != null && timeline.stateBefore(time) == member.state();
    }
}
