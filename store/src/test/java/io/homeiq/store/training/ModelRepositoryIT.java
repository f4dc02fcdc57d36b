package io.homeiq.store.training;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.NOW;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRepositoryIT {

    private static final String RANKER = "suggestion_ranker";

    private final ModelRepository models = new ModelRepository(Samples.JSON);

    @TempDir
    Path folder;

    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = new OpenDatabase(folder.resolve("shared.db"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private TrainedModel add(HomeId home, String type, boolean promoted) {
        TrainedModel.Draft draft = new TrainedModel.Draft(type, "{\"weight\":1}", Map.of("auc", 0.75), promoted);
        return open.write(connection -> models.add(connection, home, draft, NOW));
    }

    private Optional<TrainedModel> promoted(HomeId home) {
        return open.read(connection -> models.promoted(connection, home, RANKER));
    }

    @Test
    void countsVersionsOfEachTypeAndHome() {
        // When
        TrainedModel first = add(HOME, RANKER, true);
        TrainedModel second = add(HOME, RANKER, false);
        TrainedModel other = add(HOME, "something_else", true);
        TrainedModel elsewhere = add(OTHER_HOME, RANKER, true);

        // Then
        assertThat(first)
                .isEqualTo(new TrainedModel(
                        "m_suggestion_ranker_1", RANKER, 1, "{\"weight\":1}", Map.of("auc", 0.75), NOW, NOW));
        assertThat(second.id()).isEqualTo("m_suggestion_ranker_2");
        assertThat(other.version()).isEqualTo(1);
        assertThat(elsewhere.version()).isEqualTo(1);
    }

    @Test
    void theNewestPromotedOneIsInUse() {
        // Given
        Optional<TrainedModel> none = promoted(HOME);
        add(HOME, RANKER, true);
        TrainedModel best = add(HOME, RANKER, true);

        // When
        add(HOME, RANKER, false);

        // Then
        assertThat(none).isEmpty();
        assertThat(promoted(HOME)).contains(best);
        assertThat(promoted(OTHER_HOME)).isEmpty();
    }

    @Test
    void forgetsOldVersionsButNeverTheOneInUse() {
        // Given
        add(HOME, RANKER, true);
        TrainedModel inUse = add(HOME, RANKER, true);

        // When
        for (int i = 0; i < ModelRepository.KEPT + 3; i++) {
            add(HOME, RANKER, false);
        }

        // Then
        assertThat(promoted(HOME)).contains(inUse);
        assertThat(open.number("SELECT count(*) FROM models")).isEqualTo(ModelRepository.KEPT + 1);
        assertThat(add(HOME, RANKER, false).version()).isEqualTo(ModelRepository.KEPT + 6);
    }
}
