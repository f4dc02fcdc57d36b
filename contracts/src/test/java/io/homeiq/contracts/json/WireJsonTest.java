package io.homeiq.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.home.User;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireJsonTest {

    private static final Instant TIME = Instant.parse("2026-03-01T06:45:02Z");
    private static final EntityId LAMP = new EntityId("light.hall");

    private final WireJson json = new WireJson();

    @Test
    void registryComesBackAsItWas() {
        // Given
        HomeRegistry registry = new HomeRegistry(
                new HomeConfig("Our home", ZoneId.of("Europe/Amsterdam"), new Location(52.1, 5.1, -2)),
                List.of(
                        new Area("hall", "Hall", "ground", List.of("Entrance"), Set.of("quiet")),
                        new Area("bath", "Bath", null, List.of(), Set.of())),
                List.of(new Device("d1", "Lamp", "hall", null, "Signify", "LCT015", Set.of("b", "a"))),
                List.of(
                        Entity.unregistered(LAMP),
                        new Entity(
                                new EntityId("sensor.lux"),
                                "Lux",
                                "mqtt",
                                "d1",
                                null,
                                Set.of("x"),
                                List.of("light meter"),
                                true,
                                true,
                                "diagnostic",
                                "illuminance",
                                "lx")),
                List.of(new User("u1", "Ann", false, true)));

        // When
        HomeRegistry read = json.read(json.toBytes(registry), HomeRegistry.class);

        // Then
        assertThat(read).isEqualTo(registry);
        assertThat(read.areaOf(new EntityId("sensor.lux"))).map(Area::name).contains("Hall");
        assertThat(json.read(json.toText(HomeRegistry.EMPTY), HomeRegistry.class))
                .isEqualTo(HomeRegistry.EMPTY);
    }

    @Test
    void everyFormOfHomeEventComesBackAsItWas() {
        List<HomeEvent> events = List.of(
                new StateChange(LAMP, "off", "on", new Attributes(Map.of("brightness", 7)), TIME, Context.UNKNOWN),
                new ServiceCall("light", "turn_on", List.of(LAMP), Attributes.NONE, TIME, new Context("c", null, "u")),
                new CoreStarted(TIME, Context.UNKNOWN));

        assertThat(json.readList(json.toText(events, HomeEvent.class), HomeEvent.class))
                .isEqualTo(events);
        for (HomeEvent event : events) {
            Sequenced sequenced = new Sequenced(9, event);
            assertThat(json.read(json.toBytes(sequenced), Sequenced.class)).isEqualTo(sequenced);
        }
    }

    @Test
    void listOfASealedTypeCarriesTheWordThatTellsItsMembersApart() {
        List<Trigger> triggers = List.of(TimeTrigger.at(LocalTime.of(6, 45)));

        String text = json.toText(triggers, Trigger.class);

        assertThat(text).isEqualTo("[{\"type\":\"time\",\"at\":[\"06:45:00\"]}]");
        assertThat(json.readList(text, Trigger.class)).isEqualTo(triggers);
    }

    @Test
    void setsAreWrittenInOrder() {
        TimeCondition condition = TimeCondition.on(Set.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY, DayOfWeek.MONDAY));

        assertThat(json.toText(condition))
                .isEqualTo("{\"type\":\"time\",\"weekdays\":[\"monday\",\"friday\",\"sunday\"]}");
    }

    @Test
    void verbatimTreeKeepsItsOrderItsNullsAndItsKindsOfNumber() {
        String text = "{\"z\":null,\"a\":[1,2147483648,12345678901234567890,0.5,true,{\"n\":null}],\"b\":{}}";

        assertThat(json.toText(json.read(text, Verbatim.class))).isEqualTo(text);
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        assertThat(json.read("{\"later\":{\"x\":1},\"duration\":\"PT5M\",\"type\":\"delay\"}", Delay.class))
                .isEqualTo(new Delay(Duration.ofMinutes(5)));
    }

    @Test
    void namesWhatAndWhereInOneLine() {
        assertThatThrownBy(() ->
                        json.read("{\"config\":{\"name\":\"x\",\"time_zone\":\"Mars/Base\"}}", HomeRegistry.class))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.kind()).isEqualTo(WireException.Kind.UNREADABLE))
                .hasMessage("cannot read HomeRegistry: config.time_zone: Unknown time-zone ID: Mars/Base");
        assertThatThrownBy(() -> json.read("null".getBytes(UTF_8), Delay.class))
                .hasMessage("cannot read Delay: the document is null");
        assertThatThrownBy(() -> json.read("{\"duration\":\"PT-1S\"}", Delay.class))
                .hasMessage("cannot read Delay: a delay must be zero or more, was: PT-1S");
        assertThatThrownBy(() -> json.readList("[null]", Delay.class))
                .hasMessage("cannot read a list of Delay: [0] is null");
        assertThatThrownBy(() -> json.readList("{}", Delay.class)).isInstanceOf(WireException.class);
    }

    @Test
    void doesNotBendOneTypeIntoAnother() {
        for (String user : List.of(
                "{\"id\":1,\"name\":\"x\",\"system_generated\":false,\"active\":true}",
                "{\"id\":\"1\",\"name\":true,\"system_generated\":false,\"active\":true}",
                "{\"id\":\"1\",\"name\":\"x\",\"system_generated\":\"false\",\"active\":true}",
                "{\"id\":\"1\",\"name\":\"x\",\"system_generated\":0,\"active\":true}",
                "{\"id\":\"1\",\"name\":\"x\",\"system_generated\":null,\"active\":true}",
                "{\"id\":\"1\",\"name\":\"x\",\"active\":true}")) {
            assertThatThrownBy(() -> json.read(user, User.class)).as(user).isInstanceOf(WireException.class);
        }
    }

    @Test
    void nobodyCanConfigureTheSharedMapper() {
        ObjectMapper mapper = json.mapper();

        mapper.deactivateDefaultTyping();
        mapper.setPropertyNamingStrategy(com.fasterxml.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE);

        assertThat(json.toText(new User("u", "Ann", true, false))).contains("\"system_generated\":true");
        assertThat(json.mapper().<JsonNode>valueToTree(LAMP).asText()).isEqualTo("light.hall");
    }

    @Test
    void aStrictReaderNamesTheFieldThatItDoesNotKnow() {
        // Given
        byte[] user = "{\"id\":\"u1\",\"name\":\"Ann\",\"system_generated\":false,\"active\":true,\"colour\":1}"
                .getBytes(UTF_8);

        // Then
        assertThat(json.read(user, User.class).name()).isEqualTo("Ann");
        assertThatThrownBy(() -> json.readStrictly(user, User.class, "the body"))
                .isInstanceOf(WireException.class)
                .hasMessage(
                        "cannot read the body: colour: is not known here; there are active, id, name, system_generated");
    }
}
