package io.homeiq.homeassistant.client;

import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what the network and Home Assistant say into one clear line for people. */
final class Faults {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_FAULTS = 500;
    private static final int MAX_REASON_CHARACTERS = 500;

    private final HomeAssistantUrl url;

    Faults(HomeAssistantUrl url) {
        this.url = url;
    }

    HomeAssistantException of(Kind kind, String what) {
        return of(kind, what, null);
    }

    HomeAssistantException of(Kind kind, String what, @Nullable Throwable cause) {
        return new HomeAssistantException(kind, "Home Assistant at " + url + " " + what, cause);
    }

    /** Over HTTP a wrong token and one that is not an administrator's are answered alike. */
    HomeAssistantException tokenRefused(String what) {
        return of(
                Kind.UNAUTHORIZED,
                "refused the token for " + what
                        + "; make a long-lived access token as an administrator (profile page, Security) and set HA_TOKEN");
    }

    HomeAssistantException tooSlow(String what) {
        return of(Kind.TIMEOUT, "did not answer in time: " + what + "; it may be busy or starting");
    }

    /** Something failed below the level of HTTP answers. */
    HomeAssistantException network(String what, Throwable cause) {
        return switch (cause) {
            case HomeAssistantException known -> known;
            case UpgradeRejectedException rejected -> status(rejected.getStatus(), what, "");
            case TimeoutException ignored -> tooSlow(what);
            case UnknownHostException ignored ->
                new HomeAssistantException(
                        Kind.UNREACHABLE,
                        "Home Assistant at " + url + ": the name " + url.host() + " is not known; check HA_URL",
                        cause);
            case SSLException ignored ->
                new HomeAssistantException(
                        Kind.UNREACHABLE,
                        "Home Assistant at " + url + ": no trusted TLS connection (" + reason(cause)
                                + "); use a certificate that this computer trusts, or http:// inside your network",
                        cause);
            default ->
                new HomeAssistantException(
                        Kind.UNREACHABLE,
                        "Home Assistant at " + url + " cannot be reached: " + reason(cause)
                                + "; check HA_URL (the port is mostly 8123, or 80) and that it runs",
                        cause);
        };
    }

    /** An HTTP answer that is no success. {@code said} is Home Assistant's own explanation, may be empty. */
    HomeAssistantException status(int status, String what, String said) {
        String words = said.isEmpty() ? "" : ": " + shortened(said);
        return switch (status) {
            case UNAUTHORIZED -> tokenRefused(what);
            case FORBIDDEN ->
                of(
                        Kind.FORBIDDEN,
                        "does not allow " + what + words
                                + "; use an administrator's token, and look for this computer in ip_bans.yaml");
            case NOT_FOUND -> of(Kind.NOT_FOUND, "does not have " + what + words + "; check the path in HA_URL");
            case METHOD_NOT_ALLOWED ->
                of(Kind.UNSUPPORTED, "does not support " + what + "; update it or the Supervisor");
            default ->
                status >= SERVER_FAULTS
                        ? of(Kind.UNREACHABLE, "failed with status " + status + " at " + what + words + "; see its log")
                        : of(Kind.REFUSED, "refused " + what + words);
        };
    }

    /** A command of the WebSocket API that was answered with an error. */
    HomeAssistantException refused(String command, String code, String said) {
        return switch (code) {
            case "unauthorized" -> of(Kind.FORBIDDEN, "does not allow " + command + "; use an administrator's token");
            case "not_found" -> of(Kind.NOT_FOUND, "does not have what " + command + " asks for: " + shortened(said));
            case "unknown_command" ->
                of(
                        Kind.UNSUPPORTED,
                        "does not know the command " + command + "; it is older, or the integration is not loaded");
            default -> of(Kind.REFUSED, "refused " + command + ": " + shortened(said) + " (" + code + ")");
        };
    }

    private static String reason(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return shortened(message == null ? cause.getClass().getSimpleName() : message);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_REASON_CHARACTERS ? line : line.substring(0, MAX_REASON_CHARACTERS) + "…";
    }
}
