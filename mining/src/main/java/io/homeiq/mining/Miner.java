package io.homeiq.mining;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.behaviour.MachineActs;
import io.homeiq.mining.behaviour.SecondLook;
import io.homeiq.mining.habit.ExistingAutomations;
import io.homeiq.mining.habit.HabitMiner;
import io.homeiq.mining.habit.KnownPatterns;
import io.homeiq.mining.habit.Standards;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.synergy.SynergySearch;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds and proves the habits of one home, event by event or over all that it has seen. Memory is bounded by entities and
 * days, not by events. For one thread at a time.
 */
public final class Miner {

    private final HomeId home;
    private final List<Automation> automations;
    private final Attributor attributor;
    private final Household household;
    private final HabitMiner habits;
    private final KnownPatterns known = new KnownPatterns();
    private final MiningSettings settings;
    private final Attention attention = new Attention();
    private @Nullable MachineActs machines;
    private int lookedOn;
    private long events;

    public Miner(HomeId home, HomeRegistry registry, List<Automation> automations, MiningSettings settings) {
        this.home = home;
        this.automations = List.copyOf(automations);
        this.attributor = new Attributor(registry);
        this.household = new Household(registry);
        this.settings = settings;
        this.habits = new HabitMiner(
                home,
                household,
                new SafetyPolicy(registry),
                new ExistingAutomations(automations),
                new Standards(settings.falseDiscoveryRate(), settings.minFirings(), settings.minAgreement()));
    }

    /** Patterns found before: what is found again keeps its id although its numbers moved, and is not fresh. */
    public void remember(List<Pattern> patterns) {
        known.addAll(patterns);
    }

    /**
     * Takes in one event.
     *
     * @param event in order of time; up to a minute late is put in its place, yet explains nothing that came before it
     * @return who caused it, as far as the past tells; {@link #secondOpinion} may know better later
     */
    public Attribution accept(HomeEvent event) {
        events++;
        Attribution attribution = attributor.accept(event);
        if (event instanceof StateChange change) {
            household.note(change, attribution);
            habits.unlearn(change.time().toEpochMilli());
            if (attribution.act()) {
                attention.touch(change.entityId());
            }
        }
        return attribution;
    }

    /**
     * Patterns that the events accepted since the last call proved for the first time or changed materially. An entity
     * that changes all the time is looked at once in a while.
     */
    public List<Pattern> fresh() {
        // Most changes are no acts, and cost nothing more than this question.
        if (attention.isEmpty() || !isLongEnough()) {
            return List.of();
        }
        List<EntityId> due = attention.due(household.days().lastTime());
        List<Pattern> fresh = new ArrayList<>();
        if (!due.isEmpty()) {
            MachineActs today = lookOnceADay();
            DayRange learned = learned();
            DayRange heldOut = household.days().all().after(learned);
            for (EntityId entity : due) {
                habits.unlearn(today.apply(entity));
                known.identify(habits.provenOf(entity, learned, heldOut)).stream()
                        .filter(known::isNews)
                        .forEach(fresh::add);
            }
        }
        known.addAll(fresh);
        return fresh;
    }

    private MachineActs lookOnceADay() {
        MachineActs known = machines;
        return known != null && lookedOn == household.days().all().last() ? known : look();
    }

    private MachineActs look() {
        MachineActs found = SecondLook.at(household, automations);
        habits.unlearn(found.apply());
        machines = found;
        lookedOn =
                household.days().isEmpty() ? lookedOn : household.days().all().last();
        return found;
    }

    /**
     * Who caused a change that was accepted, with all that is known since: a machine's regularity shows only over days.
     * It is that of the last analysis, or of now if there was none.
     *
     * @param first what {@link #accept} said of it
     */
    public Attribution secondOpinion(StateChange change, Attribution first) {
        MachineActs known = machines;
        return (known == null ? look() : known).of(change, first);
    }

    /** Forgets which entities were touched: after history was filled back, {@link #analyse} is the better look at it. */
    public void settle() {
        attention.clear();
    }

    /** Everything found so far, each with its held-out evidence. The same events give the same analysis. */
    public Analysis analyse(Progress progress) {
        if (household.days().isEmpty()) {
            return new Analysis(null, List.of(), events, List.of("There is no state change in the history."));
        }
        progress.at("telling machines from people", 0);
        look();
        DayRange all = household.days().all();
        DayRange learned = learned();
        List<String> notes = new ArrayList<>();
        List<Pattern> patterns = List.of();
        if (isLongEnough()) {
            patterns = known.identify(
                    habits.everything(learned, all.after(learned), share -> progress.at("searching habits", share)));
        } else {
            notes.add("Only " + household.days().livedIn(all) + " days on which anybody did anything by hand; at least "
                    + settings.minDays() + " are needed before anything is proposed.");
        }
        progress.at("done", 1);
        Period period = new Period(
                Instant.ofEpochMilli(household.days().firstTime()),
                Instant.ofEpochMilli(household.days().lastTime()),
                all.days(),
                learned.days(),
                all.days() - learned.days());
        return new Analysis(period, patterns, events, notes);
    }

    /**
     * A search for devices that would go well together, in the history as it is.
     *
     * @param patterns what an analysis of it found
     * @return empty while the history is too short to say anything
     */
    public Optional<SynergySearch> synergies(List<Pattern> patterns) {
        return isLongEnough()
                ? Optional.of(new SynergySearch(home, household, automations, patterns))
                : Optional.empty();
    }

    private boolean isLongEnough() {
        return !household.days().isEmpty()
                && household.days().livedIn(household.days().all()) >= settings.minDays();
    }

    private DayRange learned() {
        return household.days().all().firstShare(settings.learnedShare());
    }
}
