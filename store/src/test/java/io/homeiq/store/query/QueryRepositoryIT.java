package io.homeiq.store.query;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.NOW;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.store.OpenDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryRepositoryIT {

    private static final Instant LATER = NOW.plusSeconds(60);

    private final QueryRepository queries = new QueryRepository();
    private final ClarificationRepository clarifications = new ClarificationRepository();
    private final AliasRepository aliases = new AliasRepository();

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

    private Optional<StoredQuery> find(String id) {
        return open.read(connection -> queries.find(connection, HOME, id));
    }

    private Optional<Clarification> clarification(HomeId home) {
        return open.read(connection -> clarifications.find(connection, home, "q1"));
    }

    private List<EntityAlias> names(HomeId home) {
        return open.read(connection -> aliases.list(connection, home));
    }

    private boolean remove(EntityId entity) {
        return open.write(connection -> aliases.remove(connection, HOME, "sunny", entity));
    }

    private static StoredQuery query(String id, Instant at) {
        return new StoredQuery(id, "is the hall light on", "ann", "answered", "{}", 0.9, at);
    }

    @Test
    void keepsWhoAskedAndWhenWhileTheAnswerChanges() {
        // Given
        open.write(connection -> queries.save(connection, HOME, query("q1", NOW)));
        StoredQuery changed = new StoredQuery("q1", "light.hall on", null, "draft", "{\"a\":1}", 0.5, LATER);

        // When
        open.write(connection -> queries.save(connection, HOME, changed));

        // Then
        assertThat(find("q1")).contains(new StoredQuery("q1", "light.hall on", "ann", "draft", "{\"a\":1}", 0.5, NOW));
        assertThat(find("q2")).isEmpty();
    }

    @Test
    void forgetsAllButTheLatestOfItsOwnHome() {
        // Given
        open.write(connection -> queries.save(connection, HOME, query("old", NOW)));
        open.write(connection -> queries.save(connection, HOME, query("new", LATER)));
        open.write(connection -> queries.save(connection, OTHER_HOME, query("old", NOW)));
        open.write(connection -> clarifications.save(connection, HOME, new Clarification("old", 1, true, "{}", NOW)));
        open.write(connection -> clarifications.save(connection, HOME, new Clarification("new", 1, true, "{}", NOW)));

        // When
        int forgotten = open.write(connection -> queries.trim(connection, HOME, 1));
        int closed = open.write(connection -> clarifications.trim(connection, HOME));

        // Then
        assertThat(List.of(forgotten, closed)).containsExactly(1, 1);
        assertThat(find("old")).isEmpty();
        assertThat(find("new")).isPresent();
        assertThat(open.number("SELECT count(*) FROM ask_ai_queries")).isEqualTo(2);
    }

    @Test
    void takesAConversationStepByStep() {
        // Given
        Clarification answered = new Clarification("q1", 2, false, "{\"b\":2}", LATER);
        open.write(connection -> clarifications.save(connection, HOME, new Clarification("q1", 0, true, "{}", NOW)));

        // When
        open.write(connection -> clarifications.save(connection, HOME, answered));

        // Then
        assertThat(clarification(HOME)).contains(answered);
        assertThat(clarification(OTHER_HOME)).isEmpty();
    }

    @Test
    void knowsEachNameOnce() {
        // Given
        EntityId lamp = new EntityId("light.hall");
        EntityAlias sunny = new EntityAlias("sunny", lamp, NOW);
        EntityAlias bright = new EntityAlias("bright one", lamp, NOW);

        // When
        boolean first = open.write(connection -> aliases.add(connection, HOME, sunny));
        boolean second = open.write(connection -> aliases.add(connection, HOME, sunny));
        open.write(connection -> aliases.add(connection, HOME, bright));

        // Then
        assertThat(List.of(first, second)).containsExactly(true, false);
        assertThat(names(HOME)).containsExactly(bright, sunny);
        assertThat(remove(lamp)).isTrue();
        assertThat(remove(lamp)).isFalse();
        assertThat(names(OTHER_HOME)).isEmpty();
    }

    @Test
    void refusesNamesThatCannotBeSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntityAlias(" ", new EntityId("light.hall"), NOW))
                .withMessageContaining("alias");
    }
}
