package io.homeiq.mining;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.mining.behaviour.MachineActs;
import io.homeiq.mining.behaviour.SecondLook;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.timeline.Household;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second look at who did what, taken once a day at most unless somebody asks for a fresh one. */
final class DailyLook {

    private final Household household;
    private final List<Automation> automations;
    private final HabitMiner habits;
    private @Nullable MachineActs machines;
    private boolean taken;
    private int day;

    DailyLook(Household household, List<Automation> automations, HabitMiner habits) {
        this.household = household;
        this.automations = automations;
        this.habits = habits;
    }

    /** Whether there ever was one, also by a miner that this one was read back from. */
    boolean isTaken() {
        return taken;
    }

    MachineActs today() {
        return taken && day == household.days().all().last() ? latest() : now();
    }

    /** The last one there was. */
    MachineActs latest() {
        MachineActs known = machines;
        if (known == null && taken) {
            // What the last look told of who did what stands until the next, so this one tells of nothing before it.
            known = SecondLook.at(household, automations);
            machines = known;
        }
        return known == null ? now() : known;
    }

    MachineActs now() {
        MachineActs found = SecondLook.at(household, automations);
        habits.unlearn(found.apply());
        machines = found;
        taken = true;
        day = household.days().isEmpty() ? day : household.days().all().last();
        return found;
    }

    /** What the look showed follows from the home, and is seen again when somebody asks. */
    void write(MemoryWriter out) throws IOException {
        out.flag(taken);
        out.number(day);
    }

    void read(MemoryReader in) throws IOException {
        taken = in.flag();
        day = in.integer();
    }
}
