package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ServiceCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The last command to each entity. A device that answers late does so under a fresh context, which looks like a hand on
 * it: only the command before tells.
 */
final class CommandLedger {

    /** More entities than this are not under way at the same time. */
    static final int MAX_COMMANDS = 4_096;

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(5);

    /** How long devices of a kind take at most to reach what they were told; shutters and heaters are slow. */
    private static final Map<String, Duration> PATIENCE = Map.of(
            "cover", Duration.ofSeconds(90),
            "climate", Duration.ofSeconds(120),
            "water_heater", Duration.ofSeconds(120),
            "vacuum", Duration.ofSeconds(120),
            "lock", Duration.ofSeconds(30),
            "valve", Duration.ofSeconds(90),
            "media_player", Duration.ofSeconds(15));

    private final Map<EntityId, Command> last = new BoundedMap<>(MAX_COMMANDS);
    private final Map<String, ServiceCall> lastUnder = new BoundedMap<>(MAX_COMMANDS);

    /** A command that was given, by whom, and whether the entity has answered it since. */
    static final class Command {

        private final ServiceCall call;
        private final Optional<Origin> origin;
        private boolean answered;

        private Command(ServiceCall call, Optional<Origin> origin) {
            this.call = call;
            this.origin = origin;
        }

        ServiceCall call() {
            return call;
        }

        Optional<Origin> origin() {
            return origin;
        }

        boolean isAnswered() {
            return answered;
        }

        void answer() {
            answered = true;
        }
    }

    void note(ServiceCall call, Optional<Origin> origin) {
        for (EntityId target : call.targets()) {
            last.remove(target); // so that the newest command is the last to be forgotten
            last.put(target, new Command(call, origin));
        }
        if (call.context().id() != null) {
            lastUnder.put(call.context().id(), call);
        }
    }

    /** The last call that was made under a context. */
    Optional<ServiceCall> lastUnder(Context context) {
        return context.id() == null ? Optional.empty() : Optional.ofNullable(lastUnder.get(context.id()));
    }

    /** Whether any entity that the call was for has answered it. */
    boolean isAnswered(ServiceCall call) {
        return call.targets().stream()
                .map(last::get)
                .anyMatch(command -> command != null && command.call().equals(call) && command.isAnswered());
    }

    /** The command that a change at this moment may still be the answer to. */
    Optional<Command> pendingFor(EntityId entity, long atMillis) {
        Command command = last.get(entity);
        if (command == null) {
            return Optional.empty();
        }
        long age = atMillis - command.call().time().toEpochMilli();
        long patience = PATIENCE.getOrDefault(entity.domain(), DEFAULT_PATIENCE).toMillis();
        return age >= 0 && age <= patience ? Optional.of(command) : Optional.empty();
    }
}
