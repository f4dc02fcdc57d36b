package io.homeiq.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.ModelPromoted;
import io.homeiq.contracts.event.TrainingCompleted;
import io.homeiq.mining.ranking.RankingModel;
import io.homeiq.store.training.ModelRepository;
import io.homeiq.store.training.TrainedModel;
import io.homeiq.store.training.TrainingRun;
import io.homeiq.training.ranking.TrainingHomes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains for real, on small homes. */
class SuggestionRankerIT {

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
    void trainsPromotesAndAnnouncesAModel() {
        // When
        JsonNode queued = school.trigger();
        JsonNode run = school.ended(queued);
        untilAnnounced(ModelPromoted.class, 1);

        // Then
        assertThat(queued.path("status").asText()).isEqualTo("queued");
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("completed");
        assertThat(run.path("dataset_size").asInt()).isPositive();
        assertThat(run.path("metrics").path("auc").asDouble())
                .isGreaterThan(run.path("metrics").path("auc_by_confidence").asDouble());
        TrainedModel model = promoted();
        assertThat(school.json.read(model.document(), RankingModel.class).terms())
                .anyMatch(term -> term.weight() != 0);
        assertThat(school.announced(TrainingCompleted.class))
                .containsExactly(new TrainingCompleted(
                        run.path("run_identifier").asText(), "suggestion_ranker", true, model.metrics()));
        assertThat(school.announced(ModelPromoted.class))
                .containsExactly(new ModelPromoted("m_suggestion_ranker_1", "suggestion_ranker", 1, model.metrics()));
        assertThat(school.exchange("GET", "/metrics").body())
                .contains("homeiq_training_runs_total{outcome=\"completed\",service=\"training\","
                        + "type=\"suggestion_ranker\"} 1.0");
    }

    @Test
    void theSameHomesGiveTheSameModelWhichIsMeasuredBesideTheOneBefore() {
        // Given
        school.ended(school.trigger());
        TrainedModel first = promoted();

        // When
        JsonNode run = school.ended(school.trigger());

        // Then
        TrainedModel second = promoted();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.document()).isEqualTo(first.document());
        assertThat(run.path("base_model").asText()).isEqualTo(first.id());
        assertThat(run.path("metrics").path("auc_before").asDouble())
                .isEqualTo(run.path("metrics").path("auc").asDouble());
    }

    @Test
    void aModelInUseThatCannotBeReadDoesNotStandInTheWay() {
        // Given
        School.await(school.database.write(connection -> new ModelRepository(school.json)
                .add(
                        connection,
                        School.HOME,
                        new TrainedModel.Draft("suggestion_ranker", "{\"terms\":[]}", Map.of(), true),
                        school.clock.instant())));

        // When
        JsonNode run = school.ended(school.trigger());

        // Then
        assertThat(run.path("status").asText()).isEqualTo("completed");
        assertThat(run.path("metrics").has("auc_before")).isFalse();
        assertThat(promoted().version()).isEqualTo(2);
    }

    @Test
    void aTrainingWithNothingToLearnFromFailsAndSaysWhy() {
        // Given
        school.stop();
        school.start(new TrainingHomes(
                List.of(School.home(1, 20).nullHome()),
                List.of(School.home(2, 20).nullHome())));

        // When
        JsonNode run = school.ended(school.trigger());
        untilAnnounced(TrainingCompleted.class, 1);

        // Then
        assertThat(run.path("status").asText()).isEqualTo("failed");
        assertThat(run.path("error_message").asText()).contains("good and bad examples");
        assertThat(school.announced(TrainingCompleted.class).getFirst().succeeded())
                .isFalse();
        assertThat(school.announced(ModelPromoted.class)).isEmpty();
    }

    @Test
    void aServiceThatIsStoppedGivesUpItsTraining() {
        // Given homes that take much longer than this test
        school.stop();
        school.start(new TrainingHomes(List.of(School.home(1, 3_000)), List.of(School.home(2, 3_000))));
        long id = school.trigger().path("id").asLong();

        // When
        school.stop();

        // Then
        TrainingRun run = School.await(
                        school.database.read(connection -> school.runs.find(connection, School.HOME, id)))
                .orElseThrow();
        assertThat(run.isActive()).isFalse();
        assertThat(run.errorMessage()).contains("start the training again");
    }

    @Test
    void whatADeadProcessLeftFailsAtTheStart() {
        // Given
        school.stop();
        TrainingRun left = school.leaveActive();

        // When
        school.start(School.SMALL);
        untilAnnounced(TrainingCompleted.class, 1);

        // Then
        JsonNode run = school.get("/api/v1/training/runs/" + left.id());
        assertThat(run.path("status").asText()).isEqualTo("failed");
        assertThat(run.path("error_message").asText()).contains("the service ended while it trained");
        assertThat(school.announced(TrainingCompleted.class))
                .containsExactly(new TrainingCompleted(left.runIdentifier(), "suggestion_ranker", false, Map.of()));
    }

    private TrainedModel promoted() {
        return School.await(school.database.read(connection ->
                        new ModelRepository(school.json).promoted(connection, School.HOME, "suggestion_ranker")))
                .orElseThrow();
    }

    private void untilAnnounced(Class<? extends EventData> type, int times) {
        await().untilAsserted(() -> assertThat(school.announced(type)).hasSize(times));
    }
}
