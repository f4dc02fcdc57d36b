package io.homeiq.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.deploy.Checkout;
import io.homeiq.app.settings.Role;
import io.homeiq.service.About;
import io.homeiq.service.openapi.OpenApi;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiPageTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final Map<Role, OpenApiDocument> DOCUMENTS = new EnumMap<>(Role.class);

    private static Vertx vertx;

    @BeforeAll
    static void read() {
        vertx = Vertx.vertx();
        for (Role role : Role.values()) {
            About about = new About(role.wireName(), "0", "Is described.");
            String text = new OpenApi(vertx, about)
                    .text()
                    .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .await();
            DOCUMENTS.put(role, OpenApiDocument.parse(role.wireName(), text));
        }
    }

    @AfterAll
    static void close() {
        vertx.close().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).await();
    }

    @Test
    void apiPageIsUpToDate() throws IOException {
        // Given
        Path file = Checkout.file("docs/api.md");
        String page = new ApiPage(DOCUMENTS).write(Checkout.text("app/src/test/resources/api.template.md"));

        // When
        if (Boolean.getBoolean("homeiq.regenerate")) {
            Files.writeString(file, page);
        }

        // Then
        assertThat(file).exists();
        assertThat(Files.readString(file).equals(page))
                .as("docs/api.md is older than the OpenAPI documents or its template. Regenerate it: "
                        + "mvn -pl app test -Dtest=ApiPageTest -Dhomeiq.regenerate=true")
                .isTrue();
    }

    @Test
    void everyOperationIsTold() {
        // When
        String page = new ApiPage(DOCUMENTS).write(Checkout.text("app/src/test/resources/api.template.md"));

        // Then
        DOCUMENTS
                .values()
                .forEach(document -> assertThat(document.operations())
                        .isNotEmpty()
                        .allSatisfy(operation -> assertThat(page).contains("| `" + operation.name() + "` |")));
        assertThat(page).doesNotContain("{{", "| null |");
    }
}
