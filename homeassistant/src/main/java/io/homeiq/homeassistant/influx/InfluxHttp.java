package io.homeiq.homeassistant.influx;

import io.homeiq.homeassistant.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks an InfluxDB and reads its answer as a stream, on the thread of the caller. This client and not Java's newer one,
 * because here a limit holds for each wait for more of the answer, and answers may take minutes as a whole.
 */
final class InfluxHttp {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    /** As much of a refusal as is looked at, in bytes. */
    private static final int MAX_REFUSAL = 4_096;

    private final Endpoint endpoint;
    private final @Nullable String authorization;
    private final InfluxFaults faults;
    private final Duration patience;

    /** @param patience how long it may be silent before or within an answer */
    InfluxHttp(Endpoint endpoint, @Nullable String authorization, InfluxFaults faults, Duration patience) {
        this.endpoint = endpoint;
        this.authorization = authorization;
        this.faults = faults;
        this.patience = patience;
    }

    /**
     * What is asked.
     *
     * @param path with its parameters
     * @param type of the body
     * @param answer a word that the type of a good answer contains
     */
    record Question(String path, String type, String body, String answer) {}

    /** Takes the answer from the network. */
    @FunctionalInterface
    interface AnswerReader {
        void read(InputStream answer) throws IOException;
    }

    /** @throws SourceException if there is no answer, a refusal, or half an answer */
    void ask(Question question, AnswerReader reader) {
        HttpURLConnection connection = send(question);
        boolean whole = false;
        try (InputStream body = connection.getInputStream()) {
            reader.read(body);
            whole = true;
        } catch (IOException failed) {
            throw faults.half(failed, patience);
        } finally {
            if (!whole) {
                connection.disconnect();
            }
        }
    }

    /** The connection once a good answer has begun. */
    private HttpURLConnection send(Question question) {
        try {
            HttpURLConnection connection = open(question);
            int status = connection.getResponseCode();
            String type = connection.getContentType() == null ? "no type" : connection.getContentType();
            if (status != OK) {
                throw faults.status(status, type, refusal(connection));
            }
            if (!type.contains(question.answer())) {
                connection.disconnect();
                throw faults.noInflux(type);
            }
            return connection;
        } catch (IOException failed) {
            throw faults.silence(failed, patience);
        }
    }

    private HttpURLConnection open(Question question) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoint.uri(question.path()).toURL().openConnection();
        connection.setConnectTimeout((int) Math.min(CONNECT_PATIENCE.toMillis(), patience.toMillis()));
        connection.setReadTimeout((int) patience.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", question.type());
        connection.setRequestProperty(
                "Accept", question.answer().equals("csv") ? "application/csv" : "application/json");
        if (authorization != null) {
            connection.setRequestProperty("Authorization", authorization);
        }
        try (OutputStream body = connection.getOutputStream()) {
            body.write(question.body().getBytes(StandardCharsets.UTF_8));
        }
        return connection;
    }

    private static String refusal(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            return body == null ? "" : new String(body.readNBytes(MAX_REFUSAL), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
