package io.homeiq.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.RunningService;
import io.homeiq.testing.MutableClock;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberedIT {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong writes = new AtomicLong();
    private final MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");
    private final RunningService service = RunningService.with(
            api -> api.get("/list", new Remembered(this::count, writes::get, new WireJson(), clock)));

    private Future<Reply> count(Request request) {
        return Future.succeededFuture(Reply.ok(Map.of("asked", asked.incrementAndGet()))
                .header("X-Limit", request.integer("limit", 7, 1, 9) + ""));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private String list(String query) {
        var response = service.get("/list" + query);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return response.headers().firstValue("X-Limit").orElse("") + response.body();
    }

    @Test
    void answersTheSameQuestionOnceAsLongAsNothingIsWritten() {
        assertThat(list("")).isEqualTo("7{\"asked\":1}");
        assertThat(list("")).isEqualTo("7{\"asked\":1}");
        assertThat(list("?limit=8")).isEqualTo("8{\"asked\":2}");
        assertThat(list("")).isEqualTo("7{\"asked\":1}");
    }

    @Test
    void whoeverWroteSeesWhatWasWritten() {
        list("");

        writes.incrementAndGet();

        assertThat(list("")).isEqualTo("7{\"asked\":2}");
    }

    @Test
    void readsAnewAfterAWhile() {
        list("");

        clock.advance(Remembered.MAX_AGE);

        assertThat(list("")).isEqualTo("7{\"asked\":2}");
    }

    @Test
    void remembersNoProblems() {
        assertThat(service.get("/list?limit=10").statusCode()).isEqualTo(400);
        assertThat(service.get("/list?limit=9").statusCode()).isEqualTo(200);
        assertThat(service.get("/list?limit=10").statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsWhatWasNotAskedForLong() {
        list("?limit=8");
        for (int i = 0; i < Remembered.MAX_ANSWERS; i++) {
            list("?limit=9&n=" + i);
        }
        int before = asked.get();

        list("?limit=8");

        assertThat(asked).hasValue(before + 1);
    }
}
