package io.homeiq.automation;

import io.homeiq.automation.history.HomeHistory;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The history of a home, written by the test. */
final class Diary implements HomeHistory {

    private final List<Sequenced> events = new CopyOnWriteArrayList<>();
    private int contexts;
    volatile boolean unreadable;

    @Override
    public Future<Void> since(Instant start, Pieces pieces) {
        return give(
                events.stream()
                        .filter(each -> !each.event().time().isBefore(start))
                        .sorted(Comparator.comparing(each -> each.event().time()))
                        .toList(),
                pieces);
    }

    @Override
    public Future<Void> after(long seq, Pieces pieces) {
        return give(events.stream().filter(each -> each.seq() > seq).toList(), pieces);
    }

    @Override
    public Future<Void> latest(Set<EntityId> entities, Instant start, int most, Pieces pieces) {
        return give(
                events.stream()
                        .filter(each -> each.event() instanceof StateChange change
                                && entities.contains(change.entityId())
                                && !change.time().isBefore(start))
                        .sorted(Comparator.comparing(
                                        (Sequenced each) -> each.event().time())
                                .reversed())
                        .limit(most)
                        .toList(),
                pieces);
    }

    private Future<Void> give(List<Sequenced> found, Pieces pieces) {
        return unreadable ? Future.failedFuture("the data service is away") : pieces.take(found);
    }

    private void add(HomeEvent event) {
        events.add(new Sequenced(events.size() + 1L, event));
    }

    /** A hand on the device. */
    void byHand(EntityId entity, String before, String after, Instant time) {
        change(entity, before, after, time, context(null));
    }

    void change(EntityId entity, @Nullable String before, String after, Instant time, Context context) {
        add(new StateChange(entity, before, after, Attributes.NONE, time, context));
    }

    /** An automation runs and sets the entity a moment later. */
    void byAutomation(EntityId automation, EntityId entity, String before, String after, Instant time) {
        Context run = context(null);
        add(new AutomationTriggered(automation, "time", time, run));
        change(entity, before, after, time.plusMillis(150), run);
    }

    /** An automation acts on the lamp and a person undoes it a minute later. */
    void undone(EntityId automation, EntityId lamp, Instant time) {
        byAutomation(automation, lamp, "off", "on", time);
        byHand(lamp, "on", "off", time.plus(Duration.ofMinutes(1)));
    }

    Context context(@Nullable String user) {
        contexts++;
        return new Context("context" + contexts, null, user);
    }

    StateChange last() {
        return (StateChange) events.getLast().event();
    }

    long seq() {
        return events.size();
    }
}
