package io.homeiq.homeassistant.template.python;

import java.util.List;

/** What {@code groupby} gives: a pair whose parts also have names. */
public final class Group extends Tuple {

    public Group(Object grouper, List<Object> items) {
        super(List.of(grouper, items));
    }
}
