package io.homeiq.simulation.house;

import java.util.ArrayList;
import java.util.List;

/** Everything that stands in the sample home, room by room. */
final class Things {

    private final List<Thing> all = new ArrayList<>();

    private Things() {}

    /** All but people's own, what automations add, and the additional sensors. */
    static List<Thing> ofTheHouse() {
        Things things = new Things();
        things.lamps();
        things.sockets();
        things.movables();
        things.eyes();
        things.meters();
        things.computed();
        return things.all;
    }

    private void lamps() {
        lamp("light.hall", "Hall light", "hall");
        lamp("light.kitchen", "Kitchen light", "kitchen");
        lamp("light.living_room", "Living room light", "living_room");
        lamp("light.floor_lamp", "Floor lamp", "living_room");
        lamp("light.desk", "Desk lamp", "office");
        lamp("light.office", "Office light", "office");
        lamp("light.bedroom", "Bedroom light", "bedroom");
        lamp("light.bathroom", "Bathroom light", "bathroom");
        all.add(Thing.of("light.pantry", "Pantry light", "pantry", "zha"));
        all.add(Thing.of("light.porch", "Porch light", "garden", "zha"));
        all.add(Thing.of("light.terrace", "Terrace light", "garden", "zha"));
        all.add(Thing.of("light.driveway", "Driveway light", "garden", "tuya"));
        all.add(Thing.of("light.garden_spot", "Garden spot", "garden", "switch_as_x")
                .partOf("garden_spot"));
    }

    private void lamp(String id, String name, String area) {
        all.add(Thing.of(id, name, area, "hue").dimming());
    }

    private void sockets() {
        all.add(socket("switch.coffee_machine", "Coffee machine", "kitchen", "zha"));
        all.add(socket("switch.kettle", "Kettle", "kitchen", "zha"));
        all.add(socket("switch.aquarium_light", "Aquarium light", "living_room", "zha"));
        all.add(socket("switch.garden_spot", "Garden spot outlet", "garden", "zha"));
        all.add(socket("switch.fountain", "Fountain", "garden", "tuya"));
        all.add(Thing.of("input_boolean.guests", "Guests", null, "input_boolean")
                .computed());
    }

    private static Thing socket(String id, String name, String area, String platform) {
        return Thing.of(id, name, area, platform).kind("outlet");
    }

    private void movables() {
        all.add(Thing.of("media_player.tv", "TV", "living_room", "webostv").kind("tv"));
        all.add(Thing.of("media_player.radio", "Kitchen radio", "kitchen", "cast")
                .kind("speaker"));
        all.add(Thing.of("cover.bedroom_shutter", "Bedroom shutter", "bedroom", "zwave_js")
                .kind("shutter")
                .first("closed"));
        all.add(Thing.of("cover.living_blind", "Living room blind", "living_room", "zwave_js")
                .kind("blind")
                .first("open"));
        all.add(Thing.of("cover.garage_door", "Garage door", "garage", "zwave_js")
                .kind("garage")
                .first("closed"));
        all.add(Thing.of("lock.front_door", "Front door lock", "hall", "zwave_js")
                .first("locked"));
        all.add(Thing.of("alarm_control_panel.house", "House alarm", "hall", "alarmdotcom")
                .first("disarmed"));
        all.add(Thing.of("climate.living_room", "Living room thermostat", "living_room", "tado")
                .first("heat"));
        all.add(Thing.of("fan.bathroom", "Bathroom fan", "bathroom", "zha"));
        all.add(Thing.of("vacuum.robot", "Robot vacuum", "living_room", "roborock")
                .first("docked"));
    }

    private void eyes() {
        eye("hall_motion", "Hall motion", "hall", "motion", "hue");
        eye("kitchen_motion", "Kitchen motion", "kitchen", "motion", "hue");
        eye("living_motion", "Living room motion", "living_room", "motion", "hue");
        eye("bathroom_motion", "Bathroom motion", "bathroom", "motion", "hue");
        eye("office_occupancy", "Office occupancy", "office", "occupancy", "esphome");
        eye("street_motion", "Street camera motion", "garden", "motion", "unifi");
        eye("front_door", "Front door", "hall", "door", "zha");
        eye("back_door", "Back door", "kitchen", "door", "zha");
        eye("pantry_door", "Pantry door", "pantry", "door", "zha");
        eye("bathroom_window", "Bathroom window", "bathroom", "window", "zha");
        for (String name : List.of("hall_motion", "kitchen_motion", "front_door", "pantry_door")) {
            all.add(Thing.of("sensor." + name + "_battery", "Battery of " + name, null, "zha")
                    .partOf(name)
                    .kind("battery")
                    .unit("%")
                    .first("90")
                    .diagnostic());
        }
    }

    private void eye(String id, String name, String area, String kind, String platform) {
        all.add(Thing.of("binary_sensor." + id, name, area, platform).kind(kind));
    }

    private void meters() {
        meter("outdoor_light", "Outdoor light", "garden", "illuminance", "lx");
        meter("outdoor_temperature", "Outdoor temperature", "garden", "temperature", "°C");
        meter("living_temperature", "Living room temperature", "living_room", "temperature", "°C");
        meter("bathroom_humidity", "Bathroom humidity", "bathroom", "humidity", "%");
        meter("house_power", "House power", "hall", "power", "W");
        all.add(Thing.of("sensor.tv_power", "TV power", "living_room", "shelly")
                .kind("power")
                .unit("W")
                .first("0.4"));
        all.add(Thing.of("sensor.washing_machine_power", "Washing machine power", "bathroom", "shelly")
                .kind("power")
                .unit("W")
                .first("1.1"));
    }

    private void meter(String id, String name, String area, String kind, String unit) {
        all.add(Thing.of("sensor." + id, name, area, "zha")
                .kind(kind)
                .unit(unit)
                .first("0"));
    }

    private void computed() {
        all.add(Thing.of("light.living_group", "Living room lights", "living_room", "group")
                .computed()
                .dimming());
        all.add(Thing.of("binary_sensor.anyone_home", "Anyone home", null, "template")
                .computed()
                .kind("presence")
                .first("on"));
        all.add(Thing.of("binary_sensor.dark_outside", "Dark outside", "garden", "template")
                .computed()
                .kind("light"));
        all.add(Thing.of("binary_sensor.washing_machine", "Washing machine", "bathroom", "template")
                .computed()
                .kind("running"));
        all.add(Thing.of("sun.sun", "Sun", null, "sun").computed().first("below_horizon"));
        all.add(Thing.of("scene.movie", "Movie", "living_room", "homeassistant")
                .computed()
                .first("unknown"));
        all.add(Thing.of("script.good_night", "Good night", null, "script").computed());
    }
}
