package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.contracts.synergy.Synergy;
import io.homeiq.mining.statistics.BenjaminiHochberg;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds devices that would go well together, in three steps, so that answers known from before need not be counted again:
 * which questions there are, what the answer to each is, and what follows from all answers. For the thread of the miner
 * alone.
 *
 * <p>Only days that have ended are looked at, the last {@link #MAX_DAYS} of them. Pairs are the beginning of longer chains:
 * where one pair's responder is another one's trigger, the two make a chain of three.
 */
public final class SynergySearch {

    /** Synergies of one home; nobody looks through more. */
    public static final int MAX_FOUND = 50;

    /** A season; what was before says little about the devices of today. */
    static final int MAX_DAYS = 90;

    /** Changes when an answer is counted in another way, so that older answers are not taken for it. */
    private static final String METHOD = "v1";

    /** The share of chance findings that is tolerated. */
    private static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final double MIN_SCORE = 0.1;

    private final Household home;
    private final DayRange range;
    private final Ties ties;
    private final PairCounter counter;
    private final SynergyWriter writer;

    /**
     * Over the history of a household with at least two days.
     *
     * @param automations that the home has
     * @param patterns found so far, proven or not
     */
    public SynergySearch(HomeId homeId, Household home, List<Automation> automations, List<Pattern> patterns) {
        DayRange all = home.days().all();
        this.home = home;
        this.range = new DayRange(Math.max(all.first(), all.last() - MAX_DAYS), all.last() - 1);
        this.ties = new Ties(automations, patterns);
        this.counter = new PairCounter(home, range);
        this.writer = new SynergyWriter(homeId, home, ties);
    }

    /** What must be answered before anything can be found; the same in every run. */
    public List<Question> questions() {
        return new PairSearch(home, range, ties)
                .pairs().stream().map(this::question).toList();
    }

    private Question question(Pair pair) {
        long start = home.calendar().startOf(range.first());
        long end = home.calendar().startOf(range.last() + 1);
        Moves answer = moves(pair.responder(), Affinity.of(pair.type()).answer().states());
        String extent = String.join(
                " ",
                METHOD,
                home.calendar().dateOf(range.first()).toString(),
                home.registry().config().timeZone().getId(),
                changes(home.timeline(pair.trigger()).orElseThrow(), start, end),
                changes(answer.timeline(), start, end),
                String.valueOf(answer.acts(start, end)));
        return new Question(pair, home.calendar().dateOf(range.last()), extent);
    }

    private static String changes(Timeline timeline, long start, long end) {
        return String.valueOf(timeline.firstAtOrAfter(end) - timeline.firstAtOrAfter(start));
    }

    /** Counts the answer. */
    public Correlation answer(Question question) {
        Pair pair = question.pair();
        Affinity affinity = Affinity.of(pair.type());
        return counter.count(
                moves(pair.trigger(), affinity.occasion().states()),
                moves(pair.responder(), affinity.answer().states()));
    }

    private Moves moves(EntityId entity, Set<String> states) {
        return new Moves(home.timeline(entity).orElseThrow(), home.states(), states);
    }

    /**
     * What follows from the answers: pairs that beat chance after correcting for all that were asked about.
     *
     * @param answers to all questions
     * @return at most {@link #MAX_FOUND}, the best first
     */
    public List<Synergy> rank(Map<Question, Correlation> answers) {
        List<Map.Entry<Question, Correlation>> asked = answers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().pair().toString()))
                .toList();
        double[] q = BenjaminiHochberg.qValues(
                asked.stream().mapToDouble(entry -> pValue(entry.getValue())).toArray(), asked.size());
        List<Synergy> found = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Synergy synergy =
                    writer.write(asked.get(i).getKey().pair(), asked.get(i).getValue());
            if (q[i] <= FALSE_DISCOVERY_RATE && synergy.impactScore() >= MIN_SCORE) {
                found.add(synergy);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Synergy synergy) -> -synergy.impactScore())
                        .thenComparing(synergy -> synergy.id().value()))
                .limit(MAX_FOUND)
                .toList();
    }

    private static double pValue(Correlation counted) {
        return counted.followed() < PairCounter.MIN_FOLLOWED
                ? 1
                : Binomial.upperTail(counted.followed(), counted.occasions(), counted.chance());
    }
}
