package io.homeiq.query;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.query.AliasRepository;
import io.homeiq.store.query.EntityAlias;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The owner's own names for things, over HTTP. */
final class AliasRoutes implements Routes {

    private static final String PATH = "/api/v1/aliases";

    private final Announcer announcer;
    private final AliasRepository aliases;
    private final RegistryRepository registry;
    private final HomeId home;
    private final InstantSource clock;

    AliasRoutes(
            Announcer announcer,
            AliasRepository aliases,
            RegistryRepository registry,
            HomeId home,
            InstantSource clock) {
        this.announcer = announcer;
        this.aliases = aliases;
        this.registry = registry;
        this.home = home;
        this.clock = clock;
    }

    private record Named(String entityId, String alias) {}

    @Override
    public void addTo(Api api) {
        api.get(PATH, this::list).post(PATH, this::add).delete(PATH, this::remove);
    }

    private Future<Reply> list(Request request) {
        return announcer
                .read(connection -> aliases.list(connection, home))
                .map(all -> Reply.ok(Map.of("aliases", all, "count", all.size())));
    }

    private Future<Reply> add(Request request) {
        Named named = request.body(Named.class);
        EntityAlias alias = alias(named.entityId(), named.alias());
        return announcer
                .write(connection -> registry.load(connection, home).compose(known -> {
                    if (known.entity(alias.entityId()).isEmpty()) {
                        throw Problem.of(Kind.NOT_FOUND, "there is no entity " + alias.entityId() + " in this home")
                                .asException();
                    }
                    return aliases.add(connection, home, alias);
                }))
                .map(added -> {
                    if (!added) {
                        throw Problem.of(
                                        Kind.CONFLICT,
                                        "that name is there already, or the home has " + AliasRepository.MAX_ALIASES
                                                + " names; delete one")
                                .asException();
                    }
                    return Reply.created(alias, PATH);
                });
    }

    /** As parameters of the address: bodies of deletions get lost on the way. */
    private Future<Reply> remove(Request request) {
        EntityAlias alias = alias(request.text("entity_id"), request.text("alias"));
        return announcer
                .write(connection -> aliases.remove(connection, home, alias.alias(), alias.entityId()))
                .map(removed -> {
                    if (!removed) {
                        throw Problem.of(Kind.NOT_FOUND, alias.entityId() + " is not called \"" + alias.alias() + "\"")
                                .asException();
                    }
                    return Reply.nothing();
                });
    }

    private EntityAlias alias(@Nullable String entity, @Nullable String name) {
        if (entity == null || !EntityId.isValid(entity)) {
            throw Request.invalid("entity_id", entity == null ? "nothing" : entity, "an entity id such as light.hall");
        }
        String words = name == null ? "" : name.strip();
        if (words.isEmpty() || words.length() > EntityAlias.MAX_LENGTH) {
            throw Request.invalid("alias", words, "1 to " + EntityAlias.MAX_LENGTH + " characters");
        }
        return new EntityAlias(words, new EntityId(entity), clock.instant());
    }
}
