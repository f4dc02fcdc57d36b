package io.homeiq.contracts.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.file.AttributionLine;
import io.homeiq.contracts.file.PatternsFile;
import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.file.SuggestionsFile;
import io.homeiq.contracts.file.TruthFile;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.contracts.synergy.SynergyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which types have a JSON form of their own, and which. Everything else follows from the records. */
final class WireModule extends SimpleModule {

    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final List<Class<?>> PARTS_OF_FILES = List.of(
            SuggestionsFile.class,
            SuggestionsFile.Item.class,
            PatternsFile.class,
            PatternsFile.Item.class,
            AttributionLine.class,
            QueryReply.class,
            QueryReply.Reading.class,
            TruthFile.class,
            TruthFile.Planted.class,
            TruthFile.Change.class,
            TruthFile.Anomaly.class,
            TruthFile.Caused.class);

    WireModule() {
        super("homeiq");
        addText(EntityId.class, EntityId::new, EntityId::value);
        addText(HomeId.class, HomeId::new, HomeId::value);
        addText(PatternId.class, PatternId::new, PatternId::value);
        addText(SuggestionId.class, SuggestionId::new, SuggestionId::value);
        addText(SynergyId.class, SynergyId::new, SynergyId::value);
        addText(EventId.class, EventId::new, EventId::value);
        addText(Topic.class, Topic::new, Topic::value);
        addText(TopicFilter.class, TopicFilter::new, TopicFilter::value);
        addText(Instant.class, Instant::parse, Instant::toString);
        addText(Duration.class, Duration::parse, Duration::toString);
        addText(LocalDate.class, LocalDate::parse, LocalDate::toString);
        addText(LocalTime.class, LocalTime::parse, CLOCK_TIME::format);
        addText(ZoneId.class, ZoneId::of, ZoneId::getId);
        addTree(Verbatim.class, Verbatim::new, Verbatim::tree);
        addTree(Attributes.class, Attributes::new, Attributes::values);
        setMixInAnnotation(Trigger.class, SealedTypes.OfTrigger.class);
        setMixInAnnotation(Condition.class, SealedTypes.OfCondition.class);
        setMixInAnnotation(Action.class, SealedTypes.OfAction.class);
        setMixInAnnotation(Finding.class, SealedTypes.OfFinding.class);
        setMixInAnnotation(SuggestionState.class, SealedTypes.OfSuggestionState.class);
        setMixInAnnotation(HomeEvent.class, SealedTypes.OfHomeEvent.class);
        setMixInAnnotation(HomeRegistry.class, RegistryMixin.class);
        for (Class<?> part : PARTS_OF_FILES) {
            setMixInAnnotation(part, EveryField.class);
        }
    }

    private <T> void addText(Class<T> type, Function<String, T> parse, Function<T, String> print) {
        addSerializer(type, new TextWriter<>(type, print));
        addDeserializer(type, new TextReader<>(type, parse));
    }

    private <T> void addTree(
            Class<T> type,
            Function<Map<String, @Nullable Object>, T> wrap,
            Function<T, Map<String, @Nullable Object>> unwrap) {
        addSerializer(type, new TreeWriter<>(type, unwrap));
        addDeserializer(type, new TreeReader<>(type, wrap));
    }
}
