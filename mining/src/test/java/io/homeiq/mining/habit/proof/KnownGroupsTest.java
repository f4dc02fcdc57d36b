package io.homeiq.mining.habit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A scene, a sequence or a duration that changed a little keeps its id. */
class KnownGroupsTest {

    @Test
    void aSceneThatWonAMemberIsTheSameScene() {
        // Given
        KnownPatterns known = new KnownPatterns();
        known.addAll(List.of(scene("scene_1", "light.b", "light.c")));

        // When
        Pattern found = known.identify(List.of(scene("scene_2", "light.a", "light.b", "light.c")))
                .getFirst();

        // Then
        assertThat(found.id().value()).isEqualTo("scene_1");
        assertThat(known.isNews(found)).isTrue();
    }

    @Test
    void anotherSceneIsNewThoughItSharesALamp() {
        // Given
        KnownPatterns known = new KnownPatterns();
        known.addAll(List.of(scene("scene_1", "light.a", "light.b", "light.c")));

        // When
        Pattern found = known.identify(List.of(scene("scene_2", "light.c", "light.d", "light.e")))
                .getFirst();

        // Then
        assertThat(found.id().value()).isEqualTo("scene_2");
    }

    @Test
    void aWhileThatGrewByATenthIsTheSameHabitAndNoNews() {
        // Given
        KnownPatterns known = new KnownPatterns();
        known.addAll(List.of(lasting("duration_1", Duration.ofMinutes(40))));

        // When
        Pattern found = known.identify(List.of(lasting("duration_2", Duration.ofMinutes(44))))
                .getFirst();

        // Then
        assertThat(found.id().value()).isEqualTo("duration_1");
        assertThat(known.isNews(found)).isFalse();
    }

    private static Pattern scene(String id, String... lamps) {
        List<EntityId> entities = Stream.of(lamps).map(EntityId::new).toList();
        Rule rule = new Rule(
                List.of(new StateTrigger(entities, List.of("off"), List.of("on"), Duration.ZERO)),
                List.of(),
                entities.stream()
                        .map(lamp -> (Action) CallService.of("light", "turn_on", lamp))
                        .toList());
        return pattern(id, PatternKind.SCENE, rule, entities.getFirst());
    }

    private static Pattern lasting(String id, Duration held) {
        EntityId fan = new EntityId("fan.bath");
        Rule rule = new Rule(
                List.of(new StateTrigger(List.of(fan), List.of("off"), List.of("on"), held)),
                List.of(),
                List.of(CallService.of("fan", "turn_off", fan)));
        return pattern(id, PatternKind.DURATION, rule, fan);
    }

    private static Pattern pattern(String id, PatternKind kind, Rule rule, EntityId entity) {
        return new Pattern(
                new PatternId(id),
                kind,
                entity,
                rule,
                0.8,
                0.01,
                20,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                new Finding.NotProposed("for the test"));
    }
}
