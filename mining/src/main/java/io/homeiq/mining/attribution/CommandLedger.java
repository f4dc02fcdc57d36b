package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last command to each entity. A device that answers late does so under a fresh context, which looks like a hand on
 * it: only the command before tells.
 */
final class CommandLedger {

    /** More entities than this are not under way at the same time. */
    static final int MAX_COMMANDS = 4_096;

    /** The last of each context and of each entity. */
    private static final int MAX_CALLS = 2 * MAX_COMMANDS;

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
    private final Map<String, GivenCall> lastUnder = new BoundedMap<>(MAX_COMMANDS);

    /** A command that was given, by whom, and whether the entity has answered it since. */
    static final class Command {

        private final GivenCall call;
        private final Optional<Origin> origin;
        private boolean answered;

        private Command(GivenCall call, Optional<Origin> origin) {
            this.call = call;
            this.origin = origin;
        }

        GivenCall call() {
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

    void note(ServiceCall made, Optional<Origin> origin) {
        GivenCall call = GivenCall.of(made);
        for (EntityId target : call.targets()) {
            last.remove(target); // so that the newest command is the last to be forgotten
            last.put(target, new Command(call, origin));
        }
        if (call.context().id() != null) {
            lastUnder.put(call.context().id(), call);
        }
    }

    /** The last call that was made under a context. */
    Optional<GivenCall> lastUnder(Context context) {
        return context.id() == null ? Optional.empty() : Optional.ofNullable(lastUnder.get(context.id()));
    }

    /** Whether any entity that the call was for has answered it. */
    boolean isAnswered(GivenCall call) {
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

    void write(MemoryWriter out) throws IOException {
        Set<GivenCall> calls = new LinkedHashSet<>(lastUnder.values());
        last.values().forEach(command -> calls.add(command.call()));
        Map<GivenCall, Integer> places = new HashMap<>();
        out.count(calls.size(), MAX_CALLS);
        for (GivenCall call : calls) {
            places.put(call, places.size());
            call.write(out);
        }
        out.count(lastUnder.size(), MAX_COMMANDS);
        for (Map.Entry<String, GivenCall> under : lastUnder.entrySet()) {
            out.text(under.getKey());
            out.count(places.getOrDefault(under.getValue(), 0), MAX_CALLS);
        }
        out.count(last.size(), MAX_COMMANDS);
        for (Map.Entry<EntityId, Command> entity : last.entrySet()) {
            Command command = entity.getValue();
            out.entity(entity.getKey());
            out.count(places.getOrDefault(command.call(), 0), MAX_CALLS);
            out.flag(command.answered);
            out.flag(command.origin.isPresent());
            if (command.origin.isPresent()) {
                command.origin.get().write(out);
            }
        }
    }

    /** Takes over what was written, into a fresh one. */
    void read(MemoryReader in) throws IOException {
        List<GivenCall> calls = new ArrayList<>();
        int count = in.count(MAX_CALLS);
        for (int i = 0; i < count; i++) {
            calls.add(GivenCall.read(in));
        }
        int contexts = in.count(MAX_COMMANDS);
        for (int i = 0; i < contexts; i++) {
            lastUnder.put(in.text(), calls.get(in.count(count - 1)));
        }
        int entities = in.count(MAX_COMMANDS);
        for (int i = 0; i < entities; i++) {
            EntityId entity = in.entity();
            GivenCall call = calls.get(in.count(count - 1));
            boolean answered = in.flag();
            Command command = new Command(call, in.flag() ? Optional.of(Origin.read(in)) : Optional.empty());
            command.answered = answered;
            last.put(entity, command);
        }
    }
}
