package io.homeiq.app.analyze;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.homeiq.contracts.file.AnalysisPeriod;
import io.homeiq.contracts.file.PatternsFile;
import io.homeiq.contracts.file.SuggestionsFile;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Period;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the findings as files: JSON for tools, YAML for Home Assistant, a page for people. */
final class ResultFiles {

    private final AnalyzeRequest request;
    private final Analysis analysis;
    private final SuggestionWriter words;
    private final ObjectWriter json;

    ResultFiles(AnalyzeRequest request, Analysis analysis) {
        this.request = request;
        this.analysis = analysis;
        this.words = new SuggestionWriter(request.registry(), new SafetyPolicy(request.registry()));
        ObjectMapper mapper = new WireJson().mapper();
        this.json = mapper.writerWithDefaultPrettyPrinter();
    }

    void write() throws IOException {
        List<Suggestion> suggestions = suggestions();
        writeJson("suggestions.json", suggestionsFile(suggestions));
        writeJson("patterns.json", patternsFile());
        writeAutomations(suggestions);
        Files.writeString(
                request.out().resolve("report.html"), new Report(analysis, suggestions, request.registry()).html());
    }

    private List<Suggestion> suggestions() {
        Instant now = generatedAt();
        return now == null
                ? List.of()
                : analysis.proven().stream()
                        .limit(request.limit())
                        .map(pattern -> words.write(pattern, now))
                        .toList();
    }

    /** Not the clock's time but the last event's, so that the same input gives the same bytes. */
    private @Nullable Instant generatedAt() {
        Period period = analysis.period();
        return period == null ? null : period.end();
    }

    private void writeJson(String name, Object document) throws IOException {
        try {
            Files.writeString(request.out().resolve(name), json.writeValueAsString(document) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the result has no JSON form: " + e.getOriginalMessage(), e);
        }
    }

    private SuggestionsFile suggestionsFile(List<Suggestion> suggestions) {
        return new SuggestionsFile(
                generatedAt(),
                HomeId.DEFAULT,
                period(),
                suggestions.stream().map(ResultFiles::item).toList());
    }

    private static SuggestionsFile.Item item(Suggestion suggestion) {
        return new SuggestionsFile.Item(
                suggestion.id(),
                suggestion.patternId(),
                suggestion.kind(),
                suggestion.title(),
                suggestion.description(),
                suggestion.confidence(),
                suggestion.qValue(),
                tree(suggestion.automation()),
                suggestion.evidence(),
                suggestion.safety());
    }

    private PatternsFile patternsFile() {
        List<PatternsFile.Item> items =
                analysis.patterns().stream().map(this::item).toList();
        return new PatternsFile(generatedAt(), HomeId.DEFAULT, period(), items, analysis.notes());
    }

    private PatternsFile.Item item(Pattern pattern) {
        String title = words.title(pattern.rule());
        Automation automation = new Automation(
                Automation.OUR_PREFIX + pattern.id(), title, "", pattern.rule(), RunMode.SINGLE, Verbatim.EMPTY);
        return new PatternsFile.Item(
                pattern.id(),
                pattern.kind(),
                pattern.entity(),
                pattern.confidence(),
                pattern.qValue(),
                pattern.occurrences(),
                pattern.firstSeen(),
                pattern.lastSeen(),
                tree(automation),
                pattern.evidence(),
                pattern.isProven(),
                pattern.finding() instanceof Finding.NotProposed not ? not.reason() : null,
                pattern.drift());
    }

    /** Complete for tools that read it: without conditions, that is said. */
    private static Verbatim tree(Automation automation) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        AutomationTree.write(automation).forEach((key, value) -> {
            tree.put(key, value);
            if (key.equals("triggers")) {
                tree.put("conditions", List.of());
            }
        });
        return new Verbatim(tree);
    }

    private @Nullable AnalysisPeriod period() {
        Period period = analysis.period();
        return period == null
                ? null
                : new AnalysisPeriod(
                        period.start(), period.end(), period.days(), period.learnedDays(), period.heldOutDays());
    }

    /** Of an earlier run nothing may stay behind that this one does not say. */
    private void writeAutomations(List<Suggestion> suggestions) throws IOException {
        Path folder = Files.createDirectories(request.out().resolve("automations"));
        try (Stream<Path> earlier = Files.list(folder)) {
            for (Path file : earlier.filter(f -> f.getFileName().toString().startsWith(Automation.OUR_PREFIX))
                    .toList()) {
                Files.delete(file);
            }
        }
        for (Suggestion suggestion : suggestions) {
            Automation automation = suggestion.automation();
            Files.writeString(folder.resolve(automation.id() + ".yaml"), AutomationYaml.write(List.of(automation)));
        }
    }
}
