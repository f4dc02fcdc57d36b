package io.homeiq.app.analyze;

import io.homeiq.contracts.pattern.EvidenceDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock face of 24 hours, midnight at the top, as SVG: every act and every firing of the held-out days as a dot on it,
 * one ring for what people did and one for where the rule would have acted alone.
 */
final class Dial {

    private static final double CENTRE = 110;
    private static final double RIM = 84;
    private static final double ACTS = 72;
    private static final double UNWANTED = 58;
    private static final double DAY_SECONDS = 86_400;

    private final ZoneId zone;

    Dial(ZoneId zone) {
        this.zone = zone;
    }

    String svg(List<EvidenceDay> days) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"dial\" viewBox=\"0 0 220 220\" role=\"img\" aria-label=\"times of day\">");
        svg.append(circle(CENTRE, CENTRE, RIM, "face"));
        for (int hour = 0; hour < 24; hour++) {
            svg.append(tick(hour));
        }
        for (EvidenceDay day : days) {
            switch (day.outcome()) {
                case AGREED -> svg.append(dot(day.actedAt(), ACTS, "agreed", day));
                case MISSED -> svg.append(dot(day.actedAt(), ACTS, "missed", day));
                case UNWANTED -> svg.append(dot(day.firedAt(), UNWANTED, "unwanted", day));
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String tick(int hour) {
        double angle = angle(hour * 3600.0);
        double inner = hour % 6 == 0 ? RIM - 7 : RIM - 3;
        String line = String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                x(angle, inner),
                y(angle, inner),
                x(angle, RIM),
                y(angle, RIM));
        return hour % 3 == 0
                ? line
                        + String.format(
                                Locale.ROOT,
                                "<text x=\"%.1f\" y=\"%.1f\">%d</text>",
                                x(angle, RIM + 13),
                                y(angle, RIM + 13) + 4,
                                hour)
                : line;
    }

    private String dot(@Nullable Instant at, double radius, String style, EvidenceDay day) {
        if (at == null) {
            return "";
        }
        double angle = angle(at.atZone(zone).toLocalTime().toSecondOfDay());
        String title = day.date() + " " + at.atZone(zone).toLocalTime().withNano(0);
        return String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s</title></circle>",
                style,
                x(angle, radius),
                y(angle, radius),
                title);
    }

    private static String circle(double x, double y, double radius, String style) {
        return String.format(
                Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", style, x, y, radius);
    }

    private static double angle(double secondOfDay) {
        return 2 * Math.PI * secondOfDay / DAY_SECONDS;
    }

    private static double x(double angle, double radius) {
        return CENTRE + radius * Math.sin(angle);
    }

    private static double y(double angle, double radius) {
        return CENTRE - radius * Math.cos(angle);
    }
}
