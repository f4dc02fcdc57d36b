package io.homeiq.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.settings.SettingsReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever sets up HomeIQ finds every variable, and none that is not there. */
class SettingsPagesTest {

    /** Of the log and of the launcher: they are read before there are settings. */
    private static final Set<String> BESIDE_THE_SETTINGS =
            Set.of("HOMEIQ_LOG_LEVEL", "HOMEIQ_HEAP", "HOMEIQ_PROFILE", "HOMEIQ_JAVA_OPTS", "JAVA_HOME");

    /** Variables of the older system, whose files must work as they are. */
    private static final Set<String> OF_THE_OLDER_SYSTEM = Set.of(
            "DATABASE_URL",
            "DATABASE_PATH",
            "CORRELATION_CACHE_DB",
            "DATA_API_URL",
            "AI_QUERY_SERVICE_URL",
            "AI_AUTOMATION_SERVICE_URL",
            "AI_TRAINING_SERVICE_URL",
            "AI_PATTERN_SERVICE_URL",
            "OPENAI_API_KEY",
            "OPENAI_MODEL",
            "HA_URL",
            "HA_TOKEN",
            "MQTT_BROKER",
            "MQTT_PORT",
            "MQTT_USERNAME",
            "MQTT_PASSWORD");

    private static final Pattern ASSIGNED = Pattern.compile("^#?([A-Z][A-Z0-9_]+)=", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("`([A-Z][A-Z0-9]*_[A-Z0-9_]+)[`=]");
    private static final Pattern FILLED_IN = Pattern.compile("\\$\\{(\\w+)");
    private static final Pattern IN_CODE = Pattern.compile("\"((?:HOMEIQ|HA|MQTT|DATABASE|AI)_[A-Z_]+[A-Z])\"");

    @Test
    void theExampleHasEveryVariable() {
        assertThat(found(ASSIGNED, ".env.example")).containsAll(known()).containsAll(OF_THE_OLDER_SYSTEM);
    }

    @Test
    void theExampleHasNoVariableThatNothingReads() {
        // Given
        Set<String> read = known();
        read.addAll(OF_THE_OLDER_SYSTEM);
        read.addAll(found(FILLED_IN, "docker-compose.yml"));

        // Then
        assertThat(read).containsAll(found(ASSIGNED, ".env.example"));
    }

    @Test
    void theExampleHasWhatTheComposeFileAsksFor() {
        assertThat(found(ASSIGNED, ".env.example")).containsAll(found(FILLED_IN, "docker-compose.yml"));
    }

    @Test
    void thePageTellsEveryVariableAndNoOther() {
        // Given
        Set<String> told = found(QUOTED, "docs/settings.md");

        // Then
        assertThat(told).containsAll(known());
        Set<String> read = known();
        read.addAll(OF_THE_OLDER_SYSTEM);
        assertThat(read).containsAll(told);
    }

    @Test
    void theCodeReadsNoVariableThatItDoesNotName() {
        assertThat(SettingsReader.names())
                .containsAll(found(IN_CODE, "app/src/main/java/io/homeiq/app/settings/SettingsReader.java"));
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(SettingsReader.names());
        known.addAll(BESIDE_THE_SETTINGS);
        return known;
    }

    private static Set<String> found(Pattern pattern, String file) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(Checkout.text(file));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        assertThat(names).as(file).isNotEmpty();
        return names;
    }
}
