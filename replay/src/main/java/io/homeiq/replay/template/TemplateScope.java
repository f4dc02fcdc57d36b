package io.homeiq.replay.template;

import io.homeiq.replay.home.EntityState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template sees while it is rendered. */
public interface TemplateScope {

    /** By name: {@code trigger}, {@code this}, {@code wait}, {@code repeat}, what the automation set itself. */
    Map<String, @Nullable Object> variables();

    /** Null if there is no such entity now. The id is taken as it is: Home Assistant looks it up in lower case. */
    @Nullable
    EntityState state(String entityId);

    /** All entities, in the order in which Home Assistant keeps them. */
    Collection<EntityState> states();

    /** What {@code now()} and {@code utcnow()} tell; to the microsecond. */
    Instant now();

    /** The home's time zone. */
    ZoneId zone();

    /**
     * Whether the home and the clock are out of reach, as in {@code trigger_variables}: there Home Assistant fails a
     * template that uses {@code states}, {@code now} and the like.
     */
    boolean isLimited();
}
