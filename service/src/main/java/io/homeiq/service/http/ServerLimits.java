package io.homeiq.service.http;

import java.time.Duration;

/** What a client may ask of a server, so that no client can exhaust it. */
public final class ServerLimits {

    /** Of a JSON body, unless an endpoint says otherwise. In bytes. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    /** Of all headers together. In bytes. */
    public static final int MAX_HEADER_BYTES = 16 * 1024;

    /** Of the method, the address with its query and the version. In bytes. */
    public static final int MAX_REQUEST_LINE_BYTES = 8 * 1024;

    /** At once; more are closed as they come. */
    public static final int MAX_CONNECTIONS = 1024;

    /** A connection on which nothing was read or written for so long is closed, also one whose client never reads; unless a server is told otherwise. */
    public static final Duration IDLE_TIMEOUT = Duration.ofMinutes(2);

    /** Of answers that clients have not read yet, all together; more are refused until some have. In bytes. */
    public static final long MAX_UNSENT_BYTES = 32 * 1024 * 1024;

    /** How long requests may take to end when the server closes. */
    public static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

    private ServerLimits() {}
}
