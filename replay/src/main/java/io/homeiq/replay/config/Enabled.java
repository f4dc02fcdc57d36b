package io.homeiq.replay.config;

import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.TemplateScope;
import io.homeiq.replay.template.Templates.Template;
import io.homeiq.replay.value.Truth;
import org.jspecify.annotations.Nullable;

/** Whether a part of an automation is switched on: a yes or no, or a template that tells. */
public final class Enabled {

    private final boolean always;
    private final @Nullable Template template;
    private final Compiler compiler;

    private Enabled(boolean always, @Nullable Template template, Compiler compiler) {
        this.always = always;
        this.template = template;
        this.compiler = compiler;
    }

    /**
     * Takes {@code enabled}.
     *
     * @throws RefusedException if it is neither
     */
    public static Enabled take(Fields fields, Compiler compiler) {
        if (!fields.has("enabled")) {
            return new Enabled(true, null, compiler);
        }
        Object value = fields.take("enabled");
        Boolean known = Truth.yesOrNo(value);
        return known != null
                ? new Enabled(known, null, compiler)
                : new Enabled(false, compiler.template(value), compiler);
    }

    /** Off for sure; a template may still tell otherwise. */
    public boolean isAlwaysOff() {
        return template == null && !always;
    }

    /**
     * Whether it is on at this moment.
     *
     * @throws io.homeiq.replay.fault.Fault if the template fails or is not supported
     */
    public boolean isOn(TemplateScope scope) {
        return template == null
                ? always
                : Truth.of(compiler.render(template, scope).value());
    }
}
