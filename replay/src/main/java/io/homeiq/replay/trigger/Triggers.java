package io.homeiq.replay.trigger;

import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some triggers, any of which sets off the same. */
public final class Triggers {

    private final Core core;
    private final List<TriggerEntry> entries;

    Triggers(Core core, List<TriggerEntry> entries) {
        this.core = core;
        this.entries = List.copyOf(entries);
    }

    public int size() {
        return entries.size();
    }

    /**
     * Begins to watch, in their order, those that are enabled and can be set up.
     *
     * @param known what templates of the triggers see
     * @return ends it; null if there is none to watch
     */
    public @Nullable Runnable attach(Map<String, @Nullable Object> known, TriggerAction action) {
        List<Runnable> ends = new ArrayList<>();
        for (int position = 0; position < entries.size(); position++) {
            TriggerEntry entry = entries.get(position);
            try {
                if (entry.enabled().isOn(core.limitedScope(known))) {
                    ends.add(entry.trigger().attach(attachment(entry, position, known, action)));
                }
            } catch (Fault fault) {
                // Home Assistant logs it and goes on with the others.
            }
        }
        return ends.isEmpty() ? null : () -> ends.forEach(Runnable::run);
    }

    private Attachment attachment(
            TriggerEntry entry, int position, Map<String, @Nullable Object> known, TriggerAction action) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        String idx = String.valueOf(position);
        data.put("id", entry.id() == null ? idx : entry.id());
        data.put("idx", idx);
        data.put("alias", entry.alias());
        return new Attachment(core, data, known, entry.variables(), action);
    }
}
