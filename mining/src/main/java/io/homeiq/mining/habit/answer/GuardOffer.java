package io.homeiq.mining.habit.answer;

import io.homeiq.mining.habit.Guard;
import io.homeiq.mining.statistics.Hypergeometric;
import java.util.function.IntSupplier;

/**
 * A condition that might be added to a rule.
 *
 * @param tried from how many of its kind it was chosen
 * @param keptAgreed firings that people agreed with and that it lets through
 * @param keptUnwanted firings that they did not, and that it lets through
 */
record GuardOffer(Guard guard, int tried, int keptAgreed, int keptUnwanted) {

    /** A condition costs at most this share of the firings that people agreed with. */
    private static final double MOST_LOST = 0.12;

    /** It must spare people at least this share of the unwanted ones. */
    private static final double LEAST_SPARED = 0.25;

    private static final int LEAST_SPARED_COUNT = 4;

    /**
     * The offer of a condition that is asked of the unwanted firings only where it does not cost too much already: else
     * it is taken to spare none of them, and is not worth it either way.
     *
     * @param unwanted tells how many of the unwanted firings it lets through
     */
    static GuardOffer of(Guard guard, int tried, int keptAgreed, Firings firings, IntSupplier unwanted) {
        boolean cheap = isCheap(keptAgreed, firings);
        return new GuardOffer(guard, tried, keptAgreed, cheap ? unwanted.getAsInt() : firings.unwanted().length);
    }

    private static boolean isCheap(int keptAgreed, Firings firings) {
        return firings.agreed().length - keptAgreed <= MOST_LOST * firings.agreed().length;
    }

    /** How likely it is that a condition without any meaning spares as many, corrected for the number tried. */
    double pValue(Firings firings) {
        int agreed = firings.agreed().length;
        int unwanted = firings.unwanted().length;
        int spared = unwanted - keptUnwanted;
        int dropped = spared + agreed - keptAgreed;
        return Math.min(1, tried * Hypergeometric.upperTail(spared, dropped, unwanted, agreed + unwanted));
    }

    /** Whether any condition at all could be worth it. */
    static boolean isPossible(Firings firings) {
        return firings.unwanted().length >= LEAST_SPARED_COUNT;
    }

    boolean isWorthIt(Firings firings) {
        int spared = firings.unwanted().length - keptUnwanted;
        return isCheap(keptAgreed, firings)
                && spared >= LEAST_SPARED_COUNT
                && spared >= LEAST_SPARED * firings.unwanted().length;
    }

    /**
     * How much likelier the condition makes what people did, as a logarithm, less what its choice among others costs.
     */
    double gain(Firings firings) {
        int agreed = firings.agreed().length;
        int unwanted = firings.unwanted().length;
        return likelihood(keptAgreed, keptUnwanted)
                + likelihood(agreed - keptAgreed, unwanted - keptUnwanted)
                - likelihood(agreed, unwanted)
                - Math.log(tried);
    }

    private static double likelihood(int some, int others) {
        int all = some + others;
        return part(some, all) + part(others, all);
    }

    private static double part(int count, int all) {
        return count == 0 ? 0 : count * Math.log((double) count / all);
    }
}
