package io.homeiq.app.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of numbers that the files for operators use. */
public final class MetricNames {

    private static final Pattern NAME = Pattern.compile("\\b(?:homeiq|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern FAMILY = Pattern.compile("^\\| `([a-z0-9_]+)`", Pattern.MULTILINE);

    private MetricNames() {}

    /** Those of the alert rules, as in an expression. */
    public static Set<String> ofRules() {
        Set<String> names = new TreeSet<>();
        Checkout.yaml("deploy/prometheus/rules.yml")
                .findValuesAsText("expr")
                .forEach(expression -> names.addAll(in(expression)));
        return names;
    }

    /** Those of the dashboards, as in an expression. */
    public static Set<String> ofDashboards() {
        Set<String> names = new TreeSet<>();
        dashboards()
                .forEach(board -> board.findValuesAsText("expr").forEach(expression -> names.addAll(in(expression))));
        return names;
    }

    /** All dashboards that Grafana loads. */
    public static Stream<JsonNode> dashboards() {
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(Checkout.file("deploy/grafana/dashboards"))) {
            return files
                    .map(MetricNames::text)
                    .map(text -> {
                        try {
                            return json.readTree(text);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The families that the guide tells, as after {@code # TYPE}. */
    public static Set<String> ofGuide() {
        Set<String> names = new TreeSet<>();
        Matcher families = FAMILY.matcher(Checkout.text("docs/guides/metrics.md"));
        while (families.find()) {
            names.add(families.group(1));
        }
        return names;
    }

    /** The family that a name in an expression belongs to. */
    public static String familyOf(String name) {
        return name.replaceAll("_(bucket|count|sum)$", "");
    }

    private static Set<String> in(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(STRING.matcher(expression).replaceAll("\"\""));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
