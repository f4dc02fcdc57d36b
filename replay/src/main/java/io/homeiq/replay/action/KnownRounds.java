package io.homeiq.replay.action;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.value.NumberText;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * So many rounds, or one for each item of a list.
 *
 * @param tree the number or the list
 */
record KnownRounds(TemplateTree tree, boolean isList) implements Rounds {

    @Override
    public Object prepare(Run run) {
        Object value;
        try {
            value = tree.render(run.scope());
        } catch (Fault fault) {
            if (fault.is(Fault.Kind.UNSUPPORTED)) {
                throw fault;
            }
            throw new Halt(Halt.Kind.ABORT, fault.reason());
        }
        return isList ? items(value) : number(value);
    }

    private static Object items(@Nullable Object value) {
        if (!(value instanceof List<?>)) {
            throw new Halt(Halt.Kind.ABORT, "Repeat 'for_each' must be a list of items");
        }
        return value;
    }

    private static Object number(@Nullable Object value) {
        BigInteger count = NumberText.toInteger(value);
        if (count == null) {
            throw new Halt(Halt.Kind.ABORT, "invalid literal for int(): " + value);
        }
        return (Object) count.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }

    @Override
    public Integer count(Object prepared) {
        return prepared instanceof List<?> items ? items.size() : (Integer) prepared;
    }

    @Override
    public @Nullable Object item(Object prepared, int round) {
        return prepared instanceof List<?> items ? Objects.requireNonNull(items).get(round - 1) : null;
    }

    @Override
    public boolean begins(int round, Run run) {
        return true;
    }

    @Override
    public boolean ends(int round, Run run) {
        return false;
    }

    @Override
    public boolean givesWay(int round) {
        return false;
    }
}
