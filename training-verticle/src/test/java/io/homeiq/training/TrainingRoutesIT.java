package io.homeiq.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.store.training.TrainingRun;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of the service, without any training. */
class TrainingRoutesIT {

    private static final String RUNS = "/api/v1/training/runs";

    @TempDir
    private Path folder;

    private School school;

    @BeforeEach
    void start() {
        school = new School(folder, School.SMALL);
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void listsTheLatestFirstInPages() {
        // Given
        TrainingRun first = failed();
        TrainingRun second = failed();
        TrainingRun third = school.leaveActive();

        // When
        JsonNode page = school.get(RUNS + "?limit=2&offset=1&training_type=suggestion_ranker");
        JsonNode all = school.get(RUNS);

        // Then
        assertThat(page).extracting(run -> run.path("id").asLong()).containsExactly(second.id(), first.id());
        assertThat(all).extracting(run -> run.path("status").asText()).containsExactly("queued", "failed", "failed");
        assertThat(all.path(0).path("id").asLong()).isEqualTo(third.id());
    }

    @Test
    void tellsOfOneRunByTheNamesThatClientsKnow() {
        // Given
        TrainingRun run = failed();

        // When
        JsonNode told = school.get(RUNS + "/" + run.id());

        // Then
        assertThat(told.path("training_type").asText()).isEqualTo("suggestion_ranker");
        assertThat(told.path("started_at").asText()).isEqualTo("2026-03-01T06:00:00Z");
        assertThat(told.path("finished_at").asText()).isEqualTo("2026-03-01T06:00:00Z");
        assertThat(told.path("run_identifier").asText()).isEqualTo("t_" + run.id());
        assertThat(told.path("error_message").asText()).isEqualTo("test");
        assertThat(told.path("triggered_by").asText()).isEqualTo("test");
    }

    @Test
    void refusesASecondTrainingWhileOneIsActive() {
        // Given
        TrainingRun active = school.leaveActive();

        // When
        JsonNode trigger =
                school.body(school.exchange("POST", "/api/v1/training/trigger?training_type=suggestion_ranker"), 409);
        JsonNode deletion = school.body(school.exchange("DELETE", RUNS + "/" + active.id()), 409);

        // Then
        assertThat(trigger.path("detail").asText()).contains("suggestion_ranker is active");
        assertThat(deletion.path("detail").asText()).contains("is active");
        assertThat(school.get(RUNS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/training/trigger?training_type=soft_prompt",
                "POST /api/v1/training/trigger",
                "GET /api/v1/training/runs?limit=0",
                "GET /api/v1/training/runs?limit=101",
                "GET /api/v1/training/runs?offset=-1",
                "GET /api/v1/training/runs?training_type=x",
                "DELETE /api/v1/training/runs?older_than_days=-1",
                "DELETE /api/v1/training/runs?keep_recent=many"
            })
    void saysWhatARequestMustBe(String request) {
        // When
        HttpResponse<String> response = school.exchange(
                request.substring(0, request.indexOf(' ')), request.substring(request.indexOf(' ') + 1));

        // Then
        JsonNode problem = school.body(response, 400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("detail").asText()).contains("must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void knowsNoOtherRuns(String method) {
        for (String id : new String[] {"77", "0", "-1", "t_1", "99999999999999999999"}) {
            assertThat(school.exchange(method, RUNS + "/" + id).statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
    }

    @Test
    void forgetsARunThatEnded() {
        // Given
        TrainingRun run = failed();

        // When
        HttpResponse<String> deleted = school.exchange("DELETE", RUNS + "/" + run.id());

        // Then
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(school.exchange("GET", RUNS + "/" + run.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsOldRunsButTheLatest() {
        // Given
        failed();
        failed();
        TrainingRun latest = failed();
        school.clock.advance(Duration.ofDays(31));

        // When
        JsonNode kept = school.body(school.exchange("DELETE", RUNS), 200);
        JsonNode deleted = school.body(school.exchange("DELETE", RUNS + "?older_than_days=30&keep_recent=1"), 200);

        // Then
        assertThat(kept.path("deleted_count").asInt()).isZero();
        assertThat(deleted.path("deleted_count").asInt()).isEqualTo(2);
        assertThat(deleted.path("message").asText()).startsWith("Deleted 2 runs");
        assertThat(school.get(RUNS)).extracting(run -> run.path("id").asLong()).containsExactly(latest.id());
    }

    private TrainingRun failed() {
        TrainingRun run = school.leaveActive();
        School.await(school.database.write(
                connection -> school.runs.fail(connection, School.HOME, run.id(), "test", school.clock.instant())));
        return run;
    }
}
