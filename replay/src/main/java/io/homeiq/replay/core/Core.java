package io.homeiq.replay.core;

import io.homeiq.replay.fault.Unsupported;
import io.homeiq.replay.home.World;
import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.sun.SunTimes;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.Scope;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One simulated Home Assistant, in which one automation lives.
 *
 * @param sun null if it is not known where the home is
 */
public record Core(
        Loop loop, World world, ZoneId zone, @Nullable SunTimes sun, Compiler compiler, Unsupported unsupported) {

    /** What a template sees now. */
    public Scope scope(Map<String, @Nullable Object> variables) {
        return new Scope(variables, world, loop.clock(), zone, false);
    }

    /** What a template sees that may look at neither home nor clock. */
    public Scope limitedScope(Map<String, @Nullable Object> variables) {
        return new Scope(variables, world, loop.clock(), zone, true);
    }

    /** What the clock on the wall shows. */
    public ZonedDateTime localTime() {
        return loop.clock().atZone(zone);
    }
}
