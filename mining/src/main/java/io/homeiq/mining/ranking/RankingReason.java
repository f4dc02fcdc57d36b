package io.homeiq.mining.ranking;

import java.util.Locale;

/**
 * One thing that moved a finding up or down.
 *
 * @param value what it counts of the feature
 * @param contribution what that adds to the sum within the logistic function: above 0 it speaks for the finding
 */
public record RankingReason(EvidenceFeature feature, double value, double contribution) {

    private static final double PERCENT = 100;

    /** In plain words, for example {@code for it: you did the same at 94 % of its firings}. */
    public String inWords() {
        return (contribution >= 0 ? "for it: " : "against it: ") + fact();
    }

    private String fact() {
        return switch (feature) {
            case CONFIDENCE -> percent("at least %.0f %% agreement is to be expected");
            case AGREEMENT -> percent("you did the same at %.0f %% of its firings");
            case AGREEMENT_LOW -> percent("so many firings make at least %.0f %% agreement sure");
            case UNWANTED_SHARE -> percent("at %.0f %% of the opportunities it would have fired for nobody");
            case MISSED_SHARE -> percent("it would have missed %.0f %% of what you did");
            case FIRED_PER_DAY -> say("on a day it fires %.1f times", Math.expm1(value));
            case CERTAINTY -> say("chance explains it once in 10^%.0f times", value);
            case HITS -> say("you agreed with it %.0f times on the days kept for proof", Math.expm1(value));
            case BY_CLOCK -> value > 0 ? "it goes by the clock or the sun" : "it answers to something that happens";
        };
    }

    private String percent(String sentence) {
        return say(sentence, value * PERCENT);
    }

    private static String say(String sentence, double number) {
        return String.format(Locale.ROOT, sentence, number);
    }
}
