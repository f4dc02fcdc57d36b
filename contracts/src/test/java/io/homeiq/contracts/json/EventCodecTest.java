package io.homeiq.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.EventId;
import io.homeiq.contracts.event.PatternRetired;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.PatternId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCodecTest {

    private static final Instant TIME = Instant.parse("2026-03-01T06:45:02.123456Z");
    private static final String RETIRED = """
            {"specversion":"1.0","id":"e-1","source":"/homeiq/home/pattern","type":"pattern.retired",
             "time":"2026-03-01T06:45:02.123456Z","data":{"pattern_id":"p_1","reason":"gone"}}""";

    private final EventCodec codec = new EventCodec(new WireJson());

    @Test
    void writesTheTypeBeforeTheDataAndTheHomeIntoTheSource() {
        Event<?> event = new Event<>(
                new EventId("e-1"),
                new HomeId("lake-house"),
                "pattern",
                TIME,
                new PatternRetired(new PatternId("p_1"), "gone"));

        assertThat(new String(codec.encode(event), UTF_8))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/homeiq/lake-house/pattern\","
                        + "\"type\":\"pattern.retired\",\"time\":\"2026-03-01T06:45:02.123456Z\",\"subject\":\"p_1\","
                        + "\"datacontenttype\":\"application/json\","
                        + "\"dataschema\":\"urn:homeiq:schema:event:pattern.retired:1\","
                        + "\"data\":{\"pattern_id\":\"p_1\",\"reason\":\"gone\"}}");
    }

    @Test
    void readsAnEventOfWhichOnlyTheNeededFieldsAreThere() {
        assertThat(codec.decode(RETIRED.getBytes(UTF_8))).isEqualTo(new Decoded.Readable(retired()));
    }

    @Test
    void readsFieldsInAnyOrderAndIgnoresUnknownOnes() {
        String message = """
                {"data":{"reason":"gone","since":[{"a":1}],"pattern_id":"p_1"},"traceparent":{"x":[1,2]},
                 "time":"2026-03-01T07:45:02.123456+01:00","type":"pattern.retired","source":"/homeiq/home/pattern",
                 "id":"e-1","specversion":"1.0"}""";

        assertThat(codec.decode(message.getBytes(UTF_8))).isEqualTo(new Decoded.Readable(retired()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "specversion":"1.0"        | "specversion":"0.3"         | specversion must be 1.0, was: 0.3
                    "specversion":"1.0"        | "specversion":1.0           | specversion must be text
                    "specversion":"1.0",       | ''                          | specversion is missing
                    "pattern.retired"          | "pattern.invented"          | type is not known: pattern.invented
                    "type":"pattern.retired",  | ''                          | type is missing
                    "id":"e-1",                | ''                          | id is missing
                    "e-1"                      | "e 1"                       | eventId must have 1 to 64 visible characters of ASCII, was: e 1
                    /homeiq/home/pattern       | zigbee                      | source must be /homeiq/{home}/{service}, was: zigbee
                    /homeiq/home/pattern       | /homeiq/HOME/pattern        | homeId must match [a-z0-9_-]{1,64}, was: HOME
                    2026-03-01T06:45:02        | yesterday                   | Text 'yesterday.123456Z' could not be parsed at index 0
                    "data":{                   | "dataschema":"x:2","data":{ | dataschema must be urn:homeiq:schema:event:pattern.retired:1, was: x:2
                    "data":{                   | "datacontenttype":"text/xml","data":{ | datacontenttype must be application/json, was: text/xml
                    ,"reason":"gone"           | ''                          | data.reason: is missing
                    "gone"                     | ""                          | data: reason must not be blank
                    "p_1"                      | "p 1"                       | data.pattern_id: patternId must match [a-z0-9_]{1,64}, was: p 1
                    "p_1"                      | null                        | data.pattern_id: Invalid `null` value encountered for property "pattern_id"
                    "gone"                     | 3                           | data.reason: Cannot coerce Integer value (3) to `String` value
                    "gone"                     | "gone","reason":"again"     | Duplicate field 'reason' at line 2, column 90
                    "gone"}}                   | "gone"}} {}                 | something follows the event
                    "gone"}}                   | "gone"}                     | Unexpected end-of-input: expected close marker for Object at line 2, column 82
                    """)
    void saysInOneLineWhatIsWrong(String good, String bad, String reason) {
        // Given
        assertThat(RETIRED).contains(good);
        byte[] message = RETIRED.replace(good, bad).getBytes(UTF_8);

        // When
        Decoded decoded = codec.decode(message);

        // Then
        assertThat(decoded).isEqualTo(new Decoded.Unreadable(reason));
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String foreign : List.of("", " ", "null", "[]", "\"text\"", "17")) {
            assertThat(codec.decode(foreign.getBytes(UTF_8)))
                    .isEqualTo(new Decoded.Unreadable("an event must be a JSON object"));
        }
        String noData = RETIRED.replace("{\"pattern_id\":\"p_1\",\"reason\":\"gone\"}", "[1]");
        assertThat(codec.decode(noData.getBytes(UTF_8))).isEqualTo(new Decoded.Unreadable("data must be an object"));
    }

    @Test
    void cutsAndCleansAReasonThatHoldsForeignText() {
        String foreign = RETIRED.replace("pattern.retired", "a\\n\\u0000b".repeat(2000));

        Decoded decoded = codec.decode(foreign.getBytes(UTF_8));

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .startsWith("type is not known: a b")
                                .hasSizeLessThan(500)
                                .doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void refusesTooManyBytesWithoutLookingAtThem() {
        assertThat(codec.decode(new byte[EventCodec.MAX_BYTES + 1]))
                .isEqualTo(
                        new Decoded.Unreadable("the message has 65537 bytes, more than the 65536 that the bus allows"));
    }

    @Test
    void refusesToWriteAnEventThatTheBusWouldNotTake() {
        Event<?> event = stateChanged(Map.of("forecast", "x".repeat(EventCodec.MAX_BYTES)));

        assertThatThrownBy(() -> codec.encode(event))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.kind()).isEqualTo(WireException.Kind.TOO_LARGE))
                .hasMessageStartingWith("state.changed has 65")
                .hasMessageEndingWith("more than the 65536 that the bus allows");
    }

    @Test
    void refusesToWriteWhatIsNoJson() {
        Event<?> event = stateChanged(Map.of("at", TIME));

        assertThatThrownBy(() -> codec.encode(event))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.kind()).isEqualTo(WireException.Kind.UNWRITABLE))
                .hasMessageContaining("change.attributes: not JSON-like: Instant");
    }

    @Test
    void refusesNestingWithoutEnd() {
        String deep = RETIRED.replace("\"gone\"", "[".repeat(30_000));

        assertThat(codec.decode(deep.getBytes(UTF_8))).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void neverThrowsWhateverTheBytesAre() throws IOException {
        // Given
        long seed = 20260301;
        Random random = new Random(seed);
        List<byte[]> samples = new ArrayList<>();
        for (Path sample : SchemaShelf.allSamples()) {
            samples.add(Files.readAllBytes(sample));
        }

        for (int round = 0; round < 1_000; round++) {
            byte[] message = samples.get(random.nextInt(samples.size())).clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }

            // When
            Decoded decoded = codec.decode(message);

            // Then
            assertThat(decoded).as("seed %d, round %d", seed, round).isNotNull();
        }
        assertThat(codec.decode(RETIRED.getBytes(UTF_16))).isEqualTo(new Decoded.Readable(retired()));
    }

    private static Event<PatternRetired> retired() {
        return new Event<>(
                new EventId("e-1"), HomeId.DEFAULT, "pattern", TIME, new PatternRetired(new PatternId("p_1"), "gone"));
    }

    private static Event<StateChanged> stateChanged(Map<String, Object> attributes) {
        StateChange change = new StateChange(
                new EntityId("weather.home"), null, "sunny", new Attributes(attributes), TIME, Context.UNKNOWN);
        return new Event<>(new EventId("e-2"), HomeId.DEFAULT, "data", TIME, new StateChanged(1, change));
    }
}
