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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A home as it is furnished: what people and machines find in it, and what the registry says of it. */
public final class Furniture {

    private final HomeConfig config;
    private final List<Resident> residents;
    private final List<Area> areas;
    private final List<Thing> things;
    private final List<Fixture> fixtures;
    private final List<Follower> followers;

    Furniture(
            HomeConfig config,
            List<Resident> residents,
            List<Area> areas,
            List<Thing> things,
            List<Fixture> fixtures,
            List<Follower> followers) {
        this.config = config;
        this.residents = List.copyOf(residents);
        this.areas = List.copyOf(areas);
        this.things = List.copyOf(things);
        this.fixtures = List.copyOf(fixtures);
        this.followers = List.copyOf(followers);
    }

    /** The same with automations set up in it. */
    public Furniture with(List<Automation> automations) {
        List<Thing> all = new ArrayList<>(things);
        automations.forEach(automation -> all.add(Furnisher.thingOf(House.entityOf(automation), automation.alias())));
        return new Furniture(config, residents, areas, all, fixtures, followers);
    }

    /** What only repeats other entities. */
    public List<Follower> followers() {
        return followers;
    }

    /** Everything with a role, room by room. */
    public List<Fixture> fixtures() {
        return fixtures;
    }

    public List<Fixture> all(Role role) {
        return fixtures.stream().filter(fixture -> fixture.role() == role).toList();
    }

    public Optional<Fixture> in(Room room, Role role) {
        return all(role).stream().filter(fixture -> fixture.room() == room).findFirst();
    }

    /** The door by which people come and go, if it has a sensor. */
    public Optional<Fixture> entrance() {
        List<Fixture> doors = all(Role.DOOR);
        return doors.isEmpty() ? Optional.empty() : Optional.of(doors.getLast());
    }

    public boolean has(EntityId entity) {
        return things.stream().anyMatch(thing -> thing.id().equals(entity));
    }

    /** What people call it. */
    public String nameOf(EntityId entity) {
        return things.stream()
                .filter(thing -> thing.id().equals(entity))
                .map(Thing::name)
                .findFirst()
                .orElse(entity.value());
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
        Map<String, Device> devices = new LinkedHashMap<>();
        for (Thing thing : things) {
            if (thing.device() != null) {
                String id = "device_" + thing.device();
                devices.putIfAbsent(
                        id,
                        new Device(id, thing.name(), thing.area(), null, "Sample works", thing.platform(), Set.of()));
            }
        }
        List<User> users = residents.stream()
                .map(resident -> new User(resident.user(), resident.name(), false, true))
                .toList();
        return new HomeRegistry(
                config,
                areas,
                List.copyOf(devices.values()),
                things.stream().map(Thing::entity).toList(),
                users);
    }
}
