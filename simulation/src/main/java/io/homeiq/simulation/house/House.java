package io.homeiq.simulation.house;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.User;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.simulation.engine.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sample home as it stands there: what the registry says of it, and how its entities begin. */
public final class House {

    private static final List<String> GROUND_FLOOR =
            List.of("hall", "kitchen", "pantry", "living_room", "garage", "garden");
    private static final List<String> FIRST_FLOOR = List.of("bedroom", "bathroom", "office");
    private static final String SUPERVISOR = "5f9a4b3c0d1e4f8a2b6c5d4e3f2a1b0c";

    private final HomeConfig config;
    private final List<Resident> residents;
    private final List<Thing> things;

    /**
     * Furnishes the house.
     *
     * @param sensors how many measuring sensors it has beside its usual things
     */
    public House(HomeConfig config, List<Resident> residents, List<Automation> automations, int sensors) {
        this.config = config;
        this.residents = List.copyOf(residents);
        List<Thing> all = new ArrayList<>(Things.ofTheHouse());
        residents.forEach(resident -> addThingsOf(resident, all));
        automations.forEach(
                automation -> all.add(Thing.of(entityOf(automation).value(), automation.alias(), null, "automation")
                        .computed()
                        .first("on")));
        for (int i = 0; i < sensors; i++) {
            all.add(Thing.of(sensor(i).value(), "Measure " + i, areaOf(i), "zha")
                    .kind("temperature")
                    .unit("°C")
                    .first("20.0"));
        }
        this.things = List.copyOf(all);
    }

    private static void addThingsOf(Resident resident, List<Thing> all) {
        String phone = resident.phone().objectId();
        all.add(Thing.of(resident.person().value(), resident.name(), null, "person")
                .computed()
                .first("home"));
        all.add(Thing.of(resident.phone().value(), resident.name() + "'s phone", null, "mobile_app")
                .first("home"));
        all.add(Thing.of(resident.wifi().value(), resident.name() + "'s phone in the network", null, "unifi")
                .first("home")
                .label("network"));
        all.add(Thing.of(resident.battery().value(), "Battery of " + resident.name() + "'s phone", null, "mobile_app")
                .partOf(phone)
                .kind("battery")
                .unit("%")
                .first("80")
                .diagnostic());
    }

    private static String areaOf(int sensor) {
        return GROUND_FLOOR.get(sensor % GROUND_FLOOR.size());
    }

    /** The additional sensor of this number, from 0 on. */
    public static EntityId sensor(int number) {
        return new EntityId("sensor.measure_" + number);
    }

    /** The entity under which Home Assistant shows an automation. */
    public static EntityId entityOf(Automation automation) {
        String slug = automation.alias().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return new EntityId("automation." + slug);
    }

    /** How many entities there are. */
    public int size() {
        return things.size();
    }

    /** Puts everything into the world as it is when the simulation begins. */
    public void moveInto(World world) {
        for (Thing thing : things) {
            Map<String, Attributes> looks = thing.looks();
            Attributes plain = looks.getOrDefault("", Attributes.NONE);
            world.add(thing.id(), thing.first(), state -> looks.getOrDefault(state, plain));
        }
    }

    public HomeRegistry registry() {
        List<Area> areas = new ArrayList<>();
        GROUND_FLOOR.forEach(id -> areas.add(area(id, "ground")));
        FIRST_FLOOR.forEach(id -> areas.add(area(id, "first")));
        List<User> users = new ArrayList<>();
        residents.forEach(resident -> users.add(new User(resident.user(), resident.name(), false, true)));
        users.add(new User(SUPERVISOR, "Supervisor", true, true));
        return new HomeRegistry(
                config, areas, devices(), things.stream().map(Thing::entity).toList(), users);
    }

    private static Area area(String id, String floor) {
        String name =
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('_', ' ');
        return new Area(id, name, floor, List.of(), Set.of());
    }

    private List<Device> devices() {
        Map<String, Device> devices = new LinkedHashMap<>();
        for (Thing thing : things) {
            if (thing.device() != null) {
                String id = "device_" + thing.device();
                String maker = thing.platform().equals("hue") ? "Signify" : "Sample works";
                devices.putIfAbsent(
                        id, new Device(id, thing.name(), thing.area(), null, maker, thing.platform(), Set.of()));
            }
        }
        return List.copyOf(devices.values());
    }
}
