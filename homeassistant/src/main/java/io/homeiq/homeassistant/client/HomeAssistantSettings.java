package io.homeiq.homeassistant.client;

import java.time.Duration;

/**
 * How to reach a Home Assistant, and how long to wait for it.
 *
 * @param connectTimeout for a connection with its handshake; more than zero
 * @param answerTimeout for the answer to one command or request; more than zero
 * @param heartbeat a WebSocket that is silent for so long is asked for a sign of life; more than zero
 */
public record HomeAssistantSettings(
        HomeAssistantUrl url, AccessToken token, Duration connectTimeout, Duration answerTimeout, Duration heartbeat) {

    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    public static final Duration HEARTBEAT = Duration.ofSeconds(20);

    public HomeAssistantSettings {
        if (!connectTimeout.isPositive() || !answerTimeout.isPositive() || !heartbeat.isPositive()) {
            throw new IllegalArgumentException("timeouts must be more than zero, were: " + connectTimeout + ", "
                    + answerTimeout + ", " + heartbeat);
        }
    }

    /** The usual times to wait. */
    public static HomeAssistantSettings of(HomeAssistantUrl url, AccessToken token) {
        return new HomeAssistantSettings(url, token, CONNECT_TIMEOUT, ANSWER_TIMEOUT, HEARTBEAT);
    }
}
