package io.homeiq.replay.action;

import io.homeiq.replay.condition.ConditionReader;
import io.homeiq.replay.config.Fields;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.run.Script;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.template.Compiler;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.value.NumberText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the actions that choose and repeat. */
final class FlowReader {

    private static final List<String> ROUNDS = List.of("count", "for_each", "while", "until");

    private final Core core;
    private final ConditionReader conditions;
    private final Function<@Nullable Object, Script> scripts;

    /** @param scripts reads the actions within */
    FlowReader(Core core, ConditionReader conditions, Function<@Nullable Object, Script> scripts) {
        this.core = core;
        this.conditions = conditions;
        this.scripts = scripts;
    }

    Step.Action choose(Fields fields) {
        List<ChooseAction.Choice> choices = new ArrayList<>();
        for (Object element : Fields.list(fields.take("choose"))) {
            Fields choice = Fields.of("choose", element);
            ActionReader.takeText(choice, "alias");
            choice.text("note");
            Checks checks = new Checks(conditions.readAll(choice.need("conditions")));
            choices.add(new ChooseAction.Choice(checks, scripts.apply(choice.need("sequence"))));
            choice.end();
        }
        return new ChooseAction(choices, optional(fields, "default"), true);
    }

    Step.Action ifThen(Fields fields) {
        Checks checks = new Checks(conditions.readAll(fields.take("if")));
        Script then = scripts.apply(fields.need("then"));
        return new ChooseAction(List.of(new ChooseAction.Choice(checks, then)), optional(fields, "else"), false);
    }

    private @Nullable Script optional(Fields fields, String key) {
        return fields.has(key) ? scripts.apply(fields.take(key)) : null;
    }

    Step.Action repeat(Fields action) {
        Fields fields = Fields.of("repeat", action.take("repeat"));
        Script script = scripts.apply(fields.need("sequence"));
        List<String> kinds = ROUNDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            throw fields.refuse("exactly one of count, for_each, while, until is required");
        }
        String kind = kinds.getFirst();
        Object value = fields.take(kind);
        Rounds rounds = switch (kind) {
            case "count" -> count(fields, value);
            case "for_each" -> forEach(fields, value);
            default -> new CheckedRounds(new Checks(conditions.readAll(value)), kind.equals("until"));
        };
        fields.end();
        return new RepeatAction(rounds, script);
    }

    private Rounds count(Fields fields, @Nullable Object value) {
        BigInteger number = NumberText.toInteger(value);
        if (number != null) {
            return new KnownRounds(core.compiler().tree(number), false);
        }
        if (value == null) {
            throw fields.refuse("expected a number or a template at count");
        }
        return new KnownRounds(TemplateTree.of(core.compiler().template(value), core.compiler()), false);
    }

    private Rounds forEach(Fields fields, @Nullable Object value) {
        if (!(value instanceof List<?>) && !Compiler.isDynamic(value)) {
            throw fields.refuse("expected a list or a template at for_each");
        }
        return new KnownRounds(core.compiler().tree(value), true);
    }
}
