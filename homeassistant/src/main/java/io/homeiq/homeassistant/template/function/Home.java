package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.Moment;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Values;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.template.Reads;
import io.homeiq.replay.template.TemplateScope;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The home as one evaluation sees it; remembers what was looked at. */
public final class Home {

    private static final Pattern DOMAIN = Pattern.compile("(?!.+__)(?!_)[\\da-z_]+(?<!_)");
    private static final Pattern ENTITY = Pattern.compile("(?!.+__)(?!_)[\\da-z_]+(?<!_)\\.(?!_)[\\da-z_]+(?<!_)");

    private final TemplateScope scope;
    private final Set<String> entities = new HashSet<>();
    private final Set<String> domains = new HashSet<>();
    private final Set<String> lifecycleDomains = new HashSet<>();
    private boolean allStates;
    private boolean allLifecycle;
    private boolean clock;

    public Home(TemplateScope scope) {
        this.scope = scope;
    }

    TemplateScope scope() {
        return scope;
    }

    /** What was looked at so far. */
    public Reads reads() {
        return new Reads(entities, domains, lifecycleDomains, allStates, allLifecycle, clock);
    }

    ZoneId zone() {
        return scope.zone();
    }

    /** The time on the clock of the home. */
    Moment now() {
        clock = true;
        return Moment.of(scope.now(), scope.zone());
    }

    Moment utcNow() {
        clock = true;
        return Moment.of(scope.now(), ZoneOffset.UTC);
    }

    void look(String entityId) {
        entities.add(entityId);
    }

    /** The entity, or null; looked at only if there is none, or else when something of it is read. */
    @Nullable
    StateValue state(Object entityId) {
        if (entityId instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(entityId instanceof String id)) {
            throw PythonError.type("'" + Values.typeName(entityId) + "' object has no attribute 'lower'");
        }
        var state = scope.state(id.toLowerCase(Locale.ROOT));
        if (state == null) {
            look(id);
            return null;
        }
        return new StateValue(state, this);
    }

    /** As {@link #state}, but what can be no entity id is an error. */
    @Nullable
    StateValue valid(String entityId) {
        var state = state(entityId);
        if (state == null && !ENTITY.matcher(entityId).matches()) {
            throw new PythonError(PythonError.Kind.TEMPLATE, "Invalid entity ID '" + entityId + "'");
        }
        return state;
    }

    static boolean isDomain(String name) {
        return DOMAIN.matcher(name).matches();
    }

    /** All entities; of one domain, or all where it is null. What is read of each does not count beyond that. */
    List<Object> all(@Nullable String domain) {
        if (domain == null) {
            allStates = true;
        } else {
            domains.add(domain);
        }
        return scope.states().stream()
                .filter(state -> domain == null || state.domain().equals(domain))
                .map(state -> (Object) new StateValue(state, null))
                .toList();
    }

    long count(@Nullable String domain) {
        if (domain == null) {
            allLifecycle = true;
        } else {
            lifecycleDomains.add(domain);
        }
        return scope.states().stream()
                .filter(state -> domain == null || state.domain().equals(domain))
                .count();
    }

    /** The name that people see. */
    static String name(EntityState state) {
        var given = Values.of(state.attributes().get("friendly_name"));
        return Values.isTrue(given) ? Text.str(given) : state.objectId().replace('_', ' ');
    }
}
