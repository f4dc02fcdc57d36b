package io.homeiq.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.homeiq.app.Web;
import io.homeiq.app.settings.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.awaitility.core.ConditionFactory;

/** What the owner does with HomeIQ over HTTP, and sees there. While the program starts again, it waits for it. */
final class OwnersDesk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Web web = Web.plain();
    private final Function<Role, String> urls;

    /** @param urls of the services, as they are at the moment */
    OwnersDesk(Function<Role, String> urls) {
        this.urls = urls;
    }

    private String data(String path) {
        return urls.apply(Role.DATA) + path;
    }

    private String automation(String path) {
        return urls.apply(Role.AUTOMATION) + path;
    }

    static ConditionFactory await(String what) {
        return org.awaitility.Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(UncheckedIOException.class);
    }

    /** Whether all services take work. */
    boolean isReady() {
        for (Role role : Role.values()) {
            if (!web.get(urls.apply(role) + "/health/ready").isOk()) {
                return false;
            }
        }
        return true;
    }

    /** Brings a file of history in; what was known already is counted as such. */
    JsonNode imports(Path file) {
        try {
            Web.Answer answer = web.upload(data("/api/v1/imports?name=history"), file, "application/octet-stream");
            assertThat(answer.isOk()).as(() -> answer.body().toString()).isTrue();
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether Home Assistant's changes arrive: without that, nothing live is heard. */
    void awaitHome() {
        await("the home is followed")
                .untilAsserted(() -> assertThat(web.read(data("/api/v1/events?limit=1&entity_id=" + LivedHome.LAMP)))
                        .isNotEmpty());
    }

    /** The newest events of the door and the lamp, for the message of a test that fails. */
    String newest() {
        return web.get(data("/api/v1/events?limit=6&entity_id=" + LivedHome.DOOR))
                        .body() + "\n"
                + web.get(data("/api/v1/events?limit=6&entity_id=" + LivedHome.LAMP))
                        .body();
    }

    void analyse() {
        assertThat(web.post(urls.apply(Role.PATTERN) + "/api/analysis/trigger", "")
                        .isOk())
                .isTrue();
    }

    /** The one suggestion that waits: the lamp when the door opens. */
    JsonNode suggestion() {
        JsonNode found = onlyOneWaiting();
        JsonNode made = found.path("automation");
        assertThat(made.at("/triggers/0/entity_id").toString()).contains(LivedHome.DOOR);
        assertThat(made.at("/actions/0/target/entity_id").toString()).contains(LivedHome.LAMP);
        assertThat(made.at("/conditions")).as(made::toPrettyString).isEmpty();
        return found;
    }

    /** Whatever is proposed, once it is one thing. */
    JsonNode onlyOneWaiting() {
        JsonNode[] found = {MissingNode.getInstance()};
        await("one suggestion").untilAsserted(() -> {
            JsonNode all = waiting();
            assertThat(all).as(() -> all.toPrettyString() + analysis()).hasSize(1);
            found[0] = all.path(0);
        });
        return found[0];
    }

    private String analysis() {
        String pattern = urls.apply(Role.PATTERN);
        return web.get(pattern + "/api/analysis/status").body() + " "
                + web.get(pattern + "/api/v1/patterns/list?limit=20").body();
    }

    /** Suggestions that wait for an answer and are no trial. */
    JsonNode waiting() {
        return web.read(automation("/api/suggestions/list?limit=100&status=proposed"))
                .path("suggestions");
    }

    void tryOut(String suggestion) {
        act("/api/suggestions/" + suggestion + "/trial");
    }

    /** What a trial came to so far. */
    JsonNode trial(String suggestion) {
        return web.read(automation("/api/suggestions/" + suggestion + "/trial")).path("evidence");
    }

    String status(String suggestion) {
        return web.read(automation("/api/suggestions/" + suggestion))
                .path("status")
                .asText();
    }

    void awaitStatus(String suggestion, String status) {
        await(suggestion + " is " + status)
                .untilAsserted(() -> assertThat(status(suggestion)).isEqualTo(status));
    }

    int versions(String automation) {
        return web.read(automation("/api/deploy/" + automation + "/versions"))
                .path("count")
                .asInt();
    }

    /** How many automations of ours are in place. */
    int inPlace() {
        return web.read(automation("/api/deploy/automations?status=deployed"))
                .path("total")
                .asInt();
    }

    void rollBack(String automation) {
        act("/api/deploy/" + automation + "/rollback");
    }

    private void act(String path) {
        Web.Answer answer = web.post(automation(path), "{}");
        assertThat(answer.isOk()).as(() -> path + ": " + answer.body()).isTrue();
    }

    @Override
    public void close() {
        web.close();
    }
}
