package io.homeiq.mining.synergy;

import io.homeiq.contracts.synergy.Correlation;
import io.homeiq.mining.statistics.WilsonInterval;

/**
 * What an automation for a pair would be worth. With the share s of occasions that were followed, the chance c that any such
 * moment is followed, and low(s) the lower bound of Wilson's interval:
 *
 * <pre>
 * rightness e = max(0, (low(s) − c) / (1 − c))     the part of the occasions that the daily rhythm does not explain
 * reach     r = followed / acts                    the part of the handwork that it would take over
 * score       = 2 e r / (e + r)                    their harmonic mean: both must be good
 * </pre>
 *
 * @param score 0 to 1
 * @param confidence low(s), 0 to 1
 */
record Impact(double score, double confidence) {

    static Impact of(Correlation counted) {
        if (counted.followed() == 0) {
            return new Impact(0, 0);
        }
        double low = WilsonInterval.of(counted.followed(), counted.occasions()).low();
        double rightness = Math.max(0, (low - counted.chance()) / (1 - counted.chance()));
        double reach = (double) counted.followed() / counted.acts();
        return new Impact(2 * rightness * reach / (rightness + reach), low);
    }
}
