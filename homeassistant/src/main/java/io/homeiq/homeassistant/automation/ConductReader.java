package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an automation does, through every branch and in the spellings of all years, for the safety check. What a template decides is
 * said to be open, never guessed.
 */
public final class ConductReader {

    private final HomeRegistry home;
    private final Scripts scripts;

    /**
     * For one home.
     *
     * @param home resolves areas, floors, devices and labels to their entities
     * @param scripts those that are known are followed into
     */
    public ConductReader(HomeRegistry home, Scripts scripts) {
        this.home = home;
        this.scripts = scripts;
    }

    /** What each does, in their order. */
    public List<Conduct> readAll(List<Automation> automations) {
        return automations.stream().map(this::read).toList();
    }

    /** What it does. */
    public Conduct read(Automation automation) {
        return read(automation, "");
    }

    /**
     * What it does, and where it is written.
     *
     * @param place where it stands, for people
     */
    public Conduct read(Automation automation, String place) {
        TargetReader targets = new TargetReader(home);
        List<Occasion> occasions = new ArrayList<>();
        for (Trigger trigger : automation.rule().triggers()) {
            occasions.addAll(new OccasionReader(targets).read(trigger));
        }
        Map<String, @Nullable Object> extras = automation.extras().tree();
        List<Condition> conditions = new ArrayList<>();
        Map<String, String> variables = TemplateTerms.variables(extras.get("variables"));
        for (Condition condition : automation.rule().conditions()) {
            GuardReader.read(condition, variables).ifPresent(conditions::add);
        }
        List<Deed> deeds = new DeedReader(targets, scripts, occasions, variables)
                .read(conditions, trees(automation.rule().actions()));
        return new Conduct(
                automation.id(),
                nameOf(automation),
                place,
                !"false".equals(String.valueOf(extras.get("initial_state"))),
                extras.containsKey("use_blueprint"),
                occasions,
                conditions,
                deeds);
    }

    private static String nameOf(Automation automation) {
        if (!automation.alias().isEmpty()) {
            return automation.alias();
        }
        return automation.id().isEmpty() ? "an automation without a name" : automation.id();
    }

    private static List<Map<String, @Nullable Object>> trees(List<Action> actions) {
        return actions.stream()
                .filter(action -> !(action instanceof OpaqueAction opaque
                        && opaque.source().tree().isEmpty()))
                .map(ActionTree::write)
                .toList();
    }
}
