package io.homeiq.mining.attribution;

import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a call that somebody made.
 *
 * @param data tells calls with other data apart; what was passed itself may be long
 */
record GivenCall(String domain, String service, List<EntityId> targets, int data, Instant time, Context context) {

    GivenCall {
        targets = List.copyOf(targets);
    }

    static GivenCall of(ServiceCall call) {
        return new GivenCall(
                call.domain(),
                call.service(),
                call.targets(),
                call.data().values().hashCode(),
                call.time(),
                call.context());
    }

    void write(MemoryWriter out) throws IOException {
        out.text(domain);
        out.text(service);
        out.count(targets.size(), MemoryWriter.MAX_ENTITIES);
        for (EntityId target : targets) {
            out.entity(target);
        }
        out.number(data);
        out.instant(time);
        out.text(context.id());
        out.text(context.parentId());
        out.text(context.userId());
    }

    static GivenCall read(MemoryReader in) throws IOException {
        String domain = in.text();
        String service = in.text();
        List<EntityId> targets = new ArrayList<>();
        int count = in.count(MemoryReader.MAX_ENTITIES);
        for (int i = 0; i < count; i++) {
            targets.add(in.entity());
        }
        int data = in.integer();
        Instant time = in.instant();
        Context context = new Context(in.textOrNull(), in.textOrNull(), in.textOrNull());
        return new GivenCall(domain, service, targets, data, time, context);
    }
}
