package io.homeiq.automation;

import static io.homeiq.automation.Samples.LAMP;
import static io.homeiq.automation.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.automation.suggestion.OpenSuggestions;
import io.homeiq.contracts.event.ModelPromoted;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.homeassistant.deploy.FileDeployer;
import io.homeiq.mining.ranking.EvidenceFeature;
import io.homeiq.mining.ranking.RankingModel;
import io.homeiq.store.training.ModelRepository;
import io.homeiq.store.training.TrainedModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of suggestions, with and without a model. */
class RankedSuggestionsIT {

    /** The one of which the model thinks most is the least certain one. */
    private static final List<String> BY_MODEL = List.of("sug_complete", "sug_half", "sug_certain");

    private static final List<String> BY_CONFIDENCE = List.of("sug_certain", "sug_half", "sug_complete");

    @TempDir
    private Path folder;

    private Station station;

    @BeforeEach
    void start() {
        station = new Station(folder, vertx -> new FileDeployer(vertx, folder));
        station.detected(missing("certain", 0.9, 30));
        station.detected(missing("half", 0.8, 10));
        station.detected(missing("complete", 0.7, 0));
        await().untilAsserted(() ->
                assertThat(station.announced(SuggestionCreated.class)).hasSize(3));
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void withoutAModelTheMostCertainIsFirst() {
        assertThat(listed("")).isEqualTo(BY_CONFIDENCE);
    }

    @Test
    void aPromotedModelIsFollowedAtOnce() {
        // When
        promote(document());

        // Then
        await().untilAsserted(() -> assertThat(listed("")).isEqualTo(BY_MODEL));
        assertThat(listed("?limit=1&offset=1")).containsExactly("sug_half");
        await().untilAsserted(() -> assertThat(station.open().best())
                .extracting(OpenSuggestions.Line::id)
                .extracting(Object::toString)
                .isEqualTo(BY_MODEL));
    }

    @Test
    void whatComesAfterwardsFindsItsPlace() {
        // Given
        promote(document());
        await().untilAsserted(() -> assertThat(listed("")).isEqualTo(BY_MODEL));

        // When
        station.detected(missing("new", 0.99, 20));
        station.changed(missing("complete", 0.6, 0));
        await().untilAsserted(() ->
                assertThat(station.announced(SuggestionCreated.class)).hasSize(4));

        // Then
        await().untilAsserted(() -> assertThat(station.get("/api/suggestions/sug_complete")
                        .path("confidence")
                        .asDouble())
                .isEqualTo(0.6));
        assertThat(listed("")).containsExactly("sug_complete", "sug_half", "sug_new", "sug_certain");
    }

    @Test
    void aModelPromotedWhileItWasAwayIsFollowedFromTheStart() {
        // Given
        station.stop();
        keep(document());

        // When
        station.start();

        // Then
        await().untilAsserted(() -> assertThat(listed("")).isEqualTo(BY_MODEL));
    }

    @Test
    void aModelThatCannotBeReadIsIgnored() {
        // Given
        promote(document());
        await().untilAsserted(() -> assertThat(listed("")).isEqualTo(BY_MODEL));

        // When
        promote("{\"intercept\":0,\"terms\":[]}");

        // Then
        await().untilAsserted(() -> assertThat(listed("")).isEqualTo(BY_CONFIDENCE));
    }

    private List<String> listed(String query) {
        JsonNode suggestions = station.get("/api/suggestions/list" + query).path("suggestions");
        return suggestions.findValuesAsText("id").stream()
                .filter(id -> id.startsWith("sug_"))
                .toList();
    }

    private TrainedModel keep(String document) {
        TrainedModel.Draft draft = new TrainedModel.Draft(RankingModel.TYPE, document, Map.of(), true);
        return Station.await(station.database.write(connection ->
                new ModelRepository(station.json).add(connection, Station.HOME, draft, station.clock.instant())));
    }

    /** As the training service does. */
    private void promote(String document) {
        TrainedModel model = keep(document);
        station.publish(station.event(new ModelPromoted(model.id(), model.type(), model.version(), Map.of())));
    }

    /** A model that looks at nothing but what would be missed. */
    private String document() {
        return station.json.toText(new RankingModel(
                0,
                Arrays.stream(EvidenceFeature.values())
                        .map(feature ->
                                new RankingModel.Term(feature, 0, 1, feature == EvidenceFeature.MISSED_SHARE ? -1 : 0))
                        .toList()));
    }

    private static Pattern missing(String id, double confidence, int missed) {
        Pattern pattern = proven(id, LAMP, confidence);
        return new Pattern(
                pattern.id(),
                pattern.kind(),
                pattern.entity(),
                pattern.rule(),
                confidence,
                pattern.qValue(),
                pattern.occurrences(),
                pattern.firstSeen(),
                pattern.lastSeen(),
                new Evidence(20, 18, 17, 1, missed, 17.0 / 18, 0.7, 0.99, List.of()),
                pattern.finding());
    }
}
