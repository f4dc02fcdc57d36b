package io.homeiq.bus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.bus.Futures;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** MQTT 5 by hand, byte by byte, for what no client on this machine can be told to do. */
final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects with a clean start and reads the broker's welcome. */
    static RawClient connect(int port, String clientId) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Futures.PATIENCE.toMillis());
        RawClient client = new RawClient(socket);
        client.send(0x10, bytes(text("MQTT"), 5, 2, 0, 60, 0, text(clientId)));
        client.read();
        return client;
    }

    /** Subscribes with the option byte of MQTT 5 and reads the answer. */
    void subscribe(String filter, int options) throws IOException {
        send(0x82, bytes(0, 1, 0, text(filter), options));
        read();
    }

    /** With quality of service 0. */
    void publish(String topic, String payload) throws IOException {
        send(0x30, bytes(text(topic), 0, payload.getBytes(UTF_8)));
    }

    /** The body of the next packet as text; what is not text in it looks odd. */
    String read() throws IOException {
        in.readUnsignedByte();
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            length |= (part & 0x7f) << shift;
            shift += 7;
        } while ((part & 0x80) != 0);
        byte[] body = new byte[length];
        in.readFully(body);
        return new String(body, UTF_8);
    }

    private void send(int type, byte[] body) throws IOException {
        socket.getOutputStream().write(bytes(type, body.length, body));
    }

    private static byte[] text(String text) {
        byte[] content = text.getBytes(UTF_8);
        return bytes(content.length >> 8, content.length & 0xff, content);
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] some) {
                all.writeBytes(some);
            } else {
                all.write((Integer) part);
            }
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
