package io.homeiq.replay.template;

import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.World;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A simulated home as templates see it. */
public record Scope(Map<String, @Nullable Object> variables, World world, Instant now, ZoneId zone, boolean isLimited)
        implements TemplateScope {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public Scope(Map<String, @Nullable Object> variables, World world, Instant now, ZoneId zone, boolean isLimited) {
        this.variables = variables;
        this.world = world;
        this.now = now;
        this.zone = zone;
        this.isLimited = isLimited;
    }

    @Override
    public @Nullable EntityState state(String entityId) {
        return world.get(entityId);
    }

    @Override
    public Collection<EntityState> states() {
        return world.all();
    }
}
