package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The device HomeIQ as a Home Assistant on the same bus sees and uses it. */
class DeviceIT extends WithStation {

    private static final Duration A_LOOK = Duration.ofSeconds(3);
    private static final Topic CONFIG = new Topic("homeassistant/device/homeiq_home/config");

    private final List<Message> discovered = new CopyOnWriteArrayList<>();
    private DeviceView view;

    @BeforeEach
    void start() {
        view = new DeviceView(station);
        Station.await(station.bus.subscribe(TopicFilter.exactly(CONFIG), message -> {
            discovered.add(message);
            return Future.succeededFuture();
        }));
    }

    private void refusedWith(String words) {
        await().until(() -> view.told("news").stream()
                .anyMatch(news -> news.path("event_type").asText().equals("refused")
                        && news.path("message").asText().contains(words)));
        await().until(() -> view.state().path("answer").asText().contains(words));
        await().until(() -> station.deadLetters().stream()
                .anyMatch(letter -> letter.reason().contains(words)));
    }

    @Test
    void theDeviceIsDescribedRetainedAndAgainWheneverHomeAssistantHasComeUp() {
        // Given
        await().until(() -> !discovered.isEmpty());
        JsonNode document = station.json.read(discovered.getFirst().payload().getBytes(), JsonNode.class);
        int before = discovered.size();

        // When
        Station.await(
                station.bus.publish(new Message(new Topic("homeassistant/status"), Buffer.buffer("online"), false)));

        // Then
        await().until(() -> discovered.size() > before);
        assertThat(document.at("/device/name").asText()).isEqualTo("HomeIQ");
        assertThat(document.path("components").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "pending", "best", "answer", "suggestion", "approve", "reject", "analyse", "learning", "mode");
        // An entity of a category is no device of daily life, so nobody's habits are learned of it.
        assertThat(document.path("components")).allMatch(component -> component.has("entity_category"));
        await().until(() -> !view.told("state").isEmpty());
    }

    @Test
    void withoutDiscoveryADescriptionOfEarlierIsTakenBack() {
        // Given
        await().until(() -> !discovered.isEmpty());

        // When
        station.restartWithoutDiscovery();

        // Then
        await().until(() -> discovered.getLast().payload().length() == 0);
    }

    @Test
    void itIsThereWhileTheServiceRuns() {
        // Given
        Topic presence = Topic.device(Station.HOME, "presence");
        await().until(() -> station.seen.stream()
                .anyMatch(message -> message.topic().equals(presence)
                        && message.payload().toString().equals("online")));

        // When
        station.stop();

        // Then
        assertThat(station.seen.stream()
                        .filter(message -> message.topic().equals(presence))
                        .toList()
                        .getLast()
                        .payload()
                        .toString())
                .isEqualTo("offline");
    }

    @Test
    void aPressAnswersWhatWasShownThoughABetterOneCameUpMeanwhile() {
        // Given
        view.suggested("lamp", 0.8);
        await().until(() -> view.best().equals("sug_lamp"));
        Command.ApproveShown press = view.approveAsShown();
        view.suggested("better", 0.95);
        await().until(() -> view.state().path("pending").asInt() == 2);
        assertThat(view.best()).isEqualTo("sug_lamp");
        station.clock.advance(A_LOOK);

        // When
        station.command(press);
        station.command(press);

        // Then
        await().until(() -> station.status("sug_lamp").equals("deployed"));
        await().until(() -> view.best().equals("sug_better"));
        await().until(() -> view.state().path("answer").asText().startsWith("Approved: "));
        assertThat(station.status("sug_better")).isEqualTo("proposed");
        assertThat(station.deadLetters()).isEmpty();
    }

    @Test
    void aPressOnWhatHasOnlyJustComeUpIsRefused() {
        // Given
        view.suggested("lamp", 0.8);
        await().until(() -> view.best().equals("sug_lamp"));

        // When
        station.command(view.approveAsShown());

        // Then
        refusedWith("only just before");
        assertThat(station.status("sug_lamp")).isEqualTo("proposed");
        assertThat(target.placed).isEmpty();
    }

    @Test
    void aPressOnWhatIsNotShownAnyMoreOrReadOtherwiseIsRefused() {
        // Given
        view.suggested("lamp", 0.8);
        view.suggested("other", 0.7);
        await().until(() -> view.best().equals("sug_lamp"));
        station.clock.advance(A_LOOK);
        String mark = view.state().at("/best/shown").asText();

        // When
        station.command(new Command.ApproveShown(new SuggestionId("sug_other"), mark));
        refusedWith("another suggestion");
        station.command(new Command.RejectShown(new SuggestionId("sug_lamp"), "000000000000"));
        refusedWith("has changed");

        // Then
        assertThat(station.status("sug_lamp")).isEqualTo("proposed");
        assertThat(station.status("sug_other")).isEqualTo("proposed");
    }

    @Test
    void whatTheSafetyCheckAsksAboutIsNotApprovedByAButtonAndItSaysWhy() {
        // Given
        station.detected(Samples.proven("heat", Samples.HEATER, 0.9));
        await().until(() -> view.best().equals("sug_heat"));
        assertThat(view.state().at("/best/verdict").asText()).isEqualTo("ask");
        station.clock.advance(A_LOOK);

        // When
        station.command(view.approveAsShown());

        // Then
        refusedWith("it needs your consent");
        assertThat(station.status("sug_heat")).isEqualTo("proposed");
        station.post("/api/suggestions/sug_heat/approve", "{\"consent\": true}");
        await().until(() -> view.state().path("pending").asInt() == 0);
    }

    @Test
    void rejectingByTheButtonIsForGoodAndTheNextOneComesUp() {
        // Given
        view.suggested("lamp", 0.8);
        view.suggested("other", 0.7);
        await().until(() -> view.state().path("pending").asInt() == 2);
        station.clock.advance(A_LOOK);

        // When
        station.command(new Command.RejectShown(
                new SuggestionId("sug_lamp"), view.state().at("/best/shown").asText()));

        // Then
        await().until(() -> station.status("sug_lamp").equals("rejected"));
        await().until(() -> view.best().equals("sug_other"));
        await().until(() -> view.told("news").stream()
                .anyMatch(news -> news.path("event_type").asText().equals("rejected")));
    }

    @Test
    void whatIsShownOutlivesARestart() {
        // Given
        view.suggested("lamp", 0.8);
        await().until(() -> view.best().equals("sug_lamp"));
        Command.ApproveShown press = view.approveAsShown();
        view.suggested("better", 0.95);
        station.clock.advance(A_LOOK);

        // When
        station.stop();
        station.start();
        station.command(press);

        // Then
        await().until(() -> station.status("sug_lamp").equals("deployed"));
        assertThat(station.deadLetters()).isEmpty();
    }

    @Test
    void newsIsNotRetainedAndToldOnceThoughTheBusBringsItTwice() {
        // Given
        view.suggested("lamp", 0.8);
        Message created = station.seen.stream()
                .filter(message -> message.topic().name().equals("suggestion.created"))
                .findFirst()
                .orElseThrow();

        // When
        Station.await(station.bus.publish(created));
        view.suggested("other", 0.7);

        // Then
        assertThat(view.told("news")).hasSize(2);
        assertThat(station.seen)
                .filteredOn(message -> message.topic().equals(Topic.device(Station.HOME, "news")))
                .noneMatch(Message::retained);
    }
}
