package io.homeiq.contracts.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the wire form of a type must be, read off the Java side alone: the other side of each comparison with a schema. */
sealed interface RecordShape {

    /** Fields by their names on the wire. */
    record Fields(Class<?> type, List<Field> fields) implements RecordShape {}

    record Field(String name, boolean required, Type type) {}

    /** One of several, told apart by a field. */
    record OneOf(String discriminator, Map<String, Class<?>> choices) implements RecordShape {}

    record Items(Type member) implements RecordShape {}

    record Words(List<String> allowed) implements RecordShape {}

    /** A JSON type that has no fields of its own to compare. */
    record Plain(String jsonType) implements RecordShape {}

    Set<Class<?>> TEXTS = Set.of(
            String.class,
            EntityId.class,
            HomeId.class,
            PatternId.class,
            SuggestionId.class,
            Topic.class,
            Instant.class,
            Duration.class,
            LocalDate.class,
            LocalTime.class);

    Map<Class<?>, Class<?>> SEALED = Map.of(
            Trigger.class, SealedTypes.OfTrigger.class,
            Condition.class, SealedTypes.OfCondition.class,
            Action.class, SealedTypes.OfAction.class,
            Finding.class, SealedTypes.OfFinding.class,
            SuggestionState.class, SealedTypes.OfSuggestionState.class,
            HomeEvent.class, SealedTypes.OfHomeEvent.class);

    static RecordShape of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == Map.class
                    ? new Plain("object")
                    : new Items(parameterized.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (TEXTS.contains(raw)) {
            return new Plain("string");
        }
        if (raw == Verbatim.class || raw == Attributes.class) {
            return new Plain("object");
        }
        if (raw.isEnum()) {
            return new Words(Arrays.stream(raw.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(java.util.Locale.ROOT))
                    .toList());
        }
        if (raw.isSealed()) {
            return oneOf(raw);
        }
        return raw.isRecord() ? fields(raw) : new Plain(number(raw));
    }

    private static String number(Class<?> raw) {
        if (raw == boolean.class || raw == Boolean.class) {
            return "boolean";
        }
        return raw == double.class || raw == Double.class ? "number" : "integer";
    }

    private static OneOf oneOf(Class<?> sealed) {
        Class<?> mixin = Optional.<Class<?>>ofNullable(SEALED.get(sealed)).orElseThrow();
        String discriminator = mixin.getAnnotation(JsonTypeInfo.class).property();
        Map<String, Class<?>> choices = new java.util.TreeMap<>();
        for (JsonSubTypes.Type choice : mixin.getAnnotation(JsonSubTypes.class).value()) {
            choices.put(choice.name(), choice.value());
        }
        return new OneOf(discriminator, choices);
    }

    private static Fields fields(Class<?> type) {
        return new Fields(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(RecordShape::field)
                        .toList());
    }

    private static Field field(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(
                PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName()),
                !nullable,
                component.getGenericType());
    }
}
