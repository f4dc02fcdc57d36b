package io.homeiq.app.analyze;

import io.homeiq.contracts.pattern.DayOutcome;
import io.homeiq.contracts.pattern.EvidenceDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The held-out days as a row of squares, one column a week, one square a day, coloured by the worst outcome of the day. */
final class DayStrip {

    private static final int CELL = 15;

    private final ZoneId zone;

    DayStrip(ZoneId zone) {
        this.zone = zone;
    }

    String svg(LocalDate first, LocalDate last, List<EvidenceDay> evidence) {
        Map<LocalDate, List<EvidenceDay>> byDay =
                evidence.stream().collect(Collectors.groupingBy(EvidenceDay::date, TreeMap::new, Collectors.toList()));
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        long weeks = (last.toEpochDay() - monday.toEpochDay()) / 7 + 1;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"days\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"evidence by day\">",
                weeks * CELL + 22,
                7 * CELL));
        String[] names = {"M", "T", "W", "T", "F", "S", "S"};
        for (int i = 0; i < names.length; i++) {
            svg.append(String.format(Locale.ROOT, "<text x=\"6\" y=\"%d\">%s</text>", i * CELL + 11, names[i]));
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            svg.append(cell(monday, day, byDay.getOrDefault(day, List.of())));
        }
        return svg.append("</svg>").toString();
    }

    private String cell(LocalDate monday, LocalDate day, List<EvidenceDay> outcomes) {
        long week = (day.toEpochDay() - monday.toEpochDay()) / 7;
        int weekday = day.getDayOfWeek().getValue() - 1;
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"><title>%s</title></rect>",
                style(outcomes),
                18 + week * CELL,
                weekday * CELL,
                CELL - 2,
                CELL - 2,
                day + words(outcomes));
    }

    private static String style(List<EvidenceDay> outcomes) {
        List<DayOutcome> kinds = outcomes.stream().map(EvidenceDay::outcome).toList();
        if (kinds.contains(DayOutcome.UNWANTED)) {
            return "unwanted";
        }
        if (kinds.contains(DayOutcome.MISSED)) {
            return "missed";
        }
        return kinds.isEmpty() ? "none" : "agreed";
    }

    private String words(List<EvidenceDay> outcomes) {
        return outcomes.stream().map(this::words).collect(Collectors.joining());
    }

    private String words(EvidenceDay day) {
        String fired = day.firedAt() == null
                ? ""
                : ", would fire " + day.firedAt().atZone(zone).toLocalTime().withNano(0);
        String acted = day.actedAt() == null
                ? ""
                : ", done by hand " + day.actedAt().atZone(zone).toLocalTime().withNano(0);
        return "; " + day.outcome().name().toLowerCase(Locale.ROOT) + fired + acted;
    }
}
