package io.homeiq.store;

import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.event.PatternRetired;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Contracts' samples as values, and events made up. */
public final class Samples {

    public static final HomeId HOME = new HomeId("villa");
    public static final HomeId OTHER_HOME = new HomeId("cabin");
    public static final WireJson JSON = new WireJson();
    public static final Instant NOW = Instant.parse("2026-03-02T03:00:07.250Z");

    private Samples() {}

    public static Pattern pattern() {
        return data("pattern.detected", PatternDetected.class).pattern();
    }

    /** The sample under another id and with another confidence. */
    public static Pattern pattern(String id, double confidence) {
        Pattern sample = pattern();
        return new Pattern(
                new PatternId(id),
                sample.kind(),
                sample.entity(),
                sample.rule(),
                confidence,
                sample.qValue(),
                sample.occurrences(),
                sample.firstSeen(),
                sample.lastSeen(),
                sample.evidence(),
                sample.finding());
    }

    public static Suggestion suggestion() {
        return data("suggestion.created", SuggestionCreated.class).suggestion();
    }

    /** An event of a service, told apart by its number. */
    public static Event<?> event(String service, int number) {
        PatternRetired data = new PatternRetired(new PatternId("p" + number), "It was not seen again.");
        return new Event<>(new EventId(service + "-" + number), HOME, service, NOW, data);
    }

    private static <T extends EventData> T data(String type, Class<T> data) {
        String name = "/sample/event/" + type + "/1.json";
        try (InputStream in = WireJson.class.getResourceAsStream(name)) {
            if (in != null && new EventCodec(JSON).decode(in.readAllBytes()) instanceof Decoded.Readable readable) {
                return data.cast(readable.event().data());
            }
            throw new AssertionError("no sample at " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
