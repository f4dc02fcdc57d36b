package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entity as it is now. */
final class Cell {

    /** Home Assistant takes what an entity tells so soon after a command for the answer to it. */
    private static final long COMMAND_MEMORY = 5 * Micros.SECOND;

    private final EntityId id;
    private final Look look;
    private final List<Reactor> reactors = new ArrayList<>();
    private String state;
    private Attributes attributes;
    private boolean absent;

    @Nullable
    private Context command;

    private long commandUntil;

    Cell(EntityId id, String state, Look look) {
        this.id = id;
        this.look = look;
        this.state = state;
        this.attributes = look.in(state);
    }

    EntityId id() {
        return id;
    }

    String state() {
        return state;
    }

    Attributes attributes() {
        return attributes;
    }

    /** Attributes of an entity of which nothing else is known now. */
    Attributes bare() {
        return look.in(World.UNAVAILABLE);
    }

    List<Reactor> reactors() {
        return reactors;
    }

    boolean isAbsent() {
        return absent;
    }

    void absent(boolean value) {
        absent = value;
    }

    /** Takes the state; false if nothing is different then. */
    boolean take(Step step) {
        Attributes wanted = withDetails(step);
        if (state.equals(step.state()) && attributes.equals(wanted)) {
            return false;
        }
        state = step.state();
        attributes = wanted;
        return true;
    }

    private Attributes withDetails(Step step) {
        Attributes own = look.in(step.state());
        if (step.details().values().isEmpty()) {
            return own;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(own.values());
        all.putAll(step.details().values());
        return new Attributes(Collections.unmodifiableMap(all));
    }

    void remember(Context context, long now) {
        command = context;
        commandUntil = now + COMMAND_MEMORY;
    }

    /** The context of the command that was given just now, if there was one. */
    @Nullable
    Context recentCommand(long now) {
        return now <= commandUntil ? command : null;
    }
}
