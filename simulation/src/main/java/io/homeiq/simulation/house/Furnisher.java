package io.homeiq.simulation.house;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.simulation.engine.Chance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills the rooms of a home until it is as large as it should be: first what every home has, then more and more. */
public final class Furnisher {

    private static final int LEAST_ROOMS = 3;
    private static final int ENTITIES_A_ROOM = 11;
    private static final int ENTITIES_A_PERSON = 5;
    private static final int SPARE_LAMPS = 3;
    private static final double LEFT_OUT = 0.12;

    private final HomeConfig config;
    private final Tongue tongue;
    private final boolean opaque;
    private final Chance chance;
    private final List<Area> areas = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();
    private final List<Fixture> fixtures = new ArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private final Set<EntityId> taken = new HashSet<>();

    /**
     * A home without anything yet.
     *
     * @param opaque entity ids say nothing of what they are
     */
    public Furnisher(HomeConfig config, Tongue tongue, boolean opaque, Chance chance) {
        this.config = config;
        this.tongue = tongue;
        this.opaque = opaque;
        this.chance = chance.fork("furniture");
    }

    /**
     * Puts in things by room.
     *
     * @param size about how many entities there should be, people's own included
     */
    public Furnisher rooms(int size, int people) {
        int wanted = Math.max(8, size - people * ENTITIES_A_PERSON);
        List<Room> rooms = List.of(Room.values())
                .subList(0, Math.clamp(LEAST_ROOMS + size / ENTITIES_A_ROOM, 3, Room.values().length));
        rooms.forEach(room -> areas.add(new Area(areaId(room), tongue.room(room), null, List.of(), Set.of())));
        for (int layer = 0; things.size() < wanted && layer < 8; layer++) {
            for (Room room : rooms) {
                if (layer < room.usual().size() && things.size() < wanted && (layer < 2 || !chance.happens(LEFT_OUT))) {
                    put(room, room.usual().get(layer));
                }
            }
        }
        for (int i = 0; things.size() < wanted; i++) {
            Room room = rooms.get(i % rooms.size());
            put(room, i < SPARE_LAMPS * rooms.size() ? Role.LAMP : chance.happens(0.5) ? Role.TEMPERATURE : Role.POWER);
        }
        return this;
    }

    private String areaId(Room room) {
        return Slug.of(tongue.room(room));
    }

    private void put(Room room, Role role) {
        String name = tongue.room(room) + " " + tongue.thing(role);
        EntityId id = free(role, name);
        Thing thing = Thing.of(id.value(), name, areaId(room), chance.of(List.of("zha", "hue", "mqtt", "zwave_js")))
                .first(role.first());
        thing = role.deviceClass() == null ? thing : thing.kind(role.deviceClass());
        thing = role.unit() == null ? thing : thing.unit(role.unit());
        things.add(role == Role.LAMP || role == Role.READING_LAMP ? thing.dimming() : thing);
        fixtures.add(new Fixture(id, role, room));
    }

    private EntityId free(Role role, String name) {
        String base = opaque ? "0x" + Long.toHexString(chance.bits() >>> 8 | 1L << 55) : Slug.of(name);
        EntityId id = new EntityId(role.domain() + "." + base);
        for (int i = 2; !taken.add(id); i++) {
            id = new EntityId(role.domain() + "." + base + "_" + i);
        }
        return id;
    }

    /** Adds what tells of people: phones, and where they are if the home knows. */
    public Furnisher people(List<Resident> residents, boolean trackers) {
        for (Resident resident : residents) {
            String phone = resident.phone().objectId();
            single(Thing.of(
                            Signals.charging(resident).value(),
                            resident.name() + "'s phone charging",
                            null,
                            "mobile_app")
                    .partOf(phone)
                    .kind("battery_charging"));
            single(Thing.of(
                            resident.battery().value(),
                            "Battery of " + resident.name() + "'s phone",
                            null,
                            "mobile_app")
                    .partOf(phone)
                    .kind("battery")
                    .unit("%")
                    .first("80")
                    .diagnostic());
            if (trackers) {
                single(Thing.of(resident.person().value(), resident.name(), null, "person")
                        .computed()
                        .first("home"));
                single(Thing.of(resident.phone().value(), resident.name() + "'s phone", null, "mobile_app")
                        .first("home"));
                single(Thing.of(resident.wifi().value(), resident.name() + "'s phone in the network", null, "unifi")
                        .first("home"));
            }
        }
        if (trackers) {
            String all = String.valueOf(residents.size());
            single(Thing.of(Signals.ZONE.value(), "Home", null, "zone")
                    .computed()
                    .first(all));
        }
        return this;
    }

    /** Adds the sun, and a meter of the light outside if there is one. */
    public Furnisher sky(boolean lightMeter) {
        single(Thing.of(Signals.SUN.value(), "Sun", null, "sun").computed().first("below_horizon"));
        if (lightMeter) {
            single(Thing.of(Signals.DAYLIGHT.value(), "Brightness outside", null, "zha")
                    .kind("illuminance")
                    .unit("lx")
                    .first("0"));
        }
        return this;
    }

    /** Adds a group of lamps, a twin of a socket and a template, as far as there is something to repeat. */
    public Furnisher followers(boolean trackers) {
        List<EntityId> lamps = fixtures.stream()
                .filter(fixture -> fixture.room() == Room.LIVING)
                .map(Fixture::id)
                .filter(id -> id.domain().equals("light"))
                .toList();
        if (lamps.size() > 1) {
            follower(
                    Thing.of("light.living_group", tongue.room(Room.LIVING), areaId(Room.LIVING), "group")
                            .computed()
                            .dimming(),
                    lamps,
                    true);
        }
        fixtures.stream()
                .filter(fixture -> fixture.role() == Role.SOCKET)
                .findFirst()
                .ifPresent(socket -> {
                    String twin = "light." + socket.id().objectId() + "_as_light";
                    follower(
                            Thing.of(
                                            twin,
                                            tongue.room(socket.room()) + " " + tongue.thing(Role.SOCKET),
                                            null,
                                            "switch_as_x")
                                    .partOf(socket.id().objectId()),
                            List.of(socket.id()),
                            false);
                });
        if (trackers) {
            single(Thing.of(Signals.ANYONE.value(), "Anyone home", null, "template")
                    .computed()
                    .kind("presence")
                    .first("on"));
        }
        return this;
    }

    private void follower(Thing thing, List<EntityId> leaders, boolean group) {
        single(thing);
        followers.add(new Follower(thing.id(), leaders, group));
    }

    /** Adds a scene and a script. */
    public Furnisher shortcuts() {
        single(Thing.of(Signals.SCENE.value(), "Evening", null, "homeassistant")
                .computed()
                .first("unknown"));
        single(Thing.of(Signals.SCRIPT.value(), "Good night", null, "script").computed());
        return this;
    }

    /** Adds a lamp that follows the sun by itself. */
    public Furnisher driveway() {
        single(Thing.of(Signals.DRIVEWAY.value(), "Driveway", null, "tuya"));
        return this;
    }

    private void single(Thing thing) {
        if (taken.add(thing.id())) {
            things.add(thing);
        }
    }

    /** The furnished home, before any automation is set up in it. */
    public Furniture done(List<Resident> residents) {
        return new Furniture(config, residents, areas, things, fixtures, followers);
    }

    /** How an automation's own entity stands there. */
    static Thing thingOf(EntityId entity, String alias) {
        return Thing.of(entity.value(), alias, null, "automation").computed().first("on");
    }
}
