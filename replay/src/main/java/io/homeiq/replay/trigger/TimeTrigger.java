package io.homeiq.replay.trigger;

import io.homeiq.replay.condition.ClockTimes;
import io.homeiq.replay.condition.Weekdays;
import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.loop.ClockPattern;
import io.homeiq.replay.loop.TimeExpression;
import io.homeiq.replay.template.TemplateTree;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clock shows one of some times on some days of the week.
 *
 * @param weekdays null for all
 */
record TimeTrigger(List<At> times, @Nullable List<String> weekdays) implements Trigger {

    /** Entities that can tell a time. */
    static final Set<String> TELLERS = Set.of("input_datetime", "sensor");

    /** A time. */
    sealed interface At {

        record Clock(LocalTime time) implements At {}

        /** The time that an entity tells. */
        record Told(String entityId, Duration offset) implements At {}

        /** Rendered once, when the trigger is attached. */
        record Dynamic(TemplateTree template) implements At {}
    }

    @Override
    public Runnable attach(Attachment attachment) {
        List<Runnable> ends = new ArrayList<>();
        Map<String, TimeTeller> tellers = new LinkedHashMap<>();
        List<At.Told> tracked = new ArrayList<>();
        for (At at : times) {
            switch (resolved(at, attachment)) {
                case At.Clock(LocalTime time) -> ends.add(atClock(time, attachment));
                case At.Told told -> {
                    tellers.computeIfAbsent(
                                    told.entityId() + told.offset(),
                                    any -> new TimeTeller(
                                            attachment.core(),
                                            told.entityId(),
                                            told.offset(),
                                            now -> fire(attachment, now, told.entityId())))
                            .update(attachment.core().world().get(told.entityId()));
                    tracked.add(told);
                }
                case At.Dynamic never -> throw new IllegalStateException("a template was not rendered");
            }
        }
        tracked.forEach(told -> ends.add(attachment.core().world().watch().watch(List.of(told.entityId()), change -> {
            TimeTeller teller = tellers.get(told.entityId() + told.offset());
            if (teller != null) {
                teller.update(change.after());
            }
        })));
        return () -> {
            tellers.values().forEach(TimeTeller::end);
            ends.forEach(Runnable::run);
        };
    }

    private static At resolved(At at, Attachment attachment) {
        if (!(at instanceof At.Dynamic(TemplateTree template))) {
            return at;
        }
        Object rendered = template.render(attachment.core().limitedScope(attachment.known()));
        LocalTime time = ClockTimes.parse(rendered);
        if (time != null) {
            return new At.Clock(time);
        }
        String id = EntityIds.oneOf(rendered, TELLERS);
        if (id == null) {
            throw new Fault(Fault.Kind.HOME_ASSISTANT, "Limited Template for 'at' rendered a unexpected value");
        }
        return new At.Told(id, Duration.ZERO);
    }

    private Runnable atClock(LocalTime time, Attachment attachment) {
        Core core = attachment.core();
        TimeExpression daily = TimeExpression.daily(time.getHour(), time.getMinute(), time.getSecond());
        return ClockPattern.start(core.loop(), daily, core.zone(), now -> fire(attachment, now, null))::cancel;
    }

    private void fire(Attachment attachment, Instant now, @Nullable String entityId) {
        ZonedDateTime local = now.atZone(attachment.core().zone());
        if (weekdays != null && !weekdays.contains(Weekdays.of(local))) {
            return;
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("platform", "time");
        told.put("now", local);
        told.put("description", entityId == null ? "time" : "time set in " + entityId);
        told.put("entity_id", entityId);
        attachment.fire(told, null);
    }
}
