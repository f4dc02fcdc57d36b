package io.homeiq.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent to the services, they answer as they promise, go on, and keep no memory of it. */
class GeneratedRequestsIT {

    private static final Logger LOG = Logger.getLogger(GeneratedRequestsIT.class.getName());
    private static final int REQUESTS = Integer.getInteger("homeiq.generated.requests", 100_000);
    private static final long SEED = Long.getLong("homeiq.generated.seed", 20_260_301L);
    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** What may be held more after all requests than before. In bytes. */
    private static final long MOST_GROWTH = 96L * 1024 * 1024;

    @TempDir
    Path folder;

    /** A hundred thousand requests take their time on a busy machine. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void noRequestBringsAServiceDownOrToAnAnswerThatIsNotPromised() throws IOException {
        try (ApiClient client = new ApiClient(AT_ONCE);
                ServedHome home = ServedHome.withHabits(folder, client)) {
            // Given
            RequestStorm storm = new RequestStorm(home, client, SEED);
            long before = heldBytes();
            long begun = System.nanoTime();

            // When
            storm.run(REQUESTS, AT_ONCE, PATIENCE);

            // Then
            double seconds = (System.nanoTime() - begun) / 1e9;
            LOG.info(() -> String.format(
                    Locale.ROOT,
                    "seed %d: %d requests in %.1f s, %.0f a second, at most %d at once; answers by status: %s",
                    SEED,
                    REQUESTS,
                    seconds,
                    REQUESTS / seconds,
                    AT_ONCE,
                    storm.statuses()));
            assertThat(storm.faults()).as("seed " + SEED).isEmpty();
            assertThat(storm.statuses().keySet()).contains(200, 201, 400, 404, 409, 415, 422);
            assertThat(heldBytes() - before).isLessThan(MOST_GROWTH);
            for (Role role : Role.values()) {
                for (String health : new String[] {"/health/live", "/health/ready", "/health/health"}) {
                    assertThat(client.ask(home.url(role), Sent.get(health)).status())
                            .as(role + " " + health)
                            .isEqualTo(200);
                }
            }
        }
    }

    /** What is really held: garbage is thrown away first. */
    private static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
