package io.homeiq.replay.config;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.TemplateScope;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.value.NumberText;
import io.homeiq.replay.value.TimePeriod;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A length of time that is known at once or rendered when it is needed. */
public final class Period {

    private final @Nullable Duration known;
    private final @Nullable TemplateTree tree;

    private Period(@Nullable Duration known, @Nullable TemplateTree tree) {
        this.known = known;
        this.tree = tree;
    }

    /**
     * A positive period in any spelling, a template, or a mapping with templates in it.
     *
     * @throws RefusedException if it is none of these
     */
    public static Period read(String where, @Nullable Object value, Compiler compiler) {
        Duration known = TimePeriod.positive(value);
        if (known != null) {
            return new Period(known, null);
        }
        if (Compiler.isDynamic(value)) {
            return new Period(null, TemplateTree.of(compiler.dynamic(value), compiler));
        }
        if (value instanceof Map<?, ?> parts && !parts.isEmpty()) {
            parts.forEach((unit, amount) -> checkPart(where, unit, amount));
            return new Period(null, compiler.tree(value));
        }
        throw new RefusedException(
                where + ": offset " + value + " should be format 'HH:MM', 'HH:MM:SS' or 'HH:MM:SS.F'");
    }

    private static void checkPart(String where, @Nullable Object unit, @Nullable Object amount) {
        if (!Compiler.isDynamic(unit) && !TimePeriod.isUnit(unit)) {
            throw new RefusedException(where + ": no part of a time period: " + unit);
        }
        OptionalDouble number = Compiler.isDynamic(amount) ? OptionalDouble.of(0) : NumberText.toFloat(amount);
        if (!(number.orElse(-1) >= 0)) {
            throw new RefusedException(where + ": expected a positive number, was: " + amount);
        }
    }

    /** Known to be no time at all: there is nothing to wait for. */
    public boolean isZero() {
        return known != null && known.isZero();
    }

    /** The length if it is known without rendering. */
    public @Nullable Duration known() {
        return known;
    }

    /**
     * The length at this moment.
     *
     * @throws Fault of kind TEMPLATE or INVALID if it cannot be rendered or is no positive period
     */
    public Duration positive(TemplateScope scope) {
        if (known != null) {
            return known;
        }
        Object rendered = tree == null ? null : tree.render(scope);
        Duration period = TimePeriod.positive(rendered);
        if (period == null) {
            throw new Fault(
                    Fault.Kind.INVALID, "offset " + rendered + " should be format 'HH:MM', 'HH:MM:SS' or 'HH:MM:SS.F'");
        }
        return period;
    }
}
