package io.homeiq.query.reply;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.file.QueryReply.Suggested;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.query.language.HabitQuestion;
import io.homeiq.query.language.HabitQuestion.Asked;
import io.homeiq.store.pattern.PatternFilter;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.pattern.StoredPattern;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionRepository;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what was found and what is suggested, read from the tables of the other services. */
final class HabitReplies {

    /** More are counted, not told. */
    private static final int MAX_TOLD = 10;

    private static final double SURE = 0.95;

    private final PatternRepository patterns;
    private final SuggestionRepository suggestions;
    private final HomeId id;

    HabitReplies(PatternRepository patterns, SuggestionRepository suggestions, HomeId id) {
        this.patterns = patterns;
        this.suggestions = suggestions;
        this.id = id;
    }

    Future<QueryReply> reply(SqlConnection connection, String queryId, HabitQuestion question, KnownHome home) {
        return switch (question.asked()) {
            case HABITS ->
                patterns.list(connection, id, PatternFilter.best(PatternFilter.MAX_LIMIT))
                        .map(found -> habits(queryId, found, question.about(), home));
            case SUGGESTIONS ->
                suggestions
                        .list(connection, id, SuggestionFilter.in(SuggestionStatus.PROPOSED))
                        .map(found -> suggestions(queryId, about(found, question.about()), question));
            case REASONS ->
                suggestions
                        .list(
                                connection,
                                id,
                                SuggestionFilter.in(
                                        SuggestionStatus.PROPOSED,
                                        SuggestionStatus.APPROVED,
                                        SuggestionStatus.DEPLOYED))
                        .map(found -> suggestions(queryId, closest(found, question.about()), question));
        };
    }

    private static List<Suggestion> about(List<Suggestion> found, List<EntityId> about) {
        return found.stream()
                .filter(one ->
                        about.isEmpty() || RuleEntities.touched(one.automation().rule(), about) > 0)
                .toList();
    }

    /** The one that has most to do with what was named. */
    private static List<Suggestion> closest(List<Suggestion> found, List<EntityId> about) {
        return about(found, about).stream()
                .max(Comparator.comparingLong(
                        one -> RuleEntities.touched(one.automation().rule(), about)))
                .map(List::of)
                .orElse(List.of());
    }

    private static QueryReply suggestions(String queryId, List<Suggestion> found, HabitQuestion question) {
        List<Suggested> told =
                found.stream().limit(MAX_TOLD).map(HabitReplies::suggested).toList();
        List<EntityId> entities = found.stream()
                .limit(MAX_TOLD)
                .flatMap(one -> RuleEntities.of(one.automation().rule()).stream())
                .distinct()
                .toList();
        String text = question.asked() == Asked.REASONS
                ? told.stream()
                        .map(one -> one.title() + ": " + one.description())
                        .findFirst()
                        .orElse("I suggest nothing of that kind.")
                : counted(found.size(), "suggestion") + " for your answer"
                        + told.stream().map(Suggested::title).collect(Collectors.joining("; ", ": ", "."));
        String shown = found.isEmpty() ? "I suggest nothing of that kind just now." : text;
        return Replies.answer(queryId, shown, Map.of("count", found.size()), entities, SURE, told);
    }

    private static String counted(int count, String what) {
        return count == 1 ? "One " + what + " waits" : count + " " + what + "s wait";
    }

    private static Suggested suggested(Suggestion one) {
        return new Suggested(
                one.id(),
                one.title(),
                one.description(),
                SuggestionStatus.of(one.state()).name().toLowerCase(Locale.ROOT),
                one.confidence(),
                AutomationText.of(one.automation()));
    }

    private static QueryReply habits(String queryId, List<StoredPattern> stored, List<EntityId> about, KnownHome home) {
        SuggestionWriter words = new SuggestionWriter(home.registry(), new SafetyPolicy(home.registry()));
        List<Pattern> found = stored.stream()
                .map(StoredPattern::pattern)
                .filter(one -> about.isEmpty() || RuleEntities.touched(one.rule(), about) > 0)
                .toList();
        List<Map<String, Object>> told =
                found.stream().limit(MAX_TOLD).map(one -> item(one, words)).toList();
        long proven = found.stream().filter(Pattern::isProven).count();
        String list = told.stream().map(one -> String.valueOf(one.get("title"))).collect(Collectors.joining("; "));
        String text = found.isEmpty()
                ? "I have found no habit of that kind yet."
                : "I have found " + (found.size() == 1 ? "one habit" : found.size() + " habits") + ", " + proven
                        + " of them proven: " + list + ".";
        Map<String, Object> data = Map.of("count", found.size(), "proven", proven, "patterns", told);
        List<EntityId> entities =
                found.stream().limit(MAX_TOLD).map(Pattern::entity).distinct().toList();
        return Replies.answer(queryId, text, data, entities, SURE);
    }

    private static Map<String, Object> item(Pattern pattern, SuggestionWriter words) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", pattern.id().value());
        item.put("title", words.title(pattern.rule()));
        item.put("pattern_type", pattern.kind().name().toLowerCase(Locale.ROOT));
        item.put("confidence", pattern.confidence());
        item.put("occurrences", pattern.occurrences());
        item.put("proven", pattern.isProven());
        if (pattern.finding() instanceof Finding.NotProposed not) {
            item.put("reason", not.reason());
        }
        return item;
    }
}
