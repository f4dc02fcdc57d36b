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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds devices that would go well together, in three steps, so that answers known from before need not be counted again:
 * which questions there are, what the answer to each is, and what follows from all answers. For the thread of the miner
 * alone.
 *
 * <p>Only days that have ended are looked at, the last {@link #MAX_DAYS} of them. Pairs are the beginning of longer chains,
 * as {@link ChainSearch} says.
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
    private final ChainSearch.Counting counting;

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
        this.counting = new ChainSearch.Counting() {
            @Override
            public Correlation count(Moves occasion, Reply answer) {
                return counter.count(occasion, answer);
            }

            @Override
            public Moves moves(EntityId entity, Set<String> states) {
                return SynergySearch.this.moves(entity, states);
            }
        };
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
     * What follows from the answers: pairs that beat chance after correcting for all that were asked about, and the chains
     * that they make. None is inside another that holds as often.
     *
     * @param answers to all questions
     * @return at most {@link #MAX_FOUND}, the best first
     */
    public List<Synergy> rank(Map<Question, Correlation> answers) {
        return ranked(answers).stream().map(Ranked::synergy).toList();
    }

    /** All of them as patterns, each with the reason why it is not proposed; every question is answered anew. */
    public List<Pattern> patterns() {
        Map<Question, Correlation> answers = new HashMap<>();
        questions().forEach(question -> answers.put(question, answer(question)));
        return ranked(answers).stream()
                .map(ranked -> SynergyPattern.of(ranked.synergy(), ranked.qValue(), home))
                .toList();
    }

    private record Ranked(Synergy synergy, double qValue) {}

    private List<Ranked> ranked(Map<Question, Correlation> answers) {
        List<Map.Entry<Question, Correlation>> asked = answers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().pair().toString()))
                .toList();
        double[] q = BenjaminiHochberg.qValues(
                asked.stream().mapToDouble(entry -> pValue(entry.getValue())).toArray(), asked.size());
        List<ChainSearch.Counted> counted = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            if (q[i] <= FALSE_DISCOVERY_RATE) {
                Chain pair = Chain.of(asked.get(i).getKey().pair());
                counted.add(new ChainSearch.Counted(pair, asked.get(i).getValue(), q[i]));
            }
        }
        List<Ranked> pairs = best(counted);
        counted.addAll(chains(counted, pairs));
        return closed(best(counted)).stream().limit(MAX_FOUND).toList();
    }

    /** The chains of those pairs that are worth it. */
    private List<ChainSearch.Counted> chains(List<ChainSearch.Counted> counted, List<Ranked> pairs) {
        Map<List<EntityId>, Chain> byEntities = new HashMap<>();
        counted.forEach(one -> byEntities.put(one.chain().entities(), one.chain()));
        long start = home.calendar().startOf(range.first());
        long end = home.calendar().startOf(range.last() + 1);
        return new ChainSearch(home, ties, counting, FALSE_DISCOVERY_RATE)
                .of(
                        pairs.stream()
                                .limit(MAX_FOUND)
                                .flatMap(pair -> Stream.ofNullable(
                                        byEntities.get(pair.synergy().entities())))
                                .toList(),
                        link -> moves(link.responder(), link.answer().states()).acts(start, end));
    }

    private List<Ranked> best(List<ChainSearch.Counted> counted) {
        return counted.stream()
                .map(one -> new Ranked(writer.write(one.chain(), one.correlation()), one.qValue()))
                .filter(ranked -> ranked.synergy().impactScore() >= MIN_SCORE)
                .sorted(Comparator.comparingDouble(
                                (Ranked ranked) -> -ranked.synergy().worth())
                        .thenComparing(ranked -> ranked.synergy().id().value()))
                .toList();
    }

    private static List<Ranked> closed(List<Ranked> all) {
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> isInside(one.synergy(), other.synergy())))
                .toList();
    }

    private static boolean isInside(Synergy one, Synergy other) {
        return one.depth() < other.depth()
                && one.entities().getFirst().equals(other.entities().getFirst())
                && other.entities().containsAll(one.entities())
                && other.correlation().followed() >= one.correlation().followed();
    }

    static double pValue(Correlation counted) {
        return counted.followed() < PairCounter.MIN_FOLLOWED
                ? 1
                : Binomial.upperTail(counted.followed(), counted.occasions(), counted.chance());
    }
}
