package io.homeiq.mining.behaviour;

import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.Doer;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Finds what ends by itself without a clock, as a kettle when the water boils: a state that lasts some minutes and
 * about equally long each time, and that nobody has ever ended by an account, in a home where others use one often enough.
 */
final class SelfEndingSearch {

    private static final int LEAST_ACTS = 12;

    /** How much longer the long ones last than the short ones; people's own differ more. */
    private static final double EVEN = 3.5;

    /** In seconds: what lasts longer may end with people's day. */
    private static final double LONGEST = 20 * 60;

    private static final double SHORT = 0.05;
    private static final double LONG = 0.95;

    /** How likely it may be that people did it and left no account by chance. */
    private static final double SIGNIFICANCE = 0.01;

    private static final double MARGIN = 0.1;

    private static final Attribution DEVICE = new Attribution(Cause.UNKNOWN, null, null, 0.8, false);

    private SelfEndingSearch() {}

    /** @param accounts share of people's acts that show an account in this home, 0 to 1 */
    static List<Regularity> search(OpenActs acts, double accounts) {
        boolean byAccount = Math.pow(1 - accounts, acts.size()) >= SIGNIFICANCE || isByAccount(acts);
        if (acts.size() < LEAST_ACTS || byAccount) {
            return List.of();
        }
        Timeline timeline = acts.timeline();
        Map<Short, DoubleStream.Builder> byState = new TreeMap<>();
        for (int i = 0; i < acts.size(); i++) {
            int previous = acts.indices()[i] - 1;
            if (previous >= 0 && timeline.stateAt(previous) > StateNames.ABSENT) {
                byState.computeIfAbsent(timeline.stateAt(previous), state -> DoubleStream.builder())
                        .add((acts.timeOf(i) - timeline.timeAt(previous)) / 1000.0);
            }
        }
        return byState.entrySet().stream()
                .flatMap(entry -> search(
                        acts, entry.getKey(), entry.getValue().build().sorted().toArray())
                        .stream())
                .toList();
    }

    private static boolean isByAccount(OpenActs acts) {
        Timeline timeline = acts.timeline();
        for (int i = 0; i < timeline.size(); i++) {
            if (timeline.stateAt(i) == acts.state() && timeline.doerAt(i) == Doer.ACCOUNT) {
                return true;
            }
        }
        return false;
    }

    private static List<Regularity> search(OpenActs acts, short before, double[] lasted) {
        int last = lasted.length - 1;
        boolean even = lasted.length >= LEAST_ACTS
                && lasted[(int) Math.ceil(LONG * last)] <= LONGEST
                && lasted[(int) Math.ceil(LONG * last)] <= EVEN * lasted[(int) (SHORT * last)];
        if (!even) {
            return List.of();
        }
        double[] usual = Arrays.copyOfRange(lasted, (int) (SHORT * last), (int) Math.ceil(LONG * last) + 1);
        Span span = new Span(usual[0] * (1 - MARGIN), usual[usual.length - 1] * (1 + MARGIN));
        return List.of(new AfterItself(acts.entity(), acts.state(), before, span, DEVICE));
    }
}
