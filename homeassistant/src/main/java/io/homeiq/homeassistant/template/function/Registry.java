package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.jinja.Library;
import io.homeiq.homeassistant.template.jinja.Render;
import io.homeiq.homeassistant.template.python.Callable;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Signature;
import java.util.HashMap;
import java.util.Map;

/** Collects what {@link Builtins} offers. Parameters are written as {@link Signature#of} reads them. */
final class Registry {

    private final Map<String, Library.Filter> filters = new HashMap<>();
    private final Map<String, Library.Filter> tests = new HashMap<>();
    private final Map<String, Global> globals = new HashMap<>();

    /** What a function does. */
    @FunctionalInterface
    interface Body {
        Object apply(Call call);
    }

    /** What a name gives. */
    @FunctionalInterface
    interface Global {
        Object value(Render render);
    }

    /** One call: who evaluates, and with which arguments. */
    record Call(Render render, Signature.Arguments arguments) {

        Object get(int position) {
            return arguments.get(position);
        }

        boolean has(int position) {
            return arguments.has(position);
        }

        Object or(int position, Object otherwise) {
            return arguments.or(position, otherwise);
        }

        Home home() {
            return (Home) render.host();
        }
    }

    Map<String, Library.Filter> filters() {
        return filters;
    }

    Map<String, Library.Filter> tests() {
        return tests;
    }

    Map<String, Global> globals() {
        return globals;
    }

    Registry filter(String name, String parameters, Body body) {
        filters.put(name, bound(name, parameters, body));
        return this;
    }

    Registry test(String name, String parameters, Body body) {
        tests.put(name, bound(name, parameters, body));
        return this;
    }

    Registry global(String name, String parameters, Body body) {
        var function = bound(name, parameters, body);
        globals.put(name, render -> (Callable) (positional, named) -> function.apply(render, positional, named));
        return this;
    }

    Registry value(String name, Object value) {
        globals.put(name, render -> value);
        return this;
    }

    /** A function that is also a filter. */
    Registry both(String name, String parameters, Body body) {
        return filter(name, parameters, body).global(name, parameters, body);
    }

    /** Arguments as they come, for functions that take any. */
    Registry raw(String name, Library.Filter body) {
        filters.put(name, body);
        return this;
    }

    Registry rawGlobal(String name, Library.Filter body) {
        globals.put(name, render -> (Callable) (positional, named) -> body.apply(render, positional, named));
        return this;
    }

    private static Library.Filter bound(String name, String parameters, Body body) {
        var signature = Signature.of(name, parameters);
        return (render, positional, named) -> body.apply(new Call(render, signature.bind(positional, named)));
    }

    /** A function of the home and the clock: out of reach where a template is limited. */
    static Body ofHome(String name, Body body) {
        return call -> {
            if (call.home().scope().isLimited()) {
                throw new PythonError(
                        PythonError.Kind.TEMPLATE, "Use of '" + name + "' is not supported in limited templates");
            }
            return body.apply(call);
        };
    }
}
