package io.homeiq.replay.watch;

import io.homeiq.replay.home.EntityWatch;
import io.homeiq.replay.home.HomeChange;
import io.homeiq.replay.home.World;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens for the entities that a template depends on, and moves to others when it depends on others. */
final class TrackedStates {

    /** What is listened to: everything, or domains and entities. */
    private record Wanted(boolean all, Set<String> domains, Set<String> entities) {}

    private final World world;
    private final EntityWatch watch;
    private final Consumer<HomeChange> work;
    private @Nullable Wanted wanted;
    private @Nullable Runnable endAll;
    private @Nullable Runnable endDomains;
    private @Nullable Runnable endEntities;

    TrackedStates(World world, Consumer<HomeChange> work) {
        this.world = world;
        this.watch = world.watch();
        this.work = work;
    }

    /**
     * Listens for what the last evaluation looked at.
     *
     * @param isLimited whether only entities by name count for the moment
     */
    void follow(Tracking tracking, boolean isLimited) {
        Wanted next = isLimited
                ? new Wanted(false, Set.of(), tracking.reads().entities())
                : tracking.isOfAll()
                        ? new Wanted(true, Set.of(), Set.of())
                        : new Wanted(false, tracking.domains(), tracking.reads().entities());
        if (!next.equals(wanted)) {
            boolean sameDomains = wanted != null
                    && !wanted.all()
                    && !next.all()
                    && wanted.domains().equals(next.domains());
            wanted = next;
            listen(next, sameDomains);
        }
    }

    private void listen(Wanted next, boolean sameDomains) {
        endAll = ended(endAll);
        if (!sameDomains) {
            endDomains = ended(endDomains);
        }
        endEntities = ended(endEntities);
        if (next.all()) {
            endAll = world.bus().listenToChanges(work);
            return;
        }
        if (!sameDomains && !next.domains().isEmpty()) {
            endDomains = world.bus().listenToChanges(this::onAdded);
        }
        listenToEntities(next);
    }

    private void listenToEntities(Wanted next) {
        Set<String> ids = new LinkedHashSet<>(next.entities());
        next.domains().forEach(domain -> ids.addAll(world.idsOf(domain)));
        endEntities = watch.watch(ids, work);
    }

    private void onAdded(HomeChange change) {
        Wanted now = Objects.requireNonNull(wanted);
        if (change.before() == null && now.domains().contains(change.domain())) {
            endEntities = ended(endEntities);
            listenToEntities(now);
            work.accept(change);
        }
    }

    void end() {
        endAll = ended(endAll);
        endDomains = ended(endDomains);
        endEntities = ended(endEntities);
    }

    private static @Nullable Runnable ended(@Nullable Runnable end) {
        if (end != null) {
            end.run();
        }
        return null;
    }
}
