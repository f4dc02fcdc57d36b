package io.homeiq.homeassistant.template;

import io.homeiq.homeassistant.template.function.Builtins;
import io.homeiq.homeassistant.template.function.Home;
import io.homeiq.homeassistant.template.function.Incoming;
import io.homeiq.homeassistant.template.jinja.JinjaTemplate;
import io.homeiq.homeassistant.template.jinja.Library;
import io.homeiq.homeassistant.template.jinja.Render;
import io.homeiq.homeassistant.template.jinja.SyntaxError;
import io.homeiq.homeassistant.template.python.Literal;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Strings;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.replay.template.Reads;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.TemplateScope;
import io.homeiq.replay.template.Templates;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Home Assistant's templates in Java: Jinja 3.1 with the sandbox, functions, native results and errors of Home Assistant 2026.11.
 * A template has no way to Java's classes: attributes are looked up in tables of names, never by reflection.
 */
public final class HomeAssistantTemplates implements Templates {

    /** Longer templates are named as unsupported. */
    public static final int MAX_SOURCE = 200_000;

    private final Library library = new Builtins();

    @Override
    public Compiled compile(String source) {
        var text = Strings.strip(source);
        if (text.length() > MAX_SOURCE) {
            return new Compiled.Unsupported("a template of more than " + MAX_SOURCE + " characters");
        }
        if (!text.contains("{{") && !text.contains("{%") && !text.contains("{#")) {
            return new Compiled.Ready(new Static(text));
        }
        try {
            return new Compiled.Ready(new Dynamic(text, JinjaTemplate.parse(text, library), library));
        } catch (SyntaxError e) {
            return new Compiled.Refused(String.valueOf(e.getMessage()));
        } catch (Unsupported e) {
            return new Compiled.Unsupported(e.name());
        }
    }

    /** A text without anything to evaluate. */
    private record Static(String source) implements Template {
        @Override
        public Rendered render(TemplateScope scope) {
            return value(source, Reads.NOTHING);
        }
    }

    private record Dynamic(String source, JinjaTemplate template, Library library) implements Template {
        @Override
        public Rendered render(TemplateScope scope) {
            var home = new Home(scope);
            try {
                var printed = Strings.strip(template.print(new Render(new Variables(scope), library, home)));
                return value(printed, home.reads());
            } catch (PythonError e) {
                return new Rendered.Failed(e.told(), home.reads());
            } catch (Unsupported e) {
                return new Rendered.Unsupported(e.name(), home.reads());
            } catch (StackOverflowError e) {
                return new Rendered.Unsupported("a template nested too deeply", home.reads());
            }
        }
    }

    private static Rendered value(String printed, Reads reads) {
        try {
            return new Rendered.Value(Literal.parse(printed), printed, reads);
        } catch (Unsupported e) {
            return new Rendered.Unsupported(e.name(), reads);
        }
    }

    /** Each variable is made ready once, when it is first asked for. */
    private static final class Variables implements Render.Names {

        private final TemplateScope scope;
        private final Map<String, Object> ready = new HashMap<>();

        Variables(TemplateScope scope) {
            this.scope = scope;
        }

        @Override
        public @Nullable Object get(String name) {
            var known = ready.get(name);
            if (known != null) {
                return known;
            }
            var given = scope.variables().get(name);
            if (given == null && !scope.variables().containsKey(name)) {
                return null;
            }
            var value = Incoming.value(given);
            ready.put(name, value);
            return value;
        }
    }
}
