package io.homeiq.homeassistant.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a Home Assistant listens.
 *
 * @param secure whether it speaks TLS
 * @param host name or address, an IPv6 address without brackets
 * @param port 1 to 65535
 * @param prefix path before {@code /api}, empty or beginning with a slash: {@code /core} behind the Supervisor's proxy
 */
public record HomeAssistantUrl(boolean secure, String host, int port, String prefix) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65_535;

    public HomeAssistantUrl {
        if (host.isEmpty() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "a Home Assistant needs a host and a port of 1 to 65535, was: " + host + ":" + port);
        }
        if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
            throw new IllegalArgumentException("the path must begin with a slash and not end with one, was: " + prefix);
        }
    }

    /**
     * Reads what a person writes: {@code http://homeassistant.local:8123}. A path before {@code /api} is kept, {@code /api} itself and
     * slashes at the end may be there or not. Without a port it is that of the scheme.
     *
     * @throws IllegalArgumentException with a line that shows the text and how it should be
     */
    public static HomeAssistantUrl parse(String text) {
        URI uri = uri(text.strip());
        boolean secure = isSecure(uri, text);
        String host = uri.getHost();
        if (host == null || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw wrong(text);
        }
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        if (port > MAX_PORT) {
            throw wrong(text);
        }
        return new HomeAssistantUrl(secure, withoutBrackets(host), port, prefixOf(uri.getRawPath()));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
    }

    private static boolean isSecure(URI uri, String text) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https", "wss" -> true;
            case "http", "ws" -> false;
            default -> throw wrong(text);
        };
    }

    /** Never shows what stands before an @, which may be a password. */
    private static IllegalArgumentException wrong(String text) {
        String shown = text.substring(text.lastIndexOf('@') + 1);
        return new IllegalArgumentException(
                "Home Assistant's address must look like http://homeassistant.local:8123, was: " + shown);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String prefixOf(@Nullable String path) {
        String prefix = path == null ? "" : path.replaceAll("/+$", "");
        return prefix.endsWith("/api") ? prefix.substring(0, prefix.length() - "/api".length()) : prefix;
    }

    /** The path to ask the server for: {@code /api/states} becomes {@code /core/api/states} behind the Supervisor's proxy. */
    public String path(String below) {
        return prefix + below;
    }

    @Override
    public String toString() {
        String address = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + address + ":" + port + prefix;
    }
}
