package io.homeiq.automation.wording;

import java.net.URI;
import java.time.Duration;

/**
 * The model that may rephrase suggestions.
 *
 * @param baseUrl up to and with the version, for example {@code https://api.openai.com/v1}
 * @param apiKey never shown in any text; empty: none is sent, as to a server of one's own
 * @param tokensPerMonth what it may read and write in a calendar month (UTC), 0 or more
 * @param timeout for one answer
 */
public record RephrasingSettings(URI baseUrl, String apiKey, String model, long tokensPerMonth, Duration timeout) {

    /** A suggestion takes about 500, so this is enough for more than a suggestion a day. */
    public static final long DEFAULT_TOKENS_PER_MONTH = 100_000;

    /** A small model on a small computer takes its time, and nobody waits for it. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    public static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

    public static final String DEFAULT_MODEL = "gpt-4o-mini";

    public RephrasingSettings {
        boolean http = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
        if (!http || baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "the address of the model must be like https://host/v1, was: " + baseUrl);
        }
        if (model.isBlank() || tokensPerMonth < 0 || timeout.toMillis() < 1) {
            throw new IllegalArgumentException("a model has a name, 0 tokens or more a month and at least 1 ms, was: "
                    + model + ", " + tokensPerMonth + ", " + timeout);
        }
    }

    @Override
    public String toString() {
        return model + " at " + baseUrl.getHost();
    }
}
