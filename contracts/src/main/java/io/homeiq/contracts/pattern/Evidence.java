package io.homeiq.contracts.pattern;

import java.util.List;

/**
 * What a rule would have done on days that it was not learned from, beside what people did.
 *
 * @param opportunities days, or moments of the trigger, at which it could have fired
 * @param fired how often it would have; {@code agreed + unwanted}
 * @param agreed a person did the same around that time
 * @param unwanted nobody did
 * @param missed a person did it and the rule did not fire
 * @param agreement {@code agreed / fired}, 0 to 1, perhaps rounded to two digits; 0 if it never fired
 * @param agreementLow lower end of the 95 % Wilson interval of the agreement
 * @param agreementHigh upper end of it
 * @param days in order of time; at most {@link #MAX_DAYS}, the latest ones
 */
public record Evidence(
        int opportunities,
        int fired,
        int agreed,
        int unwanted,
        int missed,
        double agreement,
        double agreementLow,
        double agreementHigh,
        List<EvidenceDay> days) {

    /** Keeps an event with its evidence well below the size that the bus allows. */
    public static final int MAX_DAYS = 200;

    /** Whoever writes evidence may round the agreement to two digits. */
    private static final double ROUNDING = 0.0051;

    public Evidence {
        days = List.copyOf(days);
        if (fired != agreed + unwanted || agreed < 0 || unwanted < 0 || missed < 0 || opportunities < 0) {
            throw new IllegalArgumentException("evidence must add up, was: opportunities " + opportunities + ", fired "
                    + fired + ", agreed " + agreed + ", unwanted " + unwanted + ", missed " + missed);
        }
        double share = fired == 0 ? 0 : (double) agreed / fired;
        if (!(Math.abs(agreement - share) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "agreement must be agreed / fired, was: " + agreement + " for " + agreed + " of " + fired);
        }
        if (!(0 <= agreementLow && agreementLow <= agreement && agreement <= agreementHigh && agreementHigh <= 1)) {
            throw new IllegalArgumentException("agreement must lie in its interval within 0 and 1, was: " + agreementLow
                    + " <= " + agreement + " <= " + agreementHigh);
        }
        if (days.size() > MAX_DAYS) {
            throw new IllegalArgumentException("evidence lists at most " + MAX_DAYS + " days, was: " + days.size());
        }
    }
}
