package io.homeiq.replay.template;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.template.Templates.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of the configuration in which texts may be templates; rendering gives native values in their places. */
public final class TemplateTree {

    private final @Nullable Object tree;
    private final boolean isConstant;
    private final Compiler compiler;

    private TemplateTree(@Nullable Object tree, boolean isConstant, Compiler compiler) {
        this.tree = tree;
        this.isConstant = isConstant;
        this.compiler = compiler;
    }

    static TemplateTree read(@Nullable Object value, Compiler compiler) {
        Object tree = compiled(value, compiler);
        return new TemplateTree(tree, !holdsTemplate(tree), compiler);
    }

    /** One template, although its text may hold nothing to evaluate. */
    public static TemplateTree of(Template template, Compiler compiler) {
        return new TemplateTree(template, false, compiler);
    }

    private static @Nullable Object compiled(@Nullable Object value, Compiler compiler) {
        return switch (value) {
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(entry -> copy.add(compiled(entry, compiler)));
                yield copy;
            }
            case Map<?, ?> map -> {
                Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, entry) -> copy.put(compiled(key, compiler), compiled(entry, compiler)));
                yield copy;
            }
            case String text when Compiler.isDynamic(text) -> compiler.template(text);
            case null, default -> value;
        };
    }

    private static boolean holdsTemplate(@Nullable Object tree) {
        return switch (tree) {
            case Template any -> true;
            case List<?> list -> list.stream().anyMatch(TemplateTree::holdsTemplate);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .anyMatch(entry -> holdsTemplate(entry.getKey()) || holdsTemplate(entry.getValue()));
            case null, default -> false;
        };
    }

    /** Whether nothing in it needs to be evaluated. */
    public boolean isConstant() {
        return isConstant;
    }

    /**
     * The value with the results of its templates.
     *
     * @throws Fault if a template fails or is not supported
     */
    public @Nullable Object render(TemplateScope scope) {
        return isConstant ? tree : rendered(tree, scope);
    }

    private @Nullable Object rendered(@Nullable Object value, TemplateScope scope) {
        return switch (value) {
            case Template template -> compiler.render(template, scope).value();
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(entry -> copy.add(rendered(entry, scope)));
                yield copy;
            }
            case Map<?, ?> map -> {
                Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, entry) -> copy.put(rendered(key, scope), rendered(entry, scope)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    static Fault failed(Rendered.Failed failed) {
        return new Fault(Fault.Kind.TEMPLATE, failed.message());
    }

    static Fault unsupported(Rendered.Unsupported missing) {
        return new Fault(Fault.Kind.UNSUPPORTED, "not supported: template: " + missing.name());
    }
}
