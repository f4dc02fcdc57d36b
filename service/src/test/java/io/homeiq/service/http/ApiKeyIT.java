package io.homeiq.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.service.RunningService;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiKeyIT {

    private static final String KEY = "0123456789abcdef";

    private final RunningService service = RunningService.guardedBy(
            new ApiKey(KEY), api -> api.get("/secret", request -> Future.succeededFuture(Reply.ok(Map.of("a", 1)))));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void letsNobodyInWithoutTheKey() {
        assertThat(service.get("/secret").statusCode()).isEqualTo(401);
        assertThat(service.get("/").statusCode()).isEqualTo(401);
        assertThat(service.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(service.get("/nothing").statusCode()).isEqualTo(401);
    }

    @Test
    void letsNobodyInWithAnother() {
        assertThat(service.get("/secret", "X-API-Key", KEY + "0").statusCode()).isEqualTo(401);
        assertThat(service.get("/secret", "Authorization", "Bearer " + KEY.toUpperCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesTheKeyInEitherHeader() {
        assertThat(service.get("/secret", "X-API-Key", KEY).statusCode()).isEqualTo(200);
        assertThat(service.get("/secret", "Authorization", "bearer " + KEY).statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsItsHealthToEverybody() {
        assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(service.get("/health/../secret").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAKeyThatCanBeGuessedAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> new ApiKey("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 or more")
                .hasMessageNotContaining("short");
    }

    @Test
    void neverPrintsTheKey() {
        assertThat(new ServerSettings("127.0.0.1", 1, new ApiKey(KEY)).toString())
                .doesNotContain(KEY);
    }
}
