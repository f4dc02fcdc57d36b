package io.homeiq.replay.run;

import org.jspecify.annotations.Nullable;

/** What follows when something has been done, at once or later. */
@FunctionalInterface
public interface Then {

    /**
     * It has been done.
     *
     * @param problem a {@link Halt} or a {@link io.homeiq.replay.fault.Fault}, or null if all went well
     */
    void resume(@Nullable RuntimeException problem);
}
