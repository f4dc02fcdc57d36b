package io.homeiq.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that ask and never read an answer. */
final class DeafClients implements AutoCloseable {

    private static final int SMALLEST_BUFFER = 4 * 1024;

    private final List<Socket> sockets = new ArrayList<>();
    private final int port;

    DeafClients(int port) {
        this.port = port;
    }

    /**
     * Lets so many more ask.
     *
     * @param headers each with its end
     * @param times how often each asks, one request right after the other
     */
    void ask(int clients, String path, String headers, int times) throws IOException {
        byte[] requests = ("GET " + path + " HTTP/1.1\r\nHost: test\r\n" + headers + "\r\n")
                .repeat(times)
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < clients; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(SMALLEST_BUFFER);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(requests);
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
