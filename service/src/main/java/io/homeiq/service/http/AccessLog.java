package io.homeiq.service.http;

import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line of debugging for each request at its end, with the id that the services it leads to write as well. Without the query of the address:
 * it may hold words of people.
 */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final String service;

    AccessLog(String service) {
        this.service = service;
    }

    void watch(RoutingContext context) {
        if (LOG.isDebugEnabled()) {
            context.addEndHandler(done -> LOG.atDebug()
                    .addKeyValue("request_id", RequestId.of(context))
                    .log(
                            "{}: {} {} answered {}",
                            service,
                            context.request().method(),
                            context.request().path(),
                            context.response().getStatusCode()));
        }
    }
}
