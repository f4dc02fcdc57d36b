package io.homeiq.service.client;

import io.homeiq.service.http.ApiKey;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How another service is called.
 *
 * @param service its name, for messages
 * @param baseUrl scheme, host, port and perhaps the beginning of all paths, for example {@code http://127.0.0.1:8006}
 * @param timeout for one attempt; for a stream, how long nothing may come
 * @param retries how often a call that may safely be repeated is tried again, 0 to 10
 * @param firstDelay before the first retry, about; it doubles with every further one
 * @param maxDelay the longest pause
 * @param apiKey what the other service wants to see; null: nothing
 */
public record ServiceClientSettings(
        String service,
        URI baseUrl,
        Duration timeout,
        int retries,
        Duration firstDelay,
        Duration maxDelay,
        @Nullable ApiKey apiKey) {

    private static final int MAX_RETRIES = 10;

    public ServiceClientSettings {
        boolean http = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
        if (!http || baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "the address of the " + service + " service must be like http://host:port, was: " + baseUrl);
        }
        if (retries < 0 || retries > MAX_RETRIES) {
            throw new IllegalArgumentException("retries must be 0 to " + MAX_RETRIES + ", was: " + retries);
        }
        if (timeout.toMillis() < 1 || firstDelay.toMillis() < 1 || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("timeout and delays must be at least 1 ms and rise, was: " + timeout
                    + ", " + firstDelay + ", " + maxDelay);
        }
    }

    /** Three retries after 1 to 10 seconds, 5 seconds for each attempt. */
    public static ServiceClientSettings of(String service, URI baseUrl) {
        return new ServiceClientSettings(
                service, baseUrl, Duration.ofSeconds(5), 3, Duration.ofSeconds(1), Duration.ofSeconds(10), null);
    }

    /** The same with a key. */
    public ServiceClientSettings withApiKey(@Nullable ApiKey key) {
        return new ServiceClientSettings(service, baseUrl, timeout, retries, firstDelay, maxDelay, key);
    }

    /** The same with another time for one attempt. */
    public ServiceClientSettings withTimeout(Duration other) {
        return new ServiceClientSettings(service, baseUrl, other, retries, firstDelay, maxDelay, apiKey);
    }

    /** The same with other pauses and another number of retries. */
    public ServiceClientSettings withRetries(int number, Duration first, Duration longest) {
        return new ServiceClientSettings(service, baseUrl, timeout, number, first, longest, apiKey);
    }
}
