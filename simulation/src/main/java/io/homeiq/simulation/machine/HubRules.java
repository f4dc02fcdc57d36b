package io.homeiq.simulation.machine;

import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.Step;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Role;
import io.homeiq.simulation.house.Stock;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules in the hub of a maker: Home Assistant sees lamps go on and off by themselves, under contexts that tell
 * nothing.
 */
public final class HubRules implements Part {

    private final World world;
    private final Chance chance;
    private final List<Fixture> byClock = new ArrayList<>();
    private final List<Fixture> bySun = new ArrayList<>();
    private final List<Integer> minutes = new ArrayList<>();

    private HubRules(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** Sets up as many rules as there are lamps left for. */
    public static Part start(int count, Furniture furniture, Stock stock, World world, Chance chance) {
        HubRules rules = new HubRules(world, chance.fork("hub"));
        for (int i = 0; i < count; i++) {
            stock.take(Role.LAMP, Role.READING_LAMP, Role.SOCKET).ifPresent(lamp -> rules.add(lamp, furniture));
        }
        return rules;
    }

    private void add(Fixture lamp, Furniture furniture) {
        List<Fixture> motions = furniture.all(Role.MOTION);
        int kind = chance.below(motions.isEmpty() ? 2 : 3);
        if (kind == 0) {
            byClock.add(lamp);
            minutes.add(360 + 5 * chance.below(200));
        } else if (kind == 1) {
            bySun.add(lamp);
        } else {
            follow(lamp, chance.of(motions));
        }
    }

    private void follow(Fixture lamp, Fixture motion) {
        long reaction = chance.seconds(0.3, 0.9);
        long lasts = (1 + chance.below(6)) * 60_000_000L;
        world.watch(motion.id(), change -> {
            if (change.isTo("on") && world.is(lamp.id(), "off")) {
                later(world.now() + reaction, lamp, "on");
                later(world.now() + reaction + lasts, lamp, "off");
            }
        });
    }

    @Override
    public void plan(Day day) {
        for (int i = 0; i < byClock.size(); i++) {
            long start = day.minute(minutes.get(i));
            later(start + chance.seconds(0, 1.5), byClock.get(i), "on");
            later(start + 90 * 60_000_000L + chance.seconds(0, 1.5), byClock.get(i), "off");
        }
        for (Fixture lamp : bySun) {
            later(day.sun().set() + chance.seconds(0, 30), lamp, "on");
            later(day.minute(1_410) + chance.seconds(0, 1.5), lamp, "off");
        }
    }

    private void later(long time, Fixture lamp, String state) {
        world.at(time, () -> world.set(Step.of(lamp.id(), state, Actor.ITSELF)));
    }
}
