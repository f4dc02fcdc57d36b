package io.homeiq.replay.template;

import io.homeiq.replay.config.RefusedException;
import io.homeiq.replay.fault.Unsupported;
import io.homeiq.replay.template.Templates.Compiled;
import io.homeiq.replay.template.Templates.Template;
import io.homeiq.replay.value.PlainText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the templates of one automation and notes what of them is not supported. */
public final class Compiler {

    private final Templates templates;
    private final Unsupported unsupported;

    public Compiler(Templates templates, Unsupported unsupported) {
        this.templates = templates;
        this.unsupported = unsupported;
    }

    /** Whether there is anything to evaluate in a text. */
    public static boolean isDynamic(@Nullable Object value) {
        return value instanceof String text && (text.contains("{{") || text.contains("{%") || text.contains("{#"));
    }

    /**
     * A text as a template.
     *
     * @throws RefusedException if it cannot be read or is a list or mapping
     */
    public Template template(@Nullable Object value) {
        if (value == null || value instanceof List<?> || value instanceof Map<?, ?>) {
            throw new RefusedException("template value should be a string");
        }
        String text = PlainText.of(value);
        return switch (templates.compile(text)) {
            case Compiled.Ready(Template template) -> template;
            case Compiled.Refused(String reason) -> throw new RefusedException("invalid template (" + reason + ")");
            case Compiled.Unsupported(String name) -> {
                unsupported.add("template: " + name);
                yield new UnsupportedTemplate(text.strip(), name);
            }
        };
    }

    /** The same, of a text that must hold something to evaluate. */
    public Template dynamic(@Nullable Object value) {
        if (!isDynamic(value)) {
            throw new RefusedException("template value does not contain a dynamic template");
        }
        return template(value);
    }

    void note(String name) {
        unsupported.add("template: " + name);
    }

    private record UnsupportedTemplate(String source, String name) implements Template {

        @Override
        public Rendered render(TemplateScope scope) {
            return new Rendered.Unsupported(name, Reads.NOTHING);
        }
    }

    /** A tree in which any text may be a template. */
    public TemplateTree tree(@Nullable Object value) {
        return TemplateTree.read(value, this);
    }

    /**
     * The result of a template.
     *
     * @throws io.homeiq.replay.fault.Fault if it fails or is not supported, which is noted
     */
    public Rendered.Value render(Template template, TemplateScope scope) {
        return switch (template.render(scope)) {
            case Rendered.Value value -> value;
            case Rendered.Failed failed -> throw TemplateTree.failed(failed);
            case Rendered.Unsupported missing -> {
                note(missing.name());
                throw TemplateTree.unsupported(missing);
            }
        };
    }
}
