package io.homeiq.mining.timeline;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the sensors of a home measured: a bounded series for each that people may act on. */
public final class Numbers {

    /** With full series all together take 64 MiB; sensors beyond it are not watched. */
    public static final int MAX_SERIES = 256;

    private static final Set<String> AWAY = Set.of("unavailable", "unknown", "none", "None");
    /** Longer texts are no readings. */
    private static final int MAX_LENGTH = 24;

    private final WatchedNumbers watched;
    private final Map<EntityId, NumberSeries> series = new TreeMap<>();

    Numbers(HomeRegistry registry) {
        this.watched = new WatchedNumbers(registry);
    }

    /** Remembers a reading; what is neither a number nor an absence is left out. */
    void note(StateChange change) {
        String state = change.after();
        if (state == null || !watched.isWatched(change)) {
            return;
        }
        NumberSeries known = series.get(change.entityId());
        if (AWAY.contains(state)) {
            if (known != null) {
                known.add(change.time().toEpochMilli(), Float.NaN);
            }
            return;
        }
        float value = read(state);
        if (!Float.isNaN(value) && (known != null || series.size() < MAX_SERIES)) {
            series.computeIfAbsent(change.entityId(), ignored -> new NumberSeries())
                    .add(change.time().toEpochMilli(), value);
        }
    }

    /** Not a number if it is none, or has no end. */
    private static float read(String state) {
        if (state.length() > MAX_LENGTH || !isPlain(state)) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(state);
            return Float.isInfinite(value) ? Float.NaN : value;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    /** Most texts are told from numbers by their characters, which costs less than an exception. */
    private static boolean isPlain(String state) {
        for (int i = 0; i < state.length(); i++) {
            char c = state.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    public Optional<NumberSeries> of(EntityId sensor) {
        return Optional.ofNullable(series.get(sensor));
    }

    /** By entity id. */
    public Map<EntityId, NumberSeries> all() {
        return Collections.unmodifiableMap(series);
    }

    void write(MemoryWriter out) throws IOException {
        watched.write(out);
        out.count(series.size(), MAX_SERIES);
        for (Map.Entry<EntityId, NumberSeries> sensor : series.entrySet()) {
            out.entity(sensor.getKey());
            sensor.getValue().write(out);
        }
    }

    /** Takes over what was written, into fresh ones. */
    void read(MemoryReader in) throws IOException {
        watched.read(in);
        int count = in.count(MAX_SERIES);
        for (int i = 0; i < count; i++) {
            series.put(in.entity(), NumberSeries.read(in));
        }
    }
}
