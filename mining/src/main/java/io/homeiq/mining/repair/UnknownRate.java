package io.homeiq.mining.repair;

/** A rate that is not known but for which some are likelier than others: what was seen is weighed under each of them. */
final class UnknownRate {

    /** How often people undo what they do not want: not everybody is there, or awake, each time. */
    static final UnknownRate UNDOES =
            new UnknownRate(new double[] {0.4, 0.55, 0.7, 0.82, 0.93}, new double[] {0.05, 0.15, 0.25, 0.35, 0.2});

    /** How often people do by hand what they want at another time. */
    static final UnknownRate DOES =
            new UnknownRate(new double[] {0.3, 0.5, 0.7, 0.85, 0.95}, new double[] {0.08, 0.22, 0.35, 0.25, 0.1});

    private final double[] yes;
    private final double[] no;
    private final double[] priors;

    private UnknownRate(double[] rates, double[] priors) {
        this.yes = new double[rates.length];
        this.no = new double[rates.length];
        this.priors = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            this.yes[i] = Math.log(rates[i]);
            this.no[i] = Math.log(1 - rates[i]);
            this.priors[i] = Math.log(priors[i]);
        }
    }

    /** How likely it is to see it so often and so often not, in one certain order, as a logarithm. */
    double of(double times, double timesNot) {
        if (times == 0 && timesNot == 0) {
            return 0;
        }
        double[] weights = new double[priors.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = priors[i] + times * yes[i] + timesNot * no[i];
        }
        return Weights.sum(weights);
    }
}
