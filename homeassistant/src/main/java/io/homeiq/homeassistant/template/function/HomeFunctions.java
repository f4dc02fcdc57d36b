package io.homeiq.homeassistant.template.function;

import static io.homeiq.homeassistant.template.function.Registry.ofHome;

import io.homeiq.homeassistant.template.jinja.Render;
import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.Dictionaries;
import io.homeiq.homeassistant.template.python.Equality;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What templates ask of the entities of a home. */
final class HomeFunctions {

    private HomeFunctions() {}

    static void register(Registry registry) {
        registry.globals().put("states", render -> {
            var home = (Home) render.host();
            if (home.scope().isLimited()) {
                return (Callable) (positional, named) -> {
                    throw new PythonError(
                            PythonError.Kind.TEMPLATE, "Use of 'states' is not supported in limited templates");
                };
            }
            return new States(home);
        });
        registry.filter(
                "states",
                "entity_id rounded? with_unit?",
                ofHome("states", call -> States.state(call.home(), call.arguments())));
        both(registry, "has_value", "entity_id", HomeFunctions::hasValue);
        both(registry, "state_attr", "entity_id name", HomeFunctions::attribute);
        both(registry, "is_state", "entity_id state", HomeFunctions::isState);
        both(registry, "is_state_attr", "entity_id name value", HomeFunctions::isAttribute);
        registry.rawGlobal("expand", HomeFunctions::expanded).raw("expand", HomeFunctions::expanded);
        registry.tests().remove("state_attr");
        registry.filters().remove("is_state");
        registry.filters().remove("is_state_attr");
    }

    private static void both(Registry registry, String name, String parameters, Registry.Body body) {
        registry.both(name, parameters, ofHome(name, body));
        registry.test(name, parameters, ofHome(name, body));
    }

    private static Object hasValue(Registry.Call call) {
        var state = call.home().state(call.get(0));
        return state != null
                && !Equality.contains(
                        List.of("unavailable", "unknown"), state.attribute("state") instanceof String text ? text : "");
    }

    private static Object attribute(Registry.Call call) {
        var state = call.home().state(call.get(0));
        if (state == null) {
            return None.NONE;
        }
        call.home().look(state.state().entityId());
        var value = Dictionaries.get(state.state().attributes(), call.get(1));
        return value == null ? None.NONE : value;
    }

    private static Object isState(Registry.Call call) {
        var state = call.home().state(call.get(0));
        if (state == null) {
            return false;
        }
        call.home().look(state.state().entityId());
        var wanted = call.get(1);
        return Equality.equal(state.state().state(), wanted)
                || Values.typeName(wanted).equals("list")
                        && Equality.contains(wanted, state.state().state());
    }

    private static Object isAttribute(Registry.Call call) {
        var state = call.home().state(call.get(0));
        if (state == null) {
            return false;
        }
        call.home().look(state.state().entityId());
        var value = Dictionaries.get(state.state().attributes(), call.get(1));
        return value != null && Equality.equal(value, call.get(2));
    }

    /** Groups and zones as what is in them, the last one given first, as Home Assistant does it. */
    private static Object expanded(Render render, List<Object> positional, Map<String, Object> named) {
        var home = (Home) render.host();
        if (home.scope().isLimited()) {
            throw new PythonError(PythonError.Kind.TEMPLATE, "Use of 'expand' is not supported in limited templates");
        }
        var search = new ArrayList<Object>(positional);
        var found = new LinkedHashMap<String, Object>();
        while (!search.isEmpty()) {
            render.step();
            var next = search.remove(search.size() - 1);
            if (next instanceof Undefined undefined) {
                throw undefined.error();
            }
            var entity = next instanceof String id ? home.state(id) : next;
            if (entity instanceof StateValue state) {
                entity(home, state, search, found);
            } else if (entity != null && !(entity instanceof String) && Iteration.isIterable(entity)) {
                search.addAll(Iteration.list(entity));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static void entity(Home home, StateValue state, List<Object> search, Map<String, Object> found) {
        var id = state.state().entityId();
        if (found.containsKey(id)) {
            return;
        }
        var domain = state.state().domain();
        var members = Values.of(state.state().attributes().get(domain.equals("zone") ? "persons" : "entity_id"));
        if (domain.equals("group") || domain.equals("zone")) {
            home.look(id);
            if (Values.isTrue(members)) {
                search.addAll(Iteration.list(members));
            }
        } else if (Values.isTrue(members)) {
            throw new Unsupported("expand of " + Text.str(id) + ", which may be a group");
        } else {
            home.look(id);
            found.put(id, state);
        }
    }
}
