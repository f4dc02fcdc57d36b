package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.HasAttributes;
import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Signature;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The name {@code states}: a function, all entities, and by attribute those of a domain. */
record States(Home home) implements Callable, HasAttributes, Iteration.Walkable, Values.Sized {

    private static final Signature SIGNATURE = Signature.of("states", "entity_id rounded? with_unit?");

    @Override
    public Object call(List<Object> positional, Map<String, Object> named) {
        var arguments = SIGNATURE.bind(positional, named);
        return state(home, arguments);
    }

    /** {@code states('sensor.x', rounded, with_unit)}. */
    static Object state(Home home, Signature.Arguments arguments) {
        var state = home.state(arguments.get(0));
        if (state == null) {
            return "unknown";
        }
        var withUnit = Values.isTrue(arguments.or(2, false));
        var rounded = Values.isTrue(arguments.or(1, withUnit));
        home.look(state.state().entityId());
        if (rounded && state.state().domain().equals("sensor")) {
            throw new Unsupported("states() rounded");
        }
        if (withUnit) {
            var unit = Values.of(state.state().attributes().get("unit_of_measurement"));
            return Values.isTrue(unit)
                    ? state.state().state() + " " + Text.str(unit)
                    : state.state().state();
        }
        return state.state().state();
    }

    @Override
    public String type() {
        return "AllStates";
    }

    @Override
    public Object attribute(String name) {
        if (name.indexOf('.') >= 0) {
            var state = home.valid(name);
            return state == null ? None.NONE : state;
        }
        if (!Home.isDomain(name)) {
            throw new PythonError(PythonError.Kind.TEMPLATE, "Invalid domain name '" + name + "'");
        }
        return new Domain(home, name);
    }

    @Override
    public Iterator<Object> items() {
        return home.all(null).iterator();
    }

    @Override
    public long length() {
        return home.count(null);
    }

    /** Those of one domain. */
    record Domain(Home home, String name) implements HasAttributes, Iteration.Walkable, Values.Sized {

        @Override
        public String type() {
            return "DomainStates";
        }

        @Override
        public @Nullable Object attribute(String attribute) {
            var state = home.valid(name + "." + attribute);
            return state == null ? None.NONE : state;
        }

        @Override
        public Iterator<Object> items() {
            return home.all(name).iterator();
        }

        @Override
        public long length() {
            return home.count(name);
        }
    }
}
