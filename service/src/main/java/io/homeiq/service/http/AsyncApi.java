package io.homeiq.service.http;

import io.homeiq.contracts.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is said on the bus, as the AsyncAPI 3.0 document that is made with the contracts. The same for every service. */
final class AsyncApi {

    /** The content type of the document. */
    static final String MEDIA_TYPE = "application/yaml";

    private static final String RESOURCE = "/asyncapi.yaml";

    private final String text = read();

    /** The document in YAML. */
    String text() {
        return text;
    }

    private static String read() {
        try (InputStream in = WireJson.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the contracts lack " + RESOURCE + ": build them again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the description of the bus cannot be read", e);
        }
    }
}
