package io.homeiq.service.http;

import io.homeiq.bus.BusException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.ProblemException;
import io.homeiq.service.ServiceException;
import io.homeiq.store.StoreException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that can go wrong with a request into a problem document; what was not foreseen goes to the log, not to the client. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Api api;
    private final WireJson json;

    Failures(Api api, WireJson json) {
        this.api = api;
        this.json = json;
    }

    /** @param status what the router makes of it, if the request does not tell itself */
    void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Throwable failure = context.failure();
        if (response.headWritten()) {
            if (isClientGone(failure)) {
                LOG.info("request {}: the client went away before the end of the answer", RequestId.of(context));
            } else {
                LOG.warn("request {}: the answer broke off: {}", RequestId.of(context), String.valueOf(failure));
            }
            context.request().connection().close();
            return;
        }
        Problem problem = explain(context, context.statusCode() > 0 ? context.statusCode() : status, failure);
        if (problem.kind() == Kind.INTERNAL) {
            LOG.error(
                    "request {}: {} {} failed",
                    RequestId.of(context),
                    context.request().method(),
                    context.request().path(),
                    failure);
        }
        if (problem.kind() == Kind.METHOD_NOT_ALLOWED) {
            response.putHeader("Allow", String.join(", ", api.methodsOf(pathOf(context))));
        }
        if (problem.kind() == Kind.UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        write(context, problem);
    }

    private static boolean isClientGone(@Nullable Throwable failure) {
        return failure instanceof ClosedChannelException || failure instanceof HttpClosedException;
    }

    private void write(RoutingContext context, Problem problem) {
        Problem full = problem.with("instance", pathOf(context)).with("request_id", RequestId.of(context));
        HttpServerResponse response =
                context.response().setStatusCode(problem.kind().status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        boolean unread = BodyRule.hasBody(context.request().headers())
                && !context.request().isEnded();
        if (unread) {
            // What is left of the body is not wanted; without this the client would go on sending it.
            response.putHeader("Connection", "close");
        }
        response.end(Buffer.buffer(json.toBytes(full.toDocument()))).onComplete(sent -> {
            if (unread) {
                context.request().connection().close();
            }
        });
    }

    private Problem explain(RoutingContext context, int status, @Nullable Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case BusException bus -> ofBus(bus);
            case StoreException store -> ofStore(store);
            case ServiceException other -> ofService(other);
            case null -> ofStatus(context, status);
            default -> status >= 400 && status < 500 ? ofStatus(context, status) : unexpected();
        };
    }

    private Problem ofStatus(RoutingContext context, int status) {
        String path = pathOf(context);
        return switch (Kind.ofStatus(status)) {
            case NOT_FOUND -> Problem.of(Kind.NOT_FOUND, "there is no " + path + " here; / lists what there is");
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        Kind.METHOD_NOT_ALLOWED,
                        path + " knows " + String.join(", ", api.methodsOf(path)) + ", not "
                                + context.request().method());
            case TOO_LARGE ->
                Problem.of(Kind.TOO_LARGE, "the body has more bytes than " + path + " takes; send less at once");
            case INTERNAL -> unexpected();
            case INVALID_REQUEST ->
                Problem.of(Kind.INVALID_REQUEST, "the address or the body is not encoded as HTTP wants it");
            default -> Problem.of(Kind.ofStatus(status), "the request to " + path + " cannot be answered as it is");
        };
    }

    private static String pathOf(RoutingContext context) {
        String path = context.request().path();
        return path == null ? "" : path;
    }

    private static Problem unexpected() {
        return Problem.of(
                Kind.INTERNAL, "an unexpected failure; the log of the service tells more under the id of this request");
    }

    private static Problem ofBus(BusException bus) {
        return switch (bus.kind()) {
            case QUEUE_FULL, CLOSED, TIMEOUT ->
                Problem.of(Kind.UNAVAILABLE, "the bus does not take messages just now; try again");
            default -> Problem.of(Kind.INTERNAL, "the bus refused a message; the log of the service tells more");
        };
    }

    /** The message of the store names files of this machine, so it goes to the log only. */
    private static Problem ofStore(StoreException store) {
        return switch (store.kind()) {
            case DISK_FULL ->
                Problem.of(
                        Kind.STORAGE_FULL,
                        "no space is left on the disk of the service; nothing stored is lost, free some space and try again");
            case BUSY, CLOSED -> Problem.of(Kind.UNAVAILABLE, "the database is busy just now; try again");
            default -> unexpected();
        };
    }

    private static Problem ofService(ServiceException other) {
        Kind kind = switch (other.kind()) {
            case TIMEOUT -> Kind.TIMEOUT;
            case UNREACHABLE, CIRCUIT_OPEN -> Kind.UNAVAILABLE;
            default -> Kind.BAD_GATEWAY;
        };
        return Problem.of(kind, String.valueOf(other.getMessage()));
    }
}
