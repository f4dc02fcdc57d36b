package io.homeiq.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The first two packets of MQTT 3.1.1, written by hand so that the tests of the broker need no client library. */
final class MqttGreeting {

    static final int ACCEPTED = 0;
    static final int NOT_AUTHORIZED = 5;

    private static final int CONNECT = 0x10;
    private static final int CLEAN_SESSION = 0x02;
    private static final int LOGIN = 0xC0;
    private static final int KEEP_ALIVE_SECONDS = 60;

    private MqttGreeting() {}

    /**
     * Greets a broker and returns the return code of its CONNACK.
     *
     * @throws java.net.SocketTimeoutException if no answer comes within {@code timeoutMillis}
     */
    static int greet(int port, int timeoutMillis, @Nullable String user, @Nullable String password) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(timeoutMillis);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            byte[] body = body(user, password);
            out.writeByte(CONNECT);
            out.writeByte(body.length);
            out.write(body);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(4);
            return answer[3];
        }
    }

    private static byte[] body(@Nullable String user, @Nullable String password) throws IOException {
        var bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(user == null ? CLEAN_SESSION : CLEAN_SESSION | LOGIN);
        out.writeShort(KEEP_ALIVE_SECONDS);
        out.writeUTF("greeting");
        for (String text : new String[] {user, password}) {
            if (text != null) {
                out.writeShort(text.length());
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
