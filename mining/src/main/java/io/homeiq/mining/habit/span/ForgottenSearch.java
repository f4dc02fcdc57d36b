package io.homeiq.mining.habit.span;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.Deed;
import io.homeiq.mining.habit.Tested;
import io.homeiq.mining.habit.TriggerHabit;
import io.homeiq.mining.habit.answer.AnswerTest;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.SomebodyHome;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what people end because it was left on: some time after the last one left or people went to bed, which is longer
 * than an answer to any other change may take. The null hypothesis is that of every answer ({@link AnswerTest}).
 */
public final class ForgottenSearch {

    /** How long after leaving, or from bed, people still think of it, in milliseconds. */
    private static final long[] DELAYS = {600_000, 1_200_000, 2_400_000};

    /** Beside "not at home" people may be at places with names. */
    private static final int MAX_PLACES = 3;

    private static final double WORTH_KEEPING = 0.05;

    private final Household home;
    private final DayRange learned;
    private final PeopleMoments moments;
    private List<PeopleMoments.Moment> occasions = List.of();
    private int entities = -1;

    public ForgottenSearch(Household home, DayRange learned, PeopleMoments moments) {
        this.home = home;
        this.learned = learned;
        this.moments = moments;
    }

    public Tested search(Deed deed) {
        if (!DurationSearch.isEnd(home.states().nameOf(deed.state()))) {
            return Tested.NOTHING;
        }
        AnswerTest test = new AnswerTest(home, learned);
        List<PeopleMoments.Moment> occasions = occasions();
        List<Candidate> found = occasions.stream()
                .flatMap(occasion -> best(test, deed, occasion.teller(), occasion.state()).stream())
                .filter(candidate -> candidate.pValue() <= WORTH_KEEPING)
                .toList();
        return new Tested(found, occasions.size());
    }

    /** Leaving and going to bed. Looked for when entities were added. */
    private List<PeopleMoments.Moment> occasions() {
        if (entities != home.timelines().size()) {
            entities = home.timelines().size();
            List<PeopleMoments.Moment> all = new ArrayList<>(moments.bedtimes());
            people().ifPresent(people -> away(home.timeline(people).orElseThrow())
                    .forEach(state -> all.add(new PeopleMoments.Moment(people, state))));
            occasions = List.copyOf(all);
        }
        return occasions;
    }

    private Optional<Candidate> best(AnswerTest test, Deed deed, EntityId people, short away) {
        return Stream.of(0, 1, 2)
                .map(i -> {
                    TriggerHabit habit = new TriggerHabit(deed, people, away, DELAYS[i], List.of());
                    return test.of(habit, habit.replay(home, learned), DELAYS[i], DELAYS.length);
                })
                .min((a, b) -> Double.compare(a.pValue(), b.pValue()));
    }

    /** Whoever tells that nobody is at home: the zone, or the only one there is. */
    private Optional<EntityId> people() {
        if (home.timeline(SomebodyHome.ZONE).isPresent()) {
            return Optional.of(SomebodyHome.ZONE);
        }
        List<EntityId> witnesses = SomebodyHome.witnesses(home.timelines());
        return witnesses.size() == 1 ? Optional.of(witnesses.getFirst()) : Optional.empty();
    }

    /** Everything but being at home; of places with names the first few. */
    private List<Short> away(Timeline people) {
        return IntStream.range(0, people.size())
                .mapToObj(people::stateAt)
                .distinct()
                .filter(state -> state > StateNames.ABSENT
                        && !PeopleMoments.isHome(home.states().nameOf(state)))
                .limit(MAX_PLACES)
                .toList();
    }
}
