package io.homeiq.mining;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.mining.anomaly.AnomalySearch;
import io.homeiq.mining.anomaly.AnomalyWatch;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.behaviour.MachineActs;
import io.homeiq.mining.habit.proof.KnownPatterns;
import io.homeiq.mining.habit.proof.Standards;
import io.homeiq.mining.habit.rule.ExistingAutomations;
import io.homeiq.mining.memory.MemoryException;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.synergy.SynergySearch;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

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
    private final HistoryRemarks remarks = new HistoryRemarks();
    private final AnomalyWatch anomalies;
    private final DailyLook look;
    private int begun;
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
                new Standards(
                        settings.falseDiscoveryRate(),
                        settings.minFirings(),
                        settings.minAgreement(),
                        settings.habitHalfLife()));
        this.look = new DailyLook(household, this.automations, habits);
        this.anomalies = new AnomalyWatch(new AnomalySearch(home, household, settings.falseDiscoveryRate()));
    }

    /** Patterns found before: what is found again keeps its id although its numbers moved, and is not fresh. */
    public void remember(List<Pattern> patterns) {
        known.addAll(patterns);
        anomalies.remember(patterns);
    }

    /** As {@link #remember}, in place of all that were known before: no habit takes the id of one that is known no more. */
    public void rememberOnly(List<Pattern> patterns) {
        known.clear();
        remember(patterns);
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
            remarks.note(change, household.calendar().dayOf(change.time().toEpochMilli()));
            habits.unlearn(change.time().toEpochMilli());
            anomalies.note(change);
            if (attribution.act()) {
                attention.touch(change.entityId());
            }
        }
        return attribution;
    }

    /**
     * Patterns that the events accepted since the last call proved for the first time or changed materially, and what of
     * them was odd. An entity that changes all the time is looked at once in a while.
     */
    public List<Pattern> fresh() {
        beginDay();
        List<Pattern> odd = anomalies.isCalm() || !isLongEnough() ? List.of() : anomalies.fresh();
        return Stream.concat(odd.stream(), freshHabits().stream()).toList();
    }

    /** What is due once a day is done with the first event of it, so that no act has to wait for it. */
    private void beginDay() {
        int today = household.days().isEmpty() ? begun : household.days().all().last();
        if (today != begun) {
            begun = today;
            // Nobody touches what people have left off doing.
            known.provenEntities().forEach(attention::touch);
            if (look.isTaken() && isLongEnough()) {
                look.today();
                habits.relearn(learned());
            }
        }
    }

    private List<Pattern> freshHabits() {
        // Most changes are no acts, and cost nothing more than this question.
        if (attention.isEmpty() || !isLongEnough()) {
            return List.of();
        }
        List<EntityId> due = attention.due(household.days().lastTime());
        List<Pattern> fresh = new ArrayList<>();
        if (!due.isEmpty()) {
            MachineActs today = look.today();
            DayRange learned = learned();
            DayRange all = household.days().all();
            for (EntityId entity : due) {
                habits.unlearn(today.apply(entity));
                known.identify(habits.provenOf(entity, learned, all)).stream()
                        .filter(known::isNews)
                        .forEach(fresh::add);
            }
        }
        known.addAll(fresh);
        return fresh;
    }

    /**
     * Who caused a change that was accepted, with all that is known since: a machine's regularity shows only over days.
     * It is that of the last analysis, or of now if there was none.
     *
     * @param first what {@link #accept} said of it
     */
    public Attribution secondOpinion(StateChange change, Attribution first) {
        return look.latest().of(change, first);
    }

    /** Forgets which entities were touched: after history was filled back, {@link #analyse} is the better look at it. */
    public void settle() {
        attention.clear();
        anomalies.settle();
    }

    /** Everything found so far, each with its held-out evidence. The same events give the same analysis. */
    public Analysis analyse(Progress progress) {
        return analyse(progress, (due, all) -> Optional.empty());
    }

    /**
     * What a day more, or a few, make of the last analysis: what it learned stays, and is proven on the new days too. It
     * is what {@link #analyse} would tell of the same days to learn from; these are some days behind at most, one of
     * ten. Where an event came into them, or an act in them turned out to be a machine's, and where nothing was
     * analysed yet, everything is.
     */
    public Analysis update(Progress progress) {
        return analyse(progress, habits::everythingSince);
    }

    private Analysis analyse(Progress progress, BiFunction<DayRange, DayRange, Optional<List<Pattern>>> already) {
        if (household.days().isEmpty()) {
            return new Analysis(null, List.of(), events, List.of("There is no state change in the history."));
        }
        progress.at("telling machines from people", 0);
        look.now();
        DayRange all = household.days().all();
        DayRange learned = learned();
        List<String> notes = new ArrayList<>();
        List<Pattern> patterns = List.of();
        if (isLongEnough()) {
            DayRange due = learned;
            List<Pattern> found = already.apply(due, all)
                    .orElseGet(() ->
                            habits.everything(due, all.after(due), share -> progress.at("searching habits", share)));
            learned = habits.learnedDays().orElse(due);
            patterns = known.identify(found);
            HistoryRemarks.exceptional(habits.exceptionalDays()).ifPresent(notes::add);
            patterns =
                    Stream.concat(patterns.stream(), anomalies.all().stream()).toList();
        } else {
            notes.add(HistoryRemarks.tooShort(household.days().livedIn(all), all.days(), settings.minDays()));
        }
        notes.addAll(remarks.sentences(household));
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

    /** The same analysis with the devices that would go well together among its patterns, at their end. */
    public Analysis withSynergies(Analysis analysis) {
        List<Pattern> together =
                synergies(analysis.patterns()).map(SynergySearch::patterns).orElse(List.of());
        return new Analysis(
                analysis.period(),
                Stream.concat(analysis.patterns().stream(), together.stream()).toList(),
                analysis.events(),
                analysis.notes());
    }

    private boolean isLongEnough() {
        return !household.days().isEmpty()
                && household.days().livedIn(household.days().all()) >= settings.minDays();
    }

    private DayRange learned() {
        return household.days().firstShare(settings.learnedShare());
    }

    /**
     * Writes all that the events told and that does not follow from it, so that {@link #read} gives a miner that goes on
     * as this one does. The patterns that it was told to remember are not part of it, save which oddities were told.
     */
    public void write(MemoryWriter out) throws IOException {
        household.write(out);
        attributor.write(out);
        remarks.write(out);
        anomalies.write(out);
        attention.write(out);
        habits.write(out);
        look.write(out);
        out.number(begun);
        out.number(events);
    }

    /**
     * The miner that was written, with the same home, registry, automations and settings; with others it would conclude
     * wrongly. Each analysis equals that of the one that was written. What it finds live does from the next day on: until
     * then it sees machines that show only by what happened since the last look of the other. It is to be told again
     * which patterns to {@link #remember}, and not to be used before the reader came to its end.
     *
     * @throws MemoryException if what is read was not written by a miner
     */
    public static Miner read(
            MemoryReader in, HomeId home, HomeRegistry registry, List<Automation> automations, MiningSettings settings)
            throws IOException {
        Miner miner = new Miner(home, registry, automations, settings);
        miner.household.read(in);
        miner.attributor.read(in);
        miner.remarks.read(in);
        miner.anomalies.read(in);
        miner.attention.read(in);
        miner.habits.read(in);
        miner.look.read(in);
        miner.begun = in.integer();
        miner.events = in.number();
        return miner;
    }
}
