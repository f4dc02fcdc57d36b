package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes what happens as Home Assistant does: with contexts that tell less than the truth. */
public final class Journal {

    private final Chance chance;
    private final Consumer<Logged> log;

    public Journal(Chance chance, Consumer<Logged> log) {
        this.chance = chance;
        this.log = log;
    }

    Context open(long now, @Nullable String parentId, @Nullable String userId) {
        return new Context(Ulids.of(now / Micros.MILLISECOND, chance), parentId, userId);
    }

    void announce(HomeEvent event) {
        log.accept(new Logged(event, null));
    }

    /** Notes that the cell has taken the state of the step, and under which context. */
    Context write(long now, Step step, @Nullable String before, Cell cell) {
        Context context = contextOf(now, step.actor(), cell);
        log.accept(new Logged(
                new StateChange(cell.id(), before, step.state(), cell.attributes(), Micros.instant(now), context),
                step));
        return context;
    }

    /** Notes that the cell went away. */
    void writeAbsence(long now, @Nullable String before, Cell cell) {
        Context context = open(now, null, null);
        log.accept(new Logged(
                new StateChange(cell.id(), before, World.UNAVAILABLE, cell.bare(), Micros.instant(now), context),
                Step.of(cell.id(), World.UNAVAILABLE, Actor.RESTORED)));
    }

    private Context contextOf(long now, Actor actor, Cell cell) {
        return switch (actor) {
            case Actor.App app -> commanded(app.context(), now, cell);
            case Actor.Bridge bridge -> commanded(bridge.context(), now, cell);
            case Actor.Automation automation -> commanded(automation.context(), now, cell);
            case Actor.Script script -> commanded(script.context(), now, cell);
            case Actor.Scene scene -> commanded(scene.context(), now, cell);
            case Actor.Mirror mirror -> mirror.context() == null ? open(now, null, null) : mirror.context();
            case Actor.Hand ignored -> inherited(now, cell);
            case Actor.Itself ignored -> inherited(now, cell);
            case Actor.Echo ignored -> inherited(now, cell);
            case Actor.Restored ignored -> open(now, null, null);
        };
    }

    private static Context commanded(Context context, long now, Cell cell) {
        cell.remember(context, now);
        return context;
    }

    private Context inherited(long now, Cell cell) {
        Context recent = cell.recentCommand(now);
        return recent == null ? open(now, null, null) : recent;
    }
}
