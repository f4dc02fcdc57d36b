package io.homeiq.replay.trigger;

import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.loop.Timer;
import io.homeiq.replay.sun.SunTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sun rose or set, or will, or did so some time ago. */
record SunTrigger(SunTimes sun, SunEvent event, Duration offset) implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        Watch watch = new Watch(this, attachment);
        if (!watch.waitForNext()) {
            throw new Fault(Fault.Kind.UNEXPECTED, "Unable to find event after one year");
        }
        return watch::end;
    }

    private static final class Watch {

        private final SunTrigger trigger;
        private final Attachment attachment;
        private final Core core;
        private @Nullable Timer timer;

        Watch(SunTrigger trigger, Attachment attachment) {
            this.trigger = trigger;
            this.attachment = attachment;
            this.core = attachment.core();
        }

        boolean waitForNext() {
            Instant next = trigger.sun().next(trigger.event(), core.loop().clock(), trigger.offset());
            timer = next == null ? null : core.loop().at(Loop.micros(next), this::fire);
            return next != null;
        }

        private void fire() {
            if (!waitForNext()) {
                return;
            }
            String name = trigger.event().name().toLowerCase(Locale.ROOT);
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("platform", "sun");
            told.put("description", "sun event " + name);
            told.put("event", name);
            told.put("offset", trigger.offset());
            attachment.fire(told, null);
        }

        void end() {
            if (timer != null) {
                timer.cancel();
            }
        }
    }
}
