package io.homeiq.app.replay;

import io.homeiq.homeassistant.cases.ReplayText;
import io.homeiq.replay.Firing;
import io.homeiq.replay.Outcome;
import io.homeiq.replay.history.Act;
import io.homeiq.replay.history.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A replay as one page to look at, days downwards and hours across, with everything in it. */
public final class TimelinePage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:1.5rem;color:#1c2330;background:#f6f7f9}
            h1{margin:.2em 0}h2{margin:2rem 0 .5rem}.quiet{color:#5b6575}
            .plot{overflow-x:auto}svg{background:#fff;border-radius:10px;box-shadow:0 1px 3px #0002}
            svg text{font-size:10px;fill:#5b6575}line{stroke:#e3e7ed}
            .agreed{fill:#2e9e5b}.unwanted{fill:#d64545}.missed{fill:#e3a008}.idle{fill:#9aa5b5}.failed{fill:none;stroke:#9aa5b5}
            .key span{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin:0 .3em 0 1em}
            table{border-collapse:collapse;width:100%;background:#fff;font-size:14px}td,th{text-align:left;padding:.35rem .6rem;
            border-bottom:1px solid #e3e7ed;vertical-align:top}
            """;

    private static final int LEFT = 76;
    private static final int HOUR = 36;
    private static final int ROW = 14;
    private static final int TOP = 22;
    /** Beyond that nobody looks, and the page would not open. */
    private static final int MAX_DAYS = 400;

    private static final int MAX_MARKS = 20_000;
    private static final int MAX_ROWS = 500;

    private final ReplayText text;
    private final ZoneId zone;
    private final String title;

    public TimelinePage(ReplayText text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
        Object alias = text.automation().tree().get("alias");
        this.title = alias == null ? "What if" : "What if: " + alias;
    }

    public String html() {
        String notes = text.unsupported().stream()
                .map(name -> "<p>Not replayed: " + escape(name) + "</p>")
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><style>%s</style></head><body>
                <h1>%s</h1><p class="quiet">%s</p>%s
                <p class="key"><span style="background:#2e9e5b"></span>it fired, and a person did the same around then
                <span style="background:#d64545"></span>it fired alone
                <span style="background:#e3a008"></span>done by a person only
                <span style="background:#9aa5b5"></span>it changed nothing (hollow: a condition or the mode stopped it)</p>
                %s
                <h2>Firings</h2>
                %s
                </body></html>
                """.formatted(escape(title), STYLE, escape(title), escape(summary()), notes, plot(), table());
    }

    private String summary() {
        List<String> lines = new FiringTable(text, zone).lines(0);
        return lines.stream()
                .filter(line -> line.startsWith("From ") || line.contains("times triggered"))
                .collect(Collectors.joining(". "));
    }

    private String plot() {
        Instant start = text.start();
        Instant end = text.end();
        if (start == null || end == null) {
            return "<p>No events.</p>";
        }
        LocalDate last = end.atZone(zone).toLocalDate();
        LocalDate begin = start.atZone(zone).toLocalDate();
        LocalDate first = begin.isBefore(last.minusDays(MAX_DAYS)) ? last.minusDays(MAX_DAYS) : begin;
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<div class=\"plot\"><svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"firings by day and hour\">",
                LEFT + 24 * HOUR + 12,
                TOP + days * ROW + 6));
        grid(svg, first, days);
        marks(svg, first);
        return svg.append("</svg></div>").toString();
    }

    private static void grid(StringBuilder svg, LocalDate first, int days) {
        for (int hour = 0; hour <= 24; hour += 3) {
            int x = LEFT + hour * HOUR;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/><text x=\"%d\" y=\"14\">%02d</text>",
                    x,
                    TOP,
                    x,
                    TOP + days * ROW,
                    x - 5,
                    hour));
        }
        for (int day = 0; day < days; day++) {
            svg.append(String.format(
                    Locale.ROOT, "<text x=\"6\" y=\"%d\">%s</text>", TOP + day * ROW + 11, first.plusDays(day)));
        }
    }

    private void marks(StringBuilder svg, LocalDate first) {
        List<Firing> firings = text.answer().firings();
        for (int i = Math.max(0, firings.size() - MAX_MARKS); i < firings.size(); i++) {
            mark(
                    svg,
                    first,
                    firings.get(i).time(),
                    kind(firings.get(i), text.comparison().judgements().get(i)));
        }
        for (Act act : text.comparison().missed()) {
            mark(svg, first, act.time(), "missed");
        }
    }

    private static String kind(Firing firing, Judgement judgement) {
        boolean stopped = firing.outcome() != Outcome.RAN;
        return stopped ? "failed" : judgement.name().toLowerCase(Locale.ROOT);
    }

    private void mark(StringBuilder svg, LocalDate first, Instant time, String kind) {
        ZonedDateTime local = time.atZone(zone);
        long day = local.toLocalDate().toEpochDay() - first.toEpochDay();
        if (day >= 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"4\"><title>%s %s</title></circle>",
                    kind,
                    LEFT + local.toLocalTime().toSecondOfDay() / 3_600.0 * HOUR,
                    TOP + day * ROW + ROW / 2,
                    local.toLocalDateTime().withNano(0),
                    kind));
        }
    }

    private String table() {
        String rows = new FiringTable(text, zone)
                .lines(MAX_ROWS).stream()
                        .filter(line -> line.startsWith("  2"))
                        .map(line -> "<tr><td>" + escape(line.strip()).replaceAll(" {2,}", "</td><td>") + "</td></tr>")
                        .collect(Collectors.joining("\n"));
        return rows.isEmpty() ? "<p>It never fired.</p>" : "<table>" + rows + "</table>";
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
