package io.homeiq.replay.trigger;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.config.Period;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.loop.Timer;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.Templates.Template;
import io.homeiq.replay.value.Truth;
import io.homeiq.replay.watch.TemplateWatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a template became true after it was false. */
record TemplateTrigger(Template template, @Nullable Period period) implements Trigger {

    @Override
    public Runnable attach(Attachment attachment) {
        Watch watch = new Watch(this, attachment);
        watch.armIfFalse();
        TemplateWatch following = TemplateWatch.start(
                attachment.core(),
                template,
                attachment.known(),
                (result, before, change) -> watch.onResult(result, change));
        return () -> {
            following.end();
            watch.stopWaiting();
        };
    }

    private static final class Watch {

        private final TemplateTrigger trigger;
        private final Attachment attachment;
        private final Core core;
        private boolean armed;
        private @Nullable Timer waiting;

        Watch(TemplateTrigger trigger, Attachment attachment) {
            this.trigger = trigger;
            this.attachment = attachment;
            this.core = attachment.core();
        }

        void armIfFalse() {
            armed = trigger.template().render(core.scope(attachment.known())) instanceof Rendered.Value value
                    && !Truth.ofResult(value.value());
        }

        void onResult(Rendered rendered, @Nullable HomeChange change) {
            if (!(rendered instanceof Rendered.Value result)) {
                return;
            }
            stopWaiting();
            boolean isTrue = Truth.ofResult(result.value());
            boolean fires = isTrue && armed;
            armed = !isTrue;
            if (fires) {
                fireOrWait(change);
            }
        }

        private void fireOrWait(@Nullable HomeChange change) {
            Period period = trigger.period();
            if (period == null || period.isZero()) {
                fire(change, period == null ? null : Duration.ZERO);
                return;
            }
            try {
                Duration length = period.positive(attachment.scope(told(change)));
                waiting = core.loop().after(SameState.micros(length), () -> fire(change, length));
            } catch (Fault fault) {
                stopWaiting();
            }
        }

        private static Map<String, @Nullable Object> told(@Nullable HomeChange change) {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("platform", "template");
            told.put("entity_id", change == null ? null : change.entityId());
            told.put("from_state", change == null ? null : change.before());
            told.put("to_state", change == null ? null : change.after());
            return told;
        }

        private void fire(@Nullable HomeChange change, @Nullable Duration length) {
            Map<String, @Nullable Object> told = told(change);
            told.put("for", length);
            String who = change == null ? "time change or manual update" : change.entityId();
            told.put("description", who + " via template");
            attachment.fire(told, contextOf(change));
        }

        private static @Nullable Context contextOf(@Nullable HomeChange change) {
            return change == null || change.after() == null
                    ? null
                    : change.after().context();
        }

        void stopWaiting() {
            if (waiting != null) {
                waiting.cancel();
                waiting = null;
            }
        }
    }
}
