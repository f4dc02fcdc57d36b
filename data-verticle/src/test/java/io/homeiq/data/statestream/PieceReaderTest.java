package io.homeiq.data.statestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.json.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PieceReaderTest {

    private final PieceReader reader = new PieceReader(new WireJson().mapper());

    @Test
    void readsStatesAndTimesAsTheyStand() {
        assertThat(reader.read("state", "21.5")).contains(new Piece.State("21.5"));
        assertThat(reader.read("last_updated", "2026-03-10T07:00:00.123456+01:00"))
                .contains(new Piece.LastUpdated(Instant.parse("2026-03-10T06:00:00.123456Z")));
        assertThat(reader.read("last_changed", "2026-03-10T06:00:00+00:00"))
                .contains(new Piece.LastChanged(Instant.parse("2026-03-10T06:00:00Z")));
    }

    @Test
    void readsAttributesAsJson() {
        assertThat(reader.read("brightness", "200")).contains(new Piece.Attribute("brightness", 200));
        assertThat(reader.read("friendly_name", "\"Hall\"")).contains(new Piece.Attribute("friendly_name", "Hall"));
        assertThat(reader.read("rgb", "[1, 2]")).contains(new Piece.Attribute("rgb", List.of(1, 2)));
        assertThat(reader.read("more", "{\"a\": true}")).contains(new Piece.Attribute("more", Map.of("a", true)));
        assertThat(reader.read("effect", "null")).contains(new Piece.Attribute("effect", null));
    }

    @Test
    void takesAQuotedTextForAnAttributeOfThatName() {
        assertThat(reader.read("state", "\"idle\"")).contains(new Piece.Attribute("state", "idle"));
        assertThat(reader.read("last_changed", "\"yesterday\""))
                .contains(new Piece.Attribute("last_changed", "yesterday"));
    }

    @Test
    void refusesWhatBelongsNotOnItsTopic() {
        assertThat(reader.read("state", "")).isEmpty();
        assertThat(reader.read("state", "x".repeat(256))).isEmpty();
        assertThat(reader.read("last_updated", "today")).isEmpty();
        assertThat(reader.read("last_updated", "1970-01-01T00:00:00+00:00")).isEmpty();
        assertThat(reader.read("brightness", "{")).isEmpty();
        assertThat(reader.read("brightness", "1 2")).isEmpty();
        assertThat(reader.read("brightness", "")).isEmpty();
    }

    @Test
    void readsTheEntityFromTheTopic() {
        assertThat(StatestreamTopic.read("a/b", new Topic("a/b/light/hall/state")))
                .contains(new StatestreamTopic(new EntityId("light.hall"), "state"));
        assertThat(StatestreamTopic.read("a/b", new Topic("a/b/light/hall"))).isEmpty();
        assertThat(StatestreamTopic.read("a/b", new Topic("a/b/Light/hall/state")))
                .isEmpty();
        assertThat(StatestreamTopic.read("a/b", new Topic("a/b/light/hall/"))).isEmpty();
        assertThat(StatestreamTopic.read("a/b", new Topic("a/c/light/hall/state")))
                .isEmpty();
    }
}
