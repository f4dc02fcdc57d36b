package io.homeiq.automation;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.util.List;

/** What the device HomeIQ shows, as it was told on the bus. */
record DeviceView(Station station) {

    /** All that was told on this topic of the device, in order. */
    List<JsonNode> told(String name) {
        return station.seen.stream()
                .filter(message -> message.topic().equals(Topic.device(Station.HOME, name)))
                .map(message -> station.json.read(message.payload().getBytes(), JsonNode.class))
                .toList();
    }

    /** The latest state; empty before the first. */
    JsonNode state() {
        List<JsonNode> all = told("state");
        return all.isEmpty() ? station.json.read("{}", JsonNode.class) : all.getLast();
    }

    /** The id of the suggestion that the buttons answer; empty if there is none. */
    String best() {
        return state().at("/best/suggestion_id").asText();
    }

    /** A pattern of this id is found, and its suggestion is told as news. */
    void suggested(String id, double confidence) {
        station.detected(Samples.proven(id, Samples.LAMP, confidence));
        await().until(() -> hasNews("proposed", "sug_" + id));
    }

    boolean hasNews(String type, String suggestion) {
        return told("news").stream()
                .anyMatch(news -> news.path("event_type").asText().equals(type)
                        && news.path("suggestion_id").asText().equals(suggestion));
    }

    /** What the button would say now. */
    Command.ApproveShown approveAsShown() {
        return new Command.ApproveShown(
                new SuggestionId(best()), state().at("/best/shown").asText());
    }

    JsonNode choose(String body) {
        return station.json.read(station.exchange("PUT", "/api/mode", body).body(), JsonNode.class);
    }
}
