package io.homeiq.simulation.bench;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.HouseClock;
import io.homeiq.simulation.habit.Habit;
import io.homeiq.simulation.habit.HabitBook;
import io.homeiq.simulation.habit.Setting;
import io.homeiq.simulation.house.Furnisher;
import io.homeiq.simulation.house.Furniture;
import io.homeiq.simulation.house.Resident;
import io.homeiq.simulation.house.Stock;
import io.homeiq.simulation.machine.AutomationBook;
import io.homeiq.simulation.traits.Dweller;
import io.homeiq.simulation.traits.TraitBook;
import io.homeiq.simulation.traits.Traits;
import java.time.LocalDate;
import java.util.List;

/**
 * A home before anybody lives in it.
 *
 * @param stock things that neither a habit nor an automation took
 */
record Blueprint(
        Traits traits,
        HouseClock clock,
        Furniture furniture,
        List<Habit> habits,
        List<Automation> automations,
        Stock stock,
        Chance chance) {

    private static final LocalDate EARLIEST = LocalDate.of(2025, 1, 6);
    private static final int YEAR = 364;

    static Blueprint of(BenchSettings settings) {
        Chance chance = new Chance(settings.seed()).fork("bench " + BenchSet.VERSION);
        Traits traits = TraitBook.draw(chance, settings.contexts().hiddenUsers());
        LocalDate any = EARLIEST.plusDays(chance.fork("first day").below(YEAR));
        LocalDate firstDay = settings.firstDay() == null ? any : settings.firstDay();
        HouseClock clock =
                new HouseClock(firstDay, traits.place().zone(), traits.place().location());
        Furniture furniture = furnish(traits, chance);
        Stock stock = new Stock(furniture.fixtures(), chance);
        List<Habit> habits = settings.nullHome()
                ? List.of()
                : HabitBook.draw(new Setting(traits, furniture, clock, settings.days()), stock, chance);
        List<Automation> automations =
                AutomationBook.draw(traits.confounders().automations(), furniture, stock, chance);
        return new Blueprint(traits, clock, furniture.with(automations), habits, automations, stock, chance);
    }

    private static Furniture furnish(Traits traits, Chance chance) {
        List<Resident> residents =
                traits.people().stream().map(Dweller::resident).toList();
        HomeConfig config =
                new HomeConfig("Home", traits.place().zone(), traits.place().location());
        Furnisher furnisher = new Furnisher(config, traits.place().tongue(), traits.opaqueNames(), chance)
                .rooms(traits.size(), residents.size())
                .people(residents, traits.trackers())
                .sky(traits.lightMeter());
        if (traits.confounders().groups()) {
            furnisher.followers(traits.trackers());
        }
        if (traits.confounders().shortcuts()) {
            furnisher.shortcuts();
        }
        if (traits.confounders().deviceTimers() > 0) {
            furnisher.driveway();
        }
        return furnisher.done(residents);
    }
}
