package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Unsupported;
import org.jspecify.annotations.Nullable;

/** One evaluation of a template: its variables, and how much of its bounds it has used up. */
public final class Render {

    /** Expressions, statements and passes through loops that a template may take; more are named as unsupported. */
    public static final int MAX_STEPS = 2_000_000;

    /** How deep macros and functions may call each other. */
    public static final int MAX_DEPTH = 60;

    private final Names variables;
    private final Library library;
    private final Object host;
    private int steps;
    private int depth;

    /** @param host what the functions of the library know of the world; the language does not look at it */
    public Render(Names variables, Library library, Object host) {
        this.variables = variables;
        this.library = library;
        this.host = host;
    }

    public Library library() {
        return library;
    }

    public Object host() {
        return host;
    }

    /** What a name means outside of all blocks. */
    Object name(String name) {
        var value = variables.get(name);
        return value != null ? value : library.global(this, name);
    }

    /** The variables of an evaluation. */
    @FunctionalInterface
    public interface Names {

        /** Null if there is no such variable. */
        @Nullable
        Object get(String name);
    }

    /** One more step. */
    public void step() {
        if (++steps > MAX_STEPS) {
            throw new Unsupported("a template of more than " + MAX_STEPS + " steps");
        }
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new Unsupported("macros that call each other more than " + MAX_DEPTH + " deep");
        }
    }

    void leave() {
        depth--;
    }

    /** The error of a filter or test that is looked for by a name at run time and does not exist. */
    public static PythonError missing(String what, String name) {
        return new PythonError(PythonError.Kind.RUNTIME, "No " + what + " named '" + name + "'.");
    }
}
