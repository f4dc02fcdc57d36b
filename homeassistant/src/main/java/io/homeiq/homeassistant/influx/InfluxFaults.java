package io.homeiq.homeassistant.influx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what the network and InfluxDB say into one clear line for people. */
final class InfluxFaults {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int MAX_REASON_CHARACTERS = 300;

    private final InfluxAddress address;

    InfluxFaults(InfluxAddress address) {
        this.address = address;
    }

    private SourceException of(Kind kind, String what, @Nullable Throwable cause) {
        return new SourceException(kind, address + ": " + what, cause);
    }

    /** No answer came at all. */
    SourceException silence(IOException failed, Duration patience) {
        return switch (failed) {
            case SocketTimeoutException ignored -> tooSlow(failed, patience);
            case UnknownHostException ignored ->
                of(Kind.INACCESSIBLE, "the name of the host is not known; check the address", failed);
            case SSLException ignored ->
                of(
                        Kind.INACCESSIBLE,
                        "no trusted TLS connection (" + reason(failed)
                                + "); use a certificate that this computer trusts, or leave out tls=true",
                        failed);
            default ->
                of(
                        Kind.INACCESSIBLE,
                        "cannot be reached (" + reason(failed)
                                + "); check host and port, mostly 8086, and that InfluxDB runs",
                        failed);
        };
    }

    /** An answer began and did not come to its end. */
    SourceException half(IOException failed, Duration patience) {
        return failed instanceof SocketTimeoutException
                ? tooSlow(failed, patience)
                : of(Kind.DAMAGED, "broke off its answer (" + reason(failed) + "); try again", failed);
    }

    SourceException half(String what) {
        return of(Kind.DAMAGED, "gave half an answer (" + what + "); try again", null);
    }

    private SourceException tooSlow(IOException failed, Duration patience) {
        return of(
                Kind.INACCESSIBLE,
                "said nothing for " + patience.toMillis() / 1_000.0 + " seconds; try again when it is less busy",
                failed);
    }

    SourceException noInflux(String contentType) {
        return of(
                Kind.UNKNOWN_FORMAT,
                "something answers there, but no InfluxDB of version " + (address instanceof InfluxAddress.One ? 1 : 2)
                        + " (" + shortened(contentType) + "); check host and port, influxdb:// is for version 1 and "
                        + "influxdb2:// for version 2",
                null);
    }

    /** An HTTP answer that is no success. */
    SourceException status(int status, String contentType, String body) {
        String said = explanation(body);
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            String cure = address instanceof InfluxAddress.One
                    ? "set INFLUXDB_USERNAME and INFLUXDB_PASSWORD of a user who may read the database"
                    : "set INFLUXDB_TOKEN to a token that may read the bucket";
            return of(Kind.INACCESSIBLE, "lets nobody in with this login (" + said + "); " + cure, null);
        }
        return contentType.contains("json") ? refused(said) : noInflux("status " + status);
    }

    /** What InfluxDB itself says against a question. */
    SourceException refused(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        boolean isMissing = lower.contains("not found") || lower.contains("could not find");
        return isMissing
                ? of(Kind.MISSING, shortened(said) + "; check the names in the address", null)
                : of(Kind.INVALID, "refused a question: " + shortened(said), null);
    }

    SourceException nothingOfHomeAssistant() {
        return of(
                Kind.MISSING,
                "holds nothing that Home Assistant's integration wrote (rows with the tags domain and entity_id); "
                        + "check the names in the address",
                null);
    }

    private static String explanation(String body) {
        try {
            JsonNode tree = new ObjectMapper().readTree(body);
            String said = tree.path("error").asText(tree.path("message").asText(""));
            return shortened(said.isEmpty() ? body : said);
        } catch (IOException noJson) {
            return shortened(body);
        }
    }

    private static String reason(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return shortened(
                message == null
                        ? cause.getClass().getSimpleName()
                        : message.lines().findFirst().orElse(""));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_REASON_CHARACTERS ? line : line.substring(0, MAX_REASON_CHARACTERS) + "…";
    }
}
