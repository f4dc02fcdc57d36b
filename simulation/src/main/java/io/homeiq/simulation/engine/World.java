package io.homeiq.simulation.engine;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The home as it is now: every entity's state, and who is told when one changes. While Home Assistant is down, or an
 * entity is out of its reach, things go on unseen. Not thread-safe.
 */
public final class World {

    public static final String UNAVAILABLE = "unavailable";

    /** Between two states that are told again after a start. */
    private static final long RETELLING_PACE = 5 * Micros.MILLISECOND;

    private static final double SLOW_STARTERS = 0.15;

    private final HouseClock clock;
    private final Agenda agenda;
    private final Journal journal;
    private final Chance chance;
    private final Map<EntityId, Cell> cells = new LinkedHashMap<>();
    private boolean down;
    private int starts;

    public World(HouseClock clock, Agenda agenda, Journal journal, Chance chance) {
        this.clock = clock;
        this.agenda = agenda;
        this.journal = journal;
        this.chance = chance;
    }

    /** Puts an entity into the home; before anything happens. */
    public void add(EntityId entity, String state, Look look) {
        if (cells.putIfAbsent(entity, new Cell(entity, state, look)) != null) {
            throw new IllegalArgumentException("a home has each entity once, was there already: " + entity);
        }
    }

    private Cell cell(EntityId entity) {
        Cell cell = cells.get(entity);
        if (cell == null) {
            throw new IllegalArgumentException("the home has no entity " + entity);
        }
        return cell;
    }

    public HouseClock clock() {
        return clock;
    }

    public long now() {
        return agenda.now();
    }

    public Instant time() {
        return Micros.instant(now());
    }

    /** Has something done at a moment; at once if that is past. */
    public void at(long time, Runnable task) {
        agenda.at(time, task);
    }

    /** Has something done after a while, in microseconds. */
    public void after(long micros, Runnable task) {
        agenda.at(now() + micros, task);
    }

    public void watch(EntityId entity, Reactor reactor) {
        cell(entity).reactors().add(reactor);
    }

    /** What it really is, whether Home Assistant sees it or not. */
    public String state(EntityId entity) {
        return cell(entity).state();
    }

    public boolean is(EntityId entity, String state) {
        return state(entity).equals(state);
    }

    public Attributes attributes(EntityId entity) {
        return cell(entity).attributes();
    }

    /** Takes a step now. Nothing is noted if it changes nothing, or if Home Assistant cannot see it. */
    public void set(Step step) {
        Cell cell = cell(step.entity());
        String before = cell.state();
        if (!cell.take(step) || down || cell.isAbsent()) {
            return;
        }
        Context context = journal.write(now(), step, before, cell);
        tell(cell, new Change(step, before, context));
    }

    private static void tell(Cell cell, Change change) {
        List<Reactor> reactors = cell.reactors();
        for (int i = 0; i < reactors.size(); i++) {
            reactors.get(i).accept(change);
        }
    }

    /** A new context, as for a request or a run. */
    public Context open(@Nullable String parentId, @Nullable String userId) {
        return journal.open(now(), parentId, userId);
    }

    /** Notes an event that explains others; lost while Home Assistant is down. */
    public void announce(HomeEvent event) {
        if (!down) {
            journal.announce(event);
        }
    }

    /** Whether Home Assistant does not run at the moment. */
    public boolean isDown() {
        return down;
    }

    /** How often it started again: what it was doing before is forgotten. */
    public int starts() {
        return starts;
    }

    /** Home Assistant ends. */
    public void stop() {
        announce(new CoreStopped(time(), open(null, null)));
        down = true;
    }

    /** Home Assistant comes back: every state is told anew, as if it had not been there before. */
    public void start() {
        down = false;
        starts++;
        announce(new CoreStarted(time(), open(null, null)));
        long pause = Micros.SECOND;
        for (Cell cell : new ArrayList<>(cells.values())) {
            pause += RETELLING_PACE;
            cell.absent(chance.happens(SLOW_STARTERS));
            after(pause, () -> retell(cell));
        }
    }

    private void retell(Cell cell) {
        if (down) {
            return;
        }
        if (cell.isAbsent()) {
            journal.writeAbsence(now(), null, cell);
            after(chance.seconds(2, 40), () -> comeBack(cell));
        } else {
            Step same = Step.of(cell.id(), cell.state(), Actor.RESTORED);
            journal.write(now(), same, null, cell);
        }
    }

    /** The entity is out of reach for a while. */
    public void leave(EntityId entity, long micros) {
        Cell cell = cell(entity);
        if (!down && !cell.isAbsent()) {
            cell.absent(true);
            journal.writeAbsence(now(), cell.state(), cell);
            after(micros, () -> comeBack(cell));
        }
    }

    private void comeBack(Cell cell) {
        if (!down && cell.isAbsent()) {
            cell.absent(false);
            Step same = Step.of(cell.id(), cell.state(), Actor.RESTORED);
            Context context = journal.write(now(), same, UNAVAILABLE, cell);
            tell(cell, new Change(same, UNAVAILABLE, context));
        }
    }
}
