package io.homeiq.app.analyze;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Period;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The findings as one page to look at, with everything in it: no script, no font, no picture from elsewhere. */
final class Report {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#1c2330;background:#f6f7f9}
            h1{margin:.2em 0}h2{margin:2rem 0 .5rem}article{background:#fff;border-radius:10px;padding:1rem 1.2rem;margin:1rem 0;
            box-shadow:0 1px 3px #0002;display:grid;grid-template-columns:1fr 230px;gap:1rem}
            article h3{margin:0 0 .4rem}pre{background:#f1f3f6;padding:.7rem;overflow:auto;font-size:13px;border-radius:6px}
            .dial{width:220px}.dial .face{fill:#fbfbfd;stroke:#c5ccd6}.dial line{stroke:#8b95a5}
            svg text{font-size:10px;fill:#5b6575;text-anchor:middle}
            .agreed{fill:#2e9e5b}.unwanted{fill:#d64545}.missed{fill:#e3a008}rect.none{fill:#e6e9ee}
            .key span{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin:0 .3em 0 1em}
            table{border-collapse:collapse;width:100%;background:#fff;font-size:14px}td,th{text-align:left;padding:.35rem .6rem;
            border-bottom:1px solid #e3e7ed;vertical-align:top}.quiet{color:#5b6575}
            @media(max-width:640px){article{grid-template-columns:1fr}}
            """;

    private final Analysis analysis;
    private final List<Suggestion> suggestions;
    private final SuggestionWriter words;
    private final ZoneId zone;

    Report(Analysis analysis, List<Suggestion> suggestions, HomeRegistry registry) {
        this.analysis = analysis;
        this.suggestions = suggestions;
        this.words = new SuggestionWriter(registry, new SafetyPolicy(registry));
        this.zone = registry.config().timeZone();
    }

    String html() {
        String cards = suggestions.isEmpty()
                ? "<p>No habit stood the proof. Silence is an answer too.</p>"
                : suggestions.stream().map(this::card).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>HomeIQ: habits of this home</title><style>%s</style></head><body>
                <h1>Habits of this home</h1>
                %s
                <h2>Suggestions</h2>
                <p class="key">On the days kept for proof:
                <span style="background:#2e9e5b"></span>done by hand, and the rule would have fired
                <span style="background:#d64545"></span>the rule would have fired alone
                <span style="background:#e3a008"></span>done by hand only</p>
                %s
                <h2>Found, but not proposed</h2>
                %s
                </body></html>
                """.formatted(STYLE, summary(), cards, others());
    }

    private String summary() {
        Period period = analysis.period();
        String span = period == null
                ? "No events."
                : String.format(
                        Locale.ROOT,
                        "%,d events from %s to %s: %d days, of which %d to learn from and %d to prove on.",
                        analysis.events(),
                        date(period.start()),
                        date(period.end()),
                        period.days(),
                        period.learnedDays(),
                        period.heldOutDays());
        String notes = analysis.notes().stream()
                .map(note -> "<p>" + escape(note) + "</p>")
                .collect(Collectors.joining());
        return "<p class=\"quiet\">" + escape(span) + " Times are those of " + escape(zone.getId()) + ".</p>" + notes;
    }

    private LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private String card(Suggestion suggestion) {
        Evidence evidence = suggestion.evidence();
        String yaml = AutomationYaml.write(List.of(suggestion.automation()));
        return String.format(
                Locale.ROOT,
                """
                <article><div><h3>%s</h3><p>%s</p><p class="quiet">Agreement %.0f %% (between %.0f and %.0f %%), \
                confidence %.2f, q = %.4f, safety: %s</p>%s
                <details><summary>The automation</summary><pre>%s</pre></details></div>
                <div>%s</div></article>
                """,
                escape(suggestion.title()),
                escape(suggestion.description()),
                evidence.agreement() * 100,
                evidence.agreementLow() * 100,
                evidence.agreementHigh() * 100,
                suggestion.confidence(),
                suggestion.qValue(),
                suggestion.safety().verdict().name().toLowerCase(Locale.ROOT),
                strip(evidence),
                escape(yaml),
                new Dial(zone).svg(evidence.days()));
    }

    private String strip(Evidence evidence) {
        Period period = analysis.period();
        if (period == null) {
            return "";
        }
        LocalDate first = date(period.start()).plusDays(period.learnedDays());
        return new DayStrip(zone).svg(first, date(period.end()), evidence.days());
    }

    private String others() {
        String rows = analysis.patterns().stream()
                .filter(pattern -> !pattern.isProven())
                .map(this::row)
                .collect(Collectors.joining("\n"));
        return rows.isEmpty()
                ? "<p>Nothing.</p>"
                : "<table><tr><th>What</th><th>Seen</th><th>Why not</th></tr>" + rows + "</table>";
    }

    private String row(Pattern pattern) {
        String reason = pattern.finding() instanceof Finding.NotProposed not ? not.reason() : "";
        return "<tr><td>" + escape(words.title(pattern.rule())) + "</td><td>" + pattern.occurrences() + "×</td><td>"
                + escape(reason) + "</td></tr>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
