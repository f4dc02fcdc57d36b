package io.homeiq.homeassistant.client;

/**
 * What Home Assistant knows us by: a long-lived access token, or the Supervisor's token inside an app. It can never be read from a
 * log or an error, because its text form does not show it.
 *
 * @param secret never logged, and sent to Home Assistant only
 */
public record AccessToken(String secret) {

    public AccessToken {
        if (secret.isBlank() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "the token must be one word of plain characters; copy it again from Home Assistant's profile page, Security");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
