package io.homeiq.store.suggestion;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.NOW;
import static io.homeiq.store.Samples.OTHER_HOME;
import static io.homeiq.store.Samples.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionRepositoryIT {

    private final SuggestionRepository suggestions = new SuggestionRepository(Samples.JSON);
    private final Suggestion proposed = suggestion().in(new Proposed(NOW.plusNanos(1_000)));
    private final Approved approved = new Approved(NOW.plusSeconds(60));

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

    private boolean insert(Suggestion suggestion) {
        return open.write(connection -> suggestions.insert(connection, HOME, suggestion));
    }

    private boolean update(Suggestion suggestion, SuggestionState before) {
        return open.write(connection -> suggestions.update(connection, HOME, suggestion, before));
    }

    private Optional<Suggestion> find() {
        return open.read(connection -> suggestions.find(connection, HOME, proposed.id()));
    }

    private List<Suggestion> list(SuggestionFilter filter) {
        return open.read(connection -> suggestions.list(connection, HOME, filter));
    }

    @Test
    void givesBackASuggestionAsItWas() {
        // When
        boolean inserted = insert(proposed);

        // Then
        assertThat(inserted).isTrue();
        assertThat(find()).contains(proposed);
        assertThat(open.read(connection -> suggestions.findByPattern(connection, HOME, proposed.patternId()))
                        .orElseThrow())
                .isEqualTo(proposed);
        assertThat(open.read(connection -> suggestions.findByPattern(connection, HOME, new PatternId("none")))
                        .isPresent())
                .isFalse();
        assertThat(open.read(connection -> suggestions.find(connection, OTHER_HOME, proposed.id()))
                        .isPresent())
                .isFalse();
    }

    @Test
    void leavesAKnownSuggestionAsItIs() {
        // Given
        insert(proposed.in(approved));

        // When
        boolean inserted = insert(proposed);

        // Then
        assertThat(inserted).isFalse();
        assertThat(find()).contains(proposed.in(approved));
    }

    @Test
    void letsOnlyTheFasterOfTwoChangeIt() {
        // Given
        insert(proposed);

        // When
        boolean first = update(proposed.in(approved), proposed.state());
        boolean second = update(proposed.in(new Proposed(NOW).reject(NOW, "no")), proposed.state());

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(find()).contains(proposed.in(approved));
    }

    @Test
    void tellsTwoStatesOfOneKindApartByTheirTime() {
        // Given
        insert(proposed);

        // When
        boolean updated = update(proposed.in(approved), new Proposed(NOW));

        // Then
        assertThat(updated).isFalse();
    }

    @Test
    void fillsTheColumnsThatOthersSearch() {
        // Given
        insert(proposed);
        update(proposed.in(approved), proposed.state());
        var deployed = approved.deployed(NOW.plusSeconds(90), "homeiq_s", 1);

        // When
        update(proposed.in(deployed), approved);
        open.write(connection -> suggestions.saveYaml(connection, HOME, proposed.id(), "alias: x"));
        update(proposed.in(deployed.rollBack(NOW.plusSeconds(99))), deployed);

        // Then
        assertThat(open.number(
                        "SELECT count(*) FROM suggestions WHERE status = 'rolled_back' AND automation_id = 'homeiq_s'"
                                + " AND automation_yaml = 'alias: x' AND deployed_at = "
                                + NOW.plusSeconds(90).toEpochMilli()
                                + " AND updated_at = " + NOW.plusSeconds(99).toEpochMilli()
                                + " AND safety_score = 0.5 AND title = '" + proposed.title() + "'"))
                .isEqualTo(1);
    }

    @Test
    void listsByStatusTheMostCertainFirst() {
        // Given
        Suggestion strong = copy("strong", 0.9).in(approved);
        Suggestion weak = copy("weak", 0.1).in(approved);
        List.of(weak, proposed, strong).forEach(this::insert);

        // When
        List<Suggestion> some = list(SuggestionFilter.in(SuggestionStatus.APPROVED, SuggestionStatus.FAILED));
        List<Suggestion> all = list(SuggestionFilter.in());
        List<Suggestion> page = list(new SuggestionFilter(Set.of(), 1, 1));

        // Then
        assertThat(some).containsExactly(strong, weak);
        assertThat(all).containsExactly(strong, proposed, weak);
        assertThat(page).containsExactly(proposed);
    }

    @Test
    void listsByRankWhereOneIsGiven() {
        // Given
        Suggestion strong = copy("strong", 0.9).in(approved);
        Suggestion weak = copy("weak", 0.1).in(approved);
        List.of(weak, proposed, strong).forEach(this::insert);

        // When
        open.write(connection -> suggestions.saveRank(connection, HOME, weak.id(), 0.99));
        List<Suggestion> ranked = list(SuggestionFilter.in());
        update(weak.in(approved.failed(NOW, "gone")), approved);
        List<Suggestion> changed = list(SuggestionFilter.in());

        // Then
        assertThat(ranked).containsExactly(weak, strong, proposed);
        assertThat(changed).extracting(Suggestion::id).containsExactly(strong.id(), proposed.id(), weak.id());
    }

    @Test
    void goesThroughAllInPieces() {
        // Given
        Suggestion a = copy("a", 0.1);
        Suggestion b = copy("b", 0.9);
        Suggestion c = copy("c", 0.5);
        List.of(c, a, b).forEach(this::insert);

        // When
        List<Suggestion> first = open.read(connection -> suggestions.listById(connection, HOME, "", 2));
        List<Suggestion> second = open.read(connection -> suggestions.listById(connection, HOME, "b", 2));

        // Then
        assertThat(first).containsExactly(a, b);
        assertThat(second).containsExactly(c);
    }

    private Suggestion copy(String id, double confidence) {
        return new Suggestion(
                new SuggestionId(id),
                proposed.patternId(),
                proposed.kind(),
                proposed.title(),
                proposed.description(),
                confidence,
                proposed.qValue(),
                proposed.automation(),
                proposed.evidence(),
                proposed.safety(),
                proposed.state(),
                proposed.createdAt());
    }
}
