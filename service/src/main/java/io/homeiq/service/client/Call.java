package io.homeiq.service.client;

import io.homeiq.service.http.ApiKey;
import io.homeiq.service.http.RequestId;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is called.
 *
 * @param path with its query
 * @param requestId of whatever caused the call; null: nothing that has one
 */
record Call(HttpMethod method, String path, @Nullable String requestId) {

    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");

    /** For the HTTP client; a connection is waited for as long as one attempt may take. */
    RequestOptions options(ServiceClientSettings settings) {
        String base = TRAILING_SLASHES.matcher(settings.baseUrl().toString()).replaceFirst("");
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(base + path)
                .setConnectTimeout(settings.timeout().toMillis());
        ApiKey key = settings.apiKey();
        if (key != null) {
            options.putHeader("X-API-Key", key.reveal());
        }
        if (requestId != null) {
            options.putHeader(RequestId.HEADER, requestId);
        }
        return options;
    }
}
