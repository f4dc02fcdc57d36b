package io.homeiq.automation.mode;

import io.homeiq.contracts.suggestion.Mode;
import io.homeiq.service.event.Announcer;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Where the owner chooses, by whatever way: it is the same for all. */
public final class ModeSwitch {

    private final Announcer announcer;
    private final ModeBook modes;
    private final Runnable changed;

    /** @param changed called after each choice, when it is safe on the disk */
    public ModeSwitch(Announcer announcer, ModeBook modes, Runnable changed) {
        this.announcer = announcer;
        this.modes = modes;
        this.changed = changed;
    }

    public Future<ChosenMode> now() {
        return announcer.read(modes::load);
    }

    /** As {@link ModeBook} says; null: as before. */
    public Future<ChosenMode> choose(@Nullable Mode mode, @Nullable Boolean learning) {
        return announcer
                .write(connection -> modes.choose(connection, mode, learning))
                .onSuccess(chosen -> changed.run());
    }
}
