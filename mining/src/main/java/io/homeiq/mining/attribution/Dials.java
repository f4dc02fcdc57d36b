package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How each thing was set when it was last heard of, brightness and the like. Most changes of attributes alone are
 * measurements and titles; only what can be set shows a hand.
 */
final class Dials {

    /** More things than this have no dials that matter. */
    static final int MAX_THINGS = 8_192;

    private static final List<String> SETTINGS = List.of(
            "brightness",
            "color_temp",
            "color_temp_kelvin",
            "hs_color",
            "effect",
            "percentage",
            "preset_mode",
            "oscillating",
            "direction",
            "temperature",
            "target_temp_high",
            "target_temp_low",
            "fan_mode",
            "swing_mode",
            "volume_level",
            "is_volume_muted",
            "source",
            "sound_mode");

    private final Map<EntityId, Integer> last = new BoundedMap<>(MAX_THINGS);

    /** Remembers how the thing is set now, and tells whether it was set otherwise before. */
    boolean turnedBy(StateChange change) {
        int now = fingerprint(change.attributes());
        Integer before = last.remove(change.entityId()); // so that the newest is the last to be forgotten
        last.put(change.entityId(), now);
        return before != null && before != now;
    }

    private static int fingerprint(Attributes attributes) {
        int print = 1;
        for (String setting : SETTINGS) {
            print = 31 * print + Objects.hashCode(attributes.values().get(setting));
        }
        return print;
    }

    void write(MemoryWriter out) throws IOException {
        out.count(last.size(), MAX_THINGS);
        for (Map.Entry<EntityId, Integer> thing : last.entrySet()) {
            out.entity(thing.getKey());
            out.number(thing.getValue());
        }
    }

    /** Takes over what was written, into fresh ones. */
    void read(MemoryReader in) throws IOException {
        int count = in.count(MAX_THINGS);
        for (int i = 0; i < count; i++) {
            last.put(in.entity(), in.integer());
        }
    }
}
