package io.homeiq.automation.device;

import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.suggestion.Mode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;

/**
 * What Home Assistant is told of the device, in its form for device discovery (one document with all entities). All entities are of
 * a category, so that nobody, HomeIQ included, takes them for devices of daily life.
 */
final class DiscoveryDocument {

    private static final String CONFIG = "config";
    private static final String DIAGNOSTIC = "diagnostic";

    private final HomeId home;
    private final String version;

    DiscoveryDocument(HomeId home, String version) {
        this.home = home;
        this.version = version;
    }

    /** Of the device, and the first part of the ids of its entities. */
    static String id(HomeId home) {
        return "homeiq_" + home.value();
    }

    Buffer write() {
        JsonObject device = new JsonObject()
                .put("identifiers", new JsonArray().add(id(home)))
                .put("name", home.equals(HomeId.DEFAULT) ? "HomeIQ" : "HomeIQ " + home.value())
                .put("manufacturer", "HomeIQ")
                .put("model", "Habits and automations")
                .put("sw_version", version);
        JsonObject components = new JsonObject();
        sensors(components);
        buttons(components);
        choices(components);
        return new JsonObject()
                .put("device", device)
                .put("origin", new JsonObject().put("name", "homeiq").put("sw_version", version))
                .put("availability", availability())
                .put("availability_mode", "all")
                .put("qos", 1)
                .put("components", components)
                .toBuffer();
    }

    /** The process that holds the connection, whose last will it is; and the service behind the buttons. */
    private JsonArray availability() {
        return new JsonArray()
                .add(new JsonObject().put("topic", Topic.state(home, "bridge").value()))
                .add(new JsonObject()
                        .put("topic", Topic.device(home, "presence").value()));
    }

    private String state() {
        return Topic.device(home, "state").value();
    }

    private JsonObject component(JsonObject all, String key, String platform, String name) {
        JsonObject component = new JsonObject()
                .put("platform", platform)
                .put("unique_id", id(home) + "_" + key)
                .put("name", name);
        all.put(key, component);
        return component;
    }

    private void sensors(JsonObject all) {
        component(all, "pending", "sensor", "Pending suggestions")
                .put("entity_category", DIAGNOSTIC)
                .put("icon", "mdi:lightbulb-on-outline")
                .put("state_class", "measurement")
                .put("state_topic", state())
                .put("value_template", "{{ value_json.pending }}")
                .put("json_attributes_topic", state())
                .put(
                        "json_attributes_template",
                        "{{ {'on_trial': value_json.on_trial, 'suggestions': value_json.suggestions} | to_json }}");
        component(all, "best", "sensor", "Best suggestion")
                .put("entity_category", DIAGNOSTIC)
                .put("icon", "mdi:star-outline")
                .put("state_topic", state())
                .put("value_template", "{{ value_json.best.title if value_json.best is defined else 'none' }}")
                .put("json_attributes_topic", state())
                .put("json_attributes_template", "{{ value_json.best | default({}) | to_json }}");
        component(all, "answer", "sensor", "Last answer")
                .put("entity_category", DIAGNOSTIC)
                .put("icon", "mdi:comment-check-outline")
                .put("state_topic", state())
                .put("value_template", "{{ value_json.answer | default('none') }}");
        component(all, "suggestion", "event", "Suggestion")
                .put("entity_category", DIAGNOSTIC)
                .put("icon", "mdi:lightbulb-alert-outline")
                .put("state_topic", Topic.device(home, "news").value())
                .put("event_types", words(DeviceNews.Kind.values()));
    }

    /** A press carries what the button itself shows, so it can never mean a suggestion that came up behind it. */
    private void buttons(JsonObject all) {
        String pressed = "{{ {'suggestion_id': this.attributes.suggestion_id | default(''),"
                + " 'shown': this.attributes.shown | default('')} | to_json }}";
        JsonArray available = availability()
                .add(new JsonObject()
                        .put("topic", state())
                        .put("value_template", "{{ 'online' if value_json.best is defined else 'offline' }}"));
        component(all, "approve", "button", "Approve best suggestion")
                .put("entity_category", CONFIG)
                .put("icon", "mdi:thumb-up-outline")
                .put("availability", available)
                .put(
                        "command_topic",
                        Topic.command(home, CommandType.APPROVE_SHOWN).value())
                .put("command_template", pressed)
                .put("json_attributes_topic", state())
                .put("json_attributes_template", "{{ value_json.best | default({}) | to_json }}");
        component(all, "reject", "button", "Reject best suggestion")
                .put("entity_category", CONFIG)
                .put("icon", "mdi:thumb-down-outline")
                .put("availability", available.copy())
                .put(
                        "command_topic",
                        Topic.command(home, CommandType.REJECT_SHOWN).value())
                .put("command_template", pressed)
                .put("json_attributes_topic", state())
                .put("json_attributes_template", "{{ value_json.best | default({}) | to_json }}");
        component(all, "analyse", "button", "Run analysis")
                .put("entity_category", CONFIG)
                .put("icon", "mdi:magnify")
                .put(
                        "command_topic",
                        Topic.command(home, CommandType.RUN_ANALYSIS).value())
                .put("payload_press", "{}");
    }

    private void choices(JsonObject all) {
        component(all, "learning", "switch", "Learning")
                .put("entity_category", CONFIG)
                .put("icon", "mdi:school-outline")
                .put("state_topic", state())
                .put("value_template", "{{ 'on' if value_json.learning else 'off' }}")
                .put("state_on", "on")
                .put("state_off", "off")
                .put(
                        "command_topic",
                        Topic.command(home, CommandType.SET_LEARNING).value())
                .put("payload_on", "{\"on\": true}")
                .put("payload_off", "{\"on\": false}");
        component(all, "mode", "select", "Mode")
                .put("entity_category", CONFIG)
                .put("icon", "mdi:tune")
                .put("state_topic", state())
                .put("value_template", "{{ value_json.mode }}")
                .put("options", words(Mode.values()))
                .put("command_topic", Topic.command(home, CommandType.SET_MODE).value())
                .put("command_template", "{{ {'mode': value} | to_json }}");
    }

    private static JsonArray words(Enum<?>... constants) {
        return new JsonArray(Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList());
    }
}
