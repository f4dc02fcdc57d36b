package io.homeiq.replay.loop;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * What a clock on the wall shows, to the second, and which of the two times that show the same when clocks are turned
 * back.
 *
 * @param isSecond whether it is the later one; means nothing where there is only one
 */
record WallTime(LocalDateTime shown, boolean isSecond) {

    static WallTime of(Instant instant, ZoneId zone) {
        LocalDateTime shown = LocalDateTime.ofInstant(instant, zone);
        ZoneOffset offset = zone.getRules().getOffset(instant);
        List<ZoneOffset> possible = zone.getRules().getValidOffsets(shown);
        boolean second = possible.size() > 1 && !offset.equals(possible.getFirst());
        return new WallTime(shown.truncatedTo(ChronoUnit.SECONDS), second);
    }

    /** Not skipped when clocks are turned forward. */
    boolean exists(ZoneRules rules) {
        return !rules.getValidOffsets(shown).isEmpty();
    }

    /** Shown twice on that day. */
    boolean isAmbiguous(ZoneRules rules) {
        return rules.getValidOffsets(shown).size() > 1;
    }

    Instant instant(ZoneRules rules) {
        List<ZoneOffset> possible = rules.getValidOffsets(shown);
        return shown.toInstant(isSecond ? possible.getLast() : possible.getFirst());
    }
}
