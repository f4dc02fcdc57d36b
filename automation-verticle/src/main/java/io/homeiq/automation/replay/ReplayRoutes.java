package io.homeiq.automation.replay;

import io.homeiq.automation.history.HomeHistory;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.cases.ReplayText;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/replay}: what an automation would have done over the stored history. */
public final class ReplayRoutes implements Routes {

    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS = 400;

    private final SuggestionBook book;
    private final RegistryRepository registry;
    private final HomeReplay replay;

    public ReplayRoutes(Vertx vertx, SuggestionBook book, RegistryRepository registry, HomeHistory history) {
        this.book = book;
        this.registry = registry;
        this.replay = new HomeReplay(vertx, history);
    }

    /**
     * What is sent.
     *
     * @param yamlContent one automation as YAML; null: it stands in {@code automation}
     * @param automation the same as a tree
     * @param days how many of the latest days; null: 30, unless {@code start} is given
     * @param start inclusive
     * @param end exclusive; null: now
     */
    record Asked(
            @Nullable String yamlContent,
            @Nullable Verbatim automation,
            @Nullable Integer days,
            @Nullable Instant start,
            @Nullable Instant end) {}

    @Override
    public void addTo(Api api) {
        api.post("/api/replay", this::replay);
    }

    private Future<Reply> replay(Request request) {
        Asked asked = request.body(Asked.class);
        Verbatim automation = automation(asked);
        Span span = span(asked);
        return book.read(connection -> registry.load(connection, book.home()))
                .compose(known -> replay.replay(automation, span, known))
                .map(ReplayText::tree)
                .map(Reply::ok);
    }

    private static Verbatim automation(Asked asked) {
        if ((asked.yamlContent() == null) == (asked.automation() == null)) {
            throw Request.invalid("automation", "both or none", "either automation or yaml_content");
        }
        if (asked.automation() != null) {
            return asked.automation();
        }
        try {
            List<Verbatim> all = AutomationYaml.readTrees(String.valueOf(asked.yamlContent()));
            if (all.size() == 1) {
                return all.getFirst();
            }
            throw Request.invalid("yaml_content", all.size() + " automations", "the YAML of one automation");
        } catch (SourceException none) {
            throw Request.invalid("yaml_content", String.valueOf(none.getMessage()), "the YAML of one automation");
        }
    }

    private Span span(Asked asked) {
        Instant end = asked.end() == null ? book.now() : asked.end();
        int days = asked.days() == null ? DEFAULT_DAYS : asked.days();
        if (days < 1 || days > MAX_DAYS) {
            throw Request.invalid("days", String.valueOf(days), "a whole number from 1 to " + MAX_DAYS);
        }
        Instant start = asked.start() == null ? end.minus(Duration.ofDays(days)) : asked.start();
        Duration length = Duration.between(start, end);
        if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            throw Request.invalid("start", start.toString(), "a time before the end and at most " + MAX_DAYS + " days");
        }
        return new Span(start, end);
    }
}
