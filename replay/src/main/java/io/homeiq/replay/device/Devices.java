package io.homeiq.replay.device;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.value.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The devices of a home, which answer the services that are called on them. */
public final class Devices {

    private static final int MAX_STATE_LENGTH = 255;
    private static final String ANY = "homeassistant";

    private final Core core;
    private final Echo echo;

    public Devices(Core core, Echo echo) {
        this.core = core;
        this.echo = echo;
    }

    /**
     * The devices that are meant answer.
     *
     * @throws Fault if a device cannot make sense of the options
     */
    public void answer(String domain, String service, Map<String, @Nullable Object> data, Context context) {
        if (!echo.answers()) {
            return;
        }
        List<String> targets = targets(domain, data.get("entity_id"));
        if (echo.isWithin()) {
            targets.forEach(id -> answer(id, domain, service, data, context));
        } else {
            core.loop().after(echo.delayMicros(), () -> {
                try {
                    targets.forEach(id -> answer(id, domain, service, data, context));
                } catch (Fault fault) {
                    // Nobody waits for it any more.
                    return;
                }
            });
        }
    }

    private List<String> targets(String domain, @Nullable Object entityIds) {
        if (entityIds == null || entityIds.equals("none")) {
            return List.of();
        }
        if (!entityIds.equals("all")) {
            return ids(entityIds);
        }
        return domain.equals(ANY)
                ? core.world().all().stream().map(EntityState::entityId).toList()
                : core.world().idsOf(domain);
    }

    /** The ids of a text with commas or of a list, as they are, in lower case. */
    public static List<String> ids(@Nullable Object entityIds) {
        List<?> given = switch (entityIds) {
            case null -> List.of();
            case String text -> List.of(text.split(",", -1));
            case List<?> list -> list;
            default -> List.of(entityIds);
        };
        List<String> ids = new ArrayList<>();
        given.forEach(id -> ids.add(PlainText.of(id).strip().toLowerCase(Locale.ROOT)));
        return ids;
    }

    private void answer(String id, String domain, String service, Map<String, @Nullable Object> data, Context context) {
        EntityState state = core.world().get(id);
        if (state == null || state.state().equals("unavailable")) {
            return;
        }
        String own = EntityIds.domainOf(state.entityId());
        if (!domain.equals(ANY) && !domain.equals(own)) {
            return;
        }
        Answer answer = Answers.to(own, service, data, state, core.loop().clock());
        if (answer == null) {
            return;
        }
        if (answer.state().length() > MAX_STATE_LENGTH) {
            throw new Fault(
                    Fault.Kind.HOME_ASSISTANT,
                    "Invalid state with length " + answer.state().length());
        }
        core.world().set(id, answer.state(), answer.attributes(), core.loop().now(), context);
    }
}
