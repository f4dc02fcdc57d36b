package io.homeiq.app.doctor;

import io.homeiq.app.settings.HomeAssistantLink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether this machine and Home Assistant agree on the time: what happened when, and what followed, is told by Home Assistant's. */
final class ClockCheck implements Check {

    /** Home Assistant tells whole seconds, and the answer takes a while. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final String NAME = "clock";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final @Nullable HomeAssistantLink link;
    private final InstantSource clock;

    ClockCheck(@Nullable HomeAssistantLink link, InstantSource clock) {
        this.link = link;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        if (link == null) {
            return List.of();
        }
        return List.of(told(link.url())
                .map(told -> compare(told, clock.instant()))
                .orElseGet(() -> Finding.remark(NAME, "Home Assistant does not tell its time")));
    }

    private static Finding compare(Instant told, Instant ours) {
        Duration skew = Duration.between(told, ours);
        return skew.abs().compareTo(TOLERANCE) <= 0
                ? Finding.good(NAME, "within " + TOLERANCE.toSeconds() + " seconds of Home Assistant's")
                : Finding.mend(
                        NAME,
                        "this machine is " + skew.abs().toSeconds() + " seconds "
                                + (skew.isNegative() ? "behind" : "ahead of") + " Home Assistant",
                        "let both take the time from the network (NTP)");
    }

    /** Every answer of its web server has the time, also a refusal; so no token is needed. */
    private static Optional<Instant> told(URI url) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
