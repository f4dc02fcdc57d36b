package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Understands plain sentences about one home. It knows the home's names and a grammar, guesses nothing, and gives the same meaning for the
 * same words. Safe to share between threads.
 */
public final class Interpreter {

    private static final double AUTOMATION_SURENESS = 0.98;

    private final HomeNames names;
    private final Finder finder;
    private final TimeReader times;
    private final HabitQuestionReader habits;
    private final StateQuestionReader states;

    public Interpreter(HomeNames names) {
        this.names = names;
        this.finder = new Finder(names);
        this.times = new TimeReader(names);
        this.habits = new HabitQuestionReader(names);
        this.states = new StateQuestionReader(names, finder);
    }

    /** What the text means. */
    public Meaning understand(String text) {
        List<String> words = Sentence.of(text).words();
        if (words.isEmpty()) {
            return new Meaning.Refused("There are no words in it.");
        }
        try {
            return habits.read(words).or(() -> states.read(words)).orElseGet(() -> request(words));
        } catch (Stop stop) {
            return stop.meaning();
        }
    }

    private Meaning request(List<String> words) {
        Timed timed = times.read(Wish.of(words));
        timed.unclear().ifPresent(reason -> {
            throw Stop.refused(reason + ".");
        });
        Clauses clauses = Clauses.of(timed.rest());
        boolean atOnce = timed.parts().isEmpty() && clauses.occasions().isEmpty() && !Wish.isForGood(words);
        String strange = strangeTime(clauses);
        if (!strange.isEmpty()) {
            throw Stop.refused("I do not understand when that is to be: \"" + strange + "\".");
        }
        if (clauses.orders().isEmpty()) {
            throw Stop.refused(
                    "I do not understand what is to be done; say for example: turn on the hall light at sunset.");
        }
        Asker asker = new Asker(finder, words);
        List<Action> steps = new ArrayList<>();
        double sureness = 1;
        OrderReader orders = new OrderReader(asker);
        for (List<String> order : clauses.orders()) {
            sureness = Math.min(sureness, orders.read(order, steps));
        }
        if (atOnce) {
            List<CallService> calls =
                    steps.stream().map(CallService.class::cast).toList();
            return new Meaning.Act(calls, entities(steps), sureness);
        }
        Schedule schedule = new Schedule(asker, new OccasionReader(asker, names));
        schedule.read(timed, clauses.occasions());
        if (schedule.occasions() > 1 && clauses.orders().size() > 1) {
            throw Stop.refused("These are several automations; say them one after the other.");
        }
        return automation(schedule, steps, sureness);
    }

    private static Meaning automation(Schedule schedule, List<Action> steps, double sureness) {
        List<EntityId> entities = entities(steps);
        Rule rule = new Rule(schedule.triggers(), schedule.conditions(), steps);
        double confidence = sureness * AUTOMATION_SURENESS * schedule.sureness();
        return new Meaning.Automate(rule, entities, schedule.notes(), Math.round(confidence * 100) / 100.0);
    }

    /** A word of time that nobody took, outside of names: what holds one is not done at once, and not half understood either. */
    private String strangeTime(Clauses clauses) {
        for (List<String> words : clauses.orders()) {
            int at = 0;
            while (at < words.size()) {
                int name = names.longNameAt(words, at);
                String word = words.get(at);
                if (name == 0 && TimeWords.isOne(word) && !word.startsWith("for:")) {
                    return word;
                }
                at += Math.max(1, name);
            }
        }
        return "";
    }

    private static List<EntityId> entities(List<Action> steps) {
        Set<EntityId> entities = new LinkedHashSet<>();
        steps.stream()
                .filter(step -> !(step instanceof Delay))
                .flatMap(step -> Optional.of(step).filter(CallService.class::isInstance).stream())
                .forEach(step -> entities.addAll(((CallService) step).targets()));
        return List.copyOf(entities);
    }
}
