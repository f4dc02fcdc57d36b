package io.homeiq.mining.habit.group;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.habit.ActLog;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Claims;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.GroupHabit;
import io.homeiq.mining.habit.LedScene;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.Tested;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All habits of several entities, and of those that share most of their acts the one that saves people the most. A
 * scene whose occasion is known becomes one rule for all of it.
 */
public final class GroupSearch {

    /** Two habits that share this much of their acts are two views of one. */
    private static final double SAME = 0.5;

    /** Two groups are so with less, for the first step of a sequence counts with neither. */
    public static final double SAME_GROUP = 0.33;

    /** An occasion from outside that leads to every member nearly as surely explains them more simply. */
    private static final double NEARLY = 0.1;

    private static final double MIN_PRECISION = 0.5;

    /** How much an unwanted act weighs against a wanted one when views of the same acts are compared. */
    private static final double UNWANTED = 0.5;

    /** What only has the same occasion, and is seldom done together, is no scene. */
    private static final double MOSTLY = 0.8;

    private final Household home;
    private final DayRange learned;
    private final SceneSearch scenes;
    private final SequenceSearch sequences;
    private final Function<Deed, List<Candidate>> singles;

    /** @param singles the habits of a single deed, also those that another one outdoes */
    public GroupSearch(Household home, DayRange learned, Function<Deed, List<Candidate>> singles) {
        this.home = home;
        this.learned = learned;
        this.singles = singles;
        ActLog log = ActLog.of(home, learned);
        this.scenes = new SceneSearch(home, learned, log);
        this.sequences = new SequenceSearch(home, learned, log);
    }

    /**
     * What was found.
     *
     * @param best the best first; none of them mostly explains the acts of another
     * @param spare other views of the same acts, the best first
     * @param tested how many hypotheses were tested for it
     */
    public record Found(List<Candidate> best, List<Candidate> spare, int tested) {}

    /** The habits with a member that is asked for. What they have in common is searched once, whoever asks next. */
    public Found search(Predicate<EntityId> wanted) {
        Tested together = scenes.search(wanted);
        Tested inOrder = sequences.search(wanted);
        List<Candidate> all = new ArrayList<>();
        for (Candidate scene : together.candidates()) {
            all.add(led(scene).orElse(scene));
        }
        inOrder.candidates().stream()
                .filter(sequence -> !isLedFromOutside(sequence))
                .forEach(all::add);
        all.removeIf(candidate -> candidate.learned().regularity() < MIN_PRECISION);
        all.sort(Comparator.comparingDouble((Candidate candidate) -> -saved(candidate))
                .thenComparingDouble(Candidate::pValue)
                .thenComparing(candidate -> candidate.habit().toString()));
        List<Candidate> best = new ArrayList<>();
        List<Candidate> spare = new ArrayList<>();
        for (Candidate candidate : all) {
            boolean isSame = best.stream().anyMatch(better -> candidate.overlap(better) >= SAME_GROUP);
            (isSame ? spare : best).add(candidate);
        }
        return new Found(best, spare, together.tested() + inOrder.tested());
    }

    /**
     * Acts that the rule would have done for people, less some for those that it would have done to them: a larger view
     * may be wrong a little more often.
     */
    private static double saved(Candidate candidate) {
        Replay learned = candidate.learned();
        int unwanted = learned.opportunities() - learned.hits();
        int others = ((GroupHabit) candidate.habit()).members().size() - 1;
        return (learned.hits() - UNWANTED * unwanted) * others;
    }

    /** The scene on the occasion that leads to one of its members, if there is one that leads to most of it. */
    private Optional<Candidate> led(Candidate scene) {
        List<Deed> members = ((GroupHabit) scene.habit()).members();
        return members.stream()
                .flatMap(member -> fromOutside(member, members))
                .filter(single -> share(scene, single) >= SAME)
                .flatMap(single -> led(scene, single, members).stream())
                .max(Comparator.comparingDouble((Candidate led) -> saved(led))
                        .thenComparing(led -> led.habit().toString()));
    }

    private Optional<Candidate> led(Candidate scene, Candidate lead, List<Deed> members) {
        LedScene led = new LedScene(lead.habit(), members);
        Replay replay = led.replay(home, learned);
        boolean together = replay.hits() >= MOSTLY * lead.learned().hits();
        return replay.hits() >= SceneSearch.MIN_OCCASIONS
                        && together
                        && 2 * replay.hits() >= scene.learned().hits()
                ? Optional.of(new Candidate(
                        led, Math.max(lead.pValue(), scene.pValue()), Math.max(lead.chance(), scene.chance()), replay))
                : Optional.empty();
    }

    /** Whether each step has an occasion that has nothing to do with the other steps. */
    private boolean isLedFromOutside(Candidate sequence) {
        List<Deed> members = ((GroupHabit) sequence.habit()).members();
        double least = sequence.learned().regularity() - NEARLY;
        return members.stream()
                .allMatch(member -> fromOutside(member, members)
                        .anyMatch(single -> single.learned().regularity() >= least && share(sequence, single) >= SAME));
    }

    /** What leads to a member and is no member itself. */
    private Stream<Candidate> fromOutside(Deed member, List<Deed> members) {
        return singles.apply(member).stream()
                .filter(single -> single.habit().triggeredBy().stream()
                        .noneMatch(trigger -> members.stream().map(Deed::entity).anyMatch(trigger::equals)));
    }

    /** How much of the group's acts of this deed the single habit explains. */
    private static double share(Candidate group, Candidate single) {
        Claims acts = group.acts().only(single.habit().deed().entity());
        return (double) acts.common(single.claims()) / Math.max(1, acts.size());
    }
}
