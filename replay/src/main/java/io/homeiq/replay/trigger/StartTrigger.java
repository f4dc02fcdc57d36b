package io.homeiq.replay.trigger;

import io.homeiq.replay.home.Bus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Home Assistant has started, or is going to stop. */
record StartTrigger(boolean isStart) implements Trigger {

    private static final String STARTED = "homeassistant_started";
    private static final String STOPPING = "homeassistant_stop";

    @Override
    public Runnable attach(Attachment attachment) {
        Bus bus = attachment.core().world().bus();
        boolean[] done = {false};
        return bus.listen(isStart ? STARTED : STOPPING, event -> {
            if (!done[0]) {
                done[0] = true;
                Map<String, @Nullable Object> told = new LinkedHashMap<>();
                told.put("platform", "homeassistant");
                told.put("event", isStart ? "start" : "shutdown");
                told.put("description", isStart ? "Home Assistant starting" : "Home Assistant stopping");
                attachment.fire(told, null);
            }
        });
    }
}
