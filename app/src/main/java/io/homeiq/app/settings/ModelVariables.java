package io.homeiq.app.settings;

import io.homeiq.automation.wording.RephrasingSettings;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The language model that may rephrase suggestions, under the names that its makers' own programs read. */
record ModelVariables(Variables variables) {

    private static final int MAX_TOKENS_PER_MONTH = 1_000_000_000;

    /** All names that are read. */
    static List<String> names() {
        return List.of("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "HOMEIQ_REPHRASING_TOKENS_PER_MONTH");
    }

    /** Null unless there is a key, or the address of a server that may need none. */
    @Nullable
    RephrasingSettings rephrasing() {
        Secret key = variables.secret("OPENAI_API_KEY");
        if (key == null && variables.optional("OPENAI_BASE_URL") == null) {
            return null;
        }
        URI url = variables.url("OPENAI_BASE_URL", RephrasingSettings.DEFAULT_BASE_URL, Set.of("http", "https"));
        int tokens = variables.number(
                "HOMEIQ_REPHRASING_TOKENS_PER_MONTH",
                (int) RephrasingSettings.DEFAULT_TOKENS_PER_MONTH,
                MAX_TOKENS_PER_MONTH);
        return new RephrasingSettings(
                url,
                key == null ? "" : key.reveal(),
                variables.text("OPENAI_MODEL", RephrasingSettings.DEFAULT_MODEL),
                tokens,
                RephrasingSettings.DEFAULT_TIMEOUT);
    }
}
