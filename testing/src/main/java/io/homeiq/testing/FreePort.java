package io.homeiq.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * A TCP port of the loopback that nobody listened on a moment ago. Another process may still take it first, so a server that
 * can choose its own port (port 0) should; this is for the others, and for those that come back on the same port.
 */
public final class FreePort {

    // Below the range from which systems take the ports of outgoing connections: a client that tries again and again to
    // reach
    // a server which is down would otherwise be given the very port, connect to itself, and keep the server from coming
    // back.
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    private static final int MAX_TRIES = 1_000;

    private FreePort() {}

    /** Returns a port from 20000 to 29999, most probably a different one with each call. */
    public static int find() {
        Random random = new Random();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            int port = FIRST + random.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + (FIRST + COUNT - 1));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
