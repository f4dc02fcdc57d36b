package io.homeiq.automation;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Deployment;
import io.homeiq.homeassistant.deploy.Operation;
import io.homeiq.homeassistant.deploy.Placed;
import io.homeiq.homeassistant.deploy.Removal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A Home Assistant that is there, away, picky or slow, as the test wants it. */
final class FakeTarget implements AutomationTarget {

    final Map<String, Verbatim> placed = new ConcurrentHashMap<>();
    final List<String> operated = new CopyOnWriteArrayList<>();
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile @Nullable Kind failing;
    volatile @Nullable String refusal;
    volatile boolean answering = true;
    private final Promise<Void> release = Promise.promise();
    volatile boolean waiting;

    /** A person changes the automation. */
    void edit(String id) {
        Map<String, @Nullable Object> edited =
                new LinkedHashMap<>(Objects.requireNonNull(placed.get(id)).tree());
        edited.put("mode", "restart");
        placed.put(id, new Verbatim(edited));
    }

    /** Lets those go on that were kept waiting. */
    void release() {
        waiting = false;
        release.tryComplete();
    }

    @Override
    public DeploymentTarget kind() {
        return DeploymentTarget.HOME_ASSISTANT;
    }

    @Override
    public Future<Deployment> deploy(Automation automation, @Nullable String expectedHash) {
        return place(automation.id(), new Verbatim(AutomationTree.write(automation)), expectedHash);
    }

    @Override
    public Future<Deployment> restore(String automationId, Verbatim earlier, String expectedHash) {
        return place(automationId, earlier, expectedHash);
    }

    private Future<Deployment> place(String id, Verbatim wanted, @Nullable String expectedHash) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        return reach().compose(reached -> waiting ? release.future() : Future.succeededFuture())
                .map(reached -> put(id, wanted, expectedHash))
                .compose(done -> answering
                        ? Future.succeededFuture(done)
                        : Promise.<Deployment>promise().future())
                .onComplete(done -> atOnce.decrementAndGet());
    }

    private Deployment put(String id, Verbatim wanted, @Nullable String expectedHash) {
        Verbatim current = placed.get(id);
        String location = "automation." + id;
        if (refusal != null) {
            return new Deployment.Refused(refusal);
        }
        if (current != null && hash(current).equals(hash(wanted))) {
            return new Deployment.Unchanged(location, hash(wanted));
        }
        if (current != null && !hash(current).equals(expectedHash)) {
            return new Deployment.HandEdited(id + " was changed by hand");
        }
        placed.put(id, wanted);
        writes.incrementAndGet();
        return new Deployment.Deployed(location, hash(wanted), current);
    }

    @Override
    public Future<Optional<Placed>> read(String automationId) {
        return reach().map(reached -> Optional.ofNullable(placed.get(automationId))
                .map(tree -> new Placed("automation." + automationId, tree, hash(tree))));
    }

    @Override
    public Future<Removal> remove(String automationId, String expectedHash) {
        return reach().map(reached -> {
            Verbatim current = placed.get(automationId);
            if (current == null) {
                return new Removal.AlreadyGone();
            }
            if (!hash(current).equals(expectedHash)) {
                return new Removal.HandEdited(automationId + " was changed by hand, so it stays");
            }
            placed.remove(automationId);
            writes.incrementAndGet();
            return new Removal.Removed();
        });
    }

    @Override
    public Future<Optional<String>> operate(String automationId, Operation operation) {
        return reach().map(reached -> {
            if (!placed.containsKey(automationId)) {
                return Optional.empty();
            }
            operated.add(operation + " " + automationId);
            return Optional.of("automation." + automationId);
        });
    }

    @Override
    public Future<Optional<String>> objection(Automation automation) {
        return reach().map(reached -> Optional.ofNullable(refusal));
    }

    private Future<Void> reach() {
        calls.incrementAndGet();
        Kind kind = failing;
        return kind == null
                ? Future.succeededFuture()
                : Future.failedFuture(new HomeAssistantException(kind, "Home Assistant says " + kind));
    }

    static String hash(Verbatim tree) {
        return Integer.toHexString(new HashMap<>(tree.tree()).hashCode());
    }
}
