package io.homeiq.mining.behaviour;

import io.homeiq.mining.statistics.Binomial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where on a line far more acts lie together than people can manage. Under the null hypothesis the acts around
 * spread as those of the most punctual people do; how many fall into a window is binomial (a scan statistic, with each
 * act as a possible beginning of the window: Naus 1965).
 */
final class Concentration {

    /** Windows of one deed; a device has no longer schedule. */
    private static final int MAX_WINDOWS = 16;

    /** Below this chance it was no person. */
    private static final double SIGNIFICANCE = 1e-4;

    /** Part of the digits by which a chance is small that a wider window must keep. */
    private static final double NEARLY = 0.6;

    private static final int LEAST_ACTS = 3;

    private final List<Place> places;
    private final Human human;
    private final double grain;

    /**
     * One act.
     *
     * @param value where it lies, in seconds
     * @param group acts of one group, such as a day, count once
     */
    record Place(double value, int group) {}

    /** What the most punctual person would do. */
    interface Human {

        /** Widths of windows to look at, in seconds, rising. */
        double[] widths();

        /** The share of the acts around a value that one second of them holds at most. */
        double density(double value);

        /** How far the acts around a value reach to either side, in seconds. */
        double reach(double value);

        /** By how much less likely a window that begins here is, as for whole minutes; 1 if by nothing. */
        default double coincidence(double from) {
            return 1;
        }
    }

    private Concentration(List<Place> places, Human human, double grain) {
        this.places = new ArrayList<>(places);
        this.places.sort(Comparator.comparingDouble(Place::value).thenComparingInt(Place::group));
        this.human = human;
        this.grain = grain;
    }

    /**
     * The windows, the clearest first.
     *
     * @param grain to how many seconds the log tells times: what is rounded together was not done together
     */
    static List<Span> find(List<Place> places, Human human, double grain) {
        return new Concentration(places, human, grain).all();
    }

    private record Window(int from, int until, double chance) {}

    private List<Span> all() {
        List<Span> found = new ArrayList<>();
        Window best = best();
        while (best.chance() < SIGNIFICANCE && found.size() < MAX_WINDOWS) {
            found.add(new Span(
                    places.get(best.from()).value(), places.get(best.until()).value()));
            places.subList(best.from(), best.until() + 1).clear();
            best = best();
        }
        return found;
    }

    /** The window with the least chance; or one that is wider, if its chance is nearly as small. */
    private Window best() {
        Window best = new Window(0, 0, 1);
        List<Window> byWidth = new ArrayList<>();
        for (double width : human.widths()) {
            Window one = best(width + grain);
            byWidth.add(one);
            best = one.chance() < best.chance() ? one : best;
        }
        // Of very many acts the chance is too small for a number, of the wide window as of the narrow one.
        double nearly = Math.clamp(Math.pow(best.chance(), NEARLY), Double.MIN_NORMAL, SIGNIFICANCE);
        for (Window one : byWidth) {
            boolean wider = one.from() <= best.from() && one.until() >= best.until();
            best = wider && one.chance() < nearly ? one : best;
        }
        return best;
    }

    private Window best(double width) {
        Window best = new Window(0, 0, 1);
        int until = -1;
        for (int from = 0; from < places.size(); from++) {
            int before = until;
            double end = places.get(from).value() + width;
            while (until + 1 < places.size() && places.get(until + 1).value() <= end) {
                until++;
            }
            // A window within the one before it says nothing more.
            if (until > before && until - from + 1 >= LEAST_ACTS) {
                double chance = chance(from, until, width);
                best = chance < best.chance() ? new Window(from, until, chance) : best;
            }
        }
        return best;
    }

    private double chance(int from, int until, double width) {
        int count = groups(from, until);
        if (count < LEAST_ACTS) {
            return 1;
        }
        double start = places.get(from).value();
        double reach = human.reach(start);
        int all = firstAbove(start + reach) - firstAbove(start - reach);
        // Of those within the window, each group counts once.
        int around = Math.max(count, all - (until - from + 1) + count);
        double share = Math.min(1, width * human.density(start));
        return around * Binomial.upperTail(count - 1, around - 1, share) * (grain > 0 ? 1 : human.coincidence(start));
    }

    private int firstAbove(double value) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).value() <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int groups(int from, int until) {
        Set<Integer> groups = new HashSet<>();
        places.subList(from, until + 1).forEach(place -> groups.add(place.group()));
        return groups.size();
    }
}
