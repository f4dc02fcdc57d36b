package io.homeiq.service.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes the id that a caller gave its request, or makes one, and tells it back. */
public final class RequestId {

    /** Its header, in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    /** What comes from outside goes to logs and to other services: nothing else gets through. */
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private static final String KEY = "homeiq.request-id";

    private RequestId() {}

    static void attach(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && ALLOWED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
    }

    static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? "" : id;
    }
}
