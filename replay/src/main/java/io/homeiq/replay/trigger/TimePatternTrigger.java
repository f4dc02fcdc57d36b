package io.homeiq.replay.trigger;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.loop.ClockPattern;
import io.homeiq.replay.loop.TimeExpression;
import io.homeiq.replay.loop.Timer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clock shows a time of a pattern.
 *
 * @param expression null for every second, counted from when the trigger was attached
 */
record TimePatternTrigger(@Nullable TimeExpression expression) implements Trigger {

    private static final long MICROS_PER_SECOND = 1_000_000;

    @Override
    public Runnable attach(Attachment attachment) {
        Core core = attachment.core();
        if (expression != null) {
            ClockPattern pattern =
                    ClockPattern.start(core.loop(), expression, core.zone(), now -> fire(attachment, now, core.zone()));
            return pattern::cancel;
        }
        EverySecond every = new EverySecond(attachment);
        every.waitForNext();
        return every::end;
    }

    private static void fire(Attachment attachment, Instant now, ZoneId zone) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "time_pattern");
        told.put("now", now.atZone(zone));
        told.put("description", "time pattern");
        attachment.fire(told, null);
    }

    private static final class EverySecond {

        private final Attachment attachment;
        private @Nullable Timer timer;

        EverySecond(Attachment attachment) {
            this.attachment = attachment;
        }

        void waitForNext() {
            timer = attachment.core().loop().after(MICROS_PER_SECOND, () -> {
                waitForNext();
                fire(attachment, attachment.core().loop().clock(), ZoneOffset.UTC);
            });
        }

        void end() {
            if (timer != null) {
                timer.cancel();
            }
        }
    }
}
