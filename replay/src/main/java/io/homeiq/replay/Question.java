package io.homeiq.replay;

import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.replay.device.Echo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What if this automation had lived in this home?
 *
 * @param place null if it is not known: then nothing of the sun happens, and that is named
 * @param start inclusive; the automation is loaded then, with the initial states in place
 * @param end exclusive
 * @param automation as it stands in Home Assistant's files, in any of its spellings
 * @param knowsAllServices whether a service that is not among the usual ones and not named by the automation exists
 * @param bringsSun whether Home Assistant's own {@code sun.sun} is in the home
 * @param bringsZone whether Home Assistant's own {@code zone.home} is in the home
 * @param maxFirings one more, and the replay is given up
 */
public record Question(
        @Nullable Location place,
        ZoneId zone,
        Instant start,
        Instant end,
        List<InitialState> initial,
        Verbatim automation,
        Echo echo,
        boolean knowsAllServices,
        boolean bringsSun,
        boolean bringsZone,
        int maxFirings) {

    /** More than anybody looks at, and far less than memory holds. */
    public static final int MAX_FIRINGS = 1_000_000;

    public Question {
        initial = List.copyOf(initial);
        if (maxFirings < 1 || maxFirings > MAX_FIRINGS) {
            throw new IllegalArgumentException("firings are bounded by 1 to " + MAX_FIRINGS + ", was: " + maxFirings);
        }
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a replay ends after it starts, was: " + start + " to " + end);
        }
    }
}
