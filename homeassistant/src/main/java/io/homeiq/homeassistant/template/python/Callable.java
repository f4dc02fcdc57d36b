package io.homeiq.homeassistant.template.python;

import java.util.List;
import java.util.Map;

/** Anything that a template can call: a function, a method of a value, a macro. */
@FunctionalInterface
public interface Callable {

    /**
     * Calls it.
     *
     * @throws PythonError as Python would
     * @throws Unsupported where we do not know what Home Assistant does
     */
    Object call(List<Object> positional, Map<String, Object> named);
}
