package io.homeiq.replay.action;

import io.homeiq.contracts.home.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service is called.
 *
 * @param data options and targets together, as Home Assistant merges them
 */
public record ServiceCall(String domain, String service, Map<String, @Nullable Object> data, Context context) {

    /** Written out, because in an implicit constructor the compiler loses the annotation within the type. */
    public ServiceCall(String domain, String service, Map<String, @Nullable Object> data, Context context) {
        this.domain = domain;
        this.service = service;
        this.data = data;
        this.context = context;
    }

    public String name() {
        return domain + "." + service;
    }
}
