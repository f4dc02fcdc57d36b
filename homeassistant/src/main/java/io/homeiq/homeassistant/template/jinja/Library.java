package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Undefined;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions, filters and tests that a template can name. */
public interface Library {

    /** A filter or a test. The value comes first among the positional arguments. */
    @FunctionalInterface
    interface Filter {
        Object apply(Render render, List<Object> positional, Map<String, Object> named);
    }

    /** Null if there is none, or we do not have it. */
    @Nullable
    Filter filter(String name);

    /** Null if there is none, or we do not have it. */
    @Nullable
    Filter test(String name);

    /** Whether Home Assistant has a filter that we do not have. */
    boolean isFilterBeyond(String name);

    /** Whether Home Assistant has a test that we do not have. */
    boolean isTestBeyond(String name);

    /** What a name means that the template did not set; {@link Undefined} if nothing. */
    Object global(Render render, String name);
}
