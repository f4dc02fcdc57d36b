package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a template that is one expression, joined by "and". The plainest of them say the same as a condition of the rule model; what
 * is more than that stays a text.
 */
final class TemplateTerms {

    private static final String NAME = "['\"]([a-z_0-9]+\\.[a-z_0-9]+)['\"]";
    private static final String TEXT = "['\"]([^'\"]*)['\"]";

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}", Pattern.DOTALL);
    private static final Pattern IS_STATE =
            Pattern.compile("(not\\s+)?is_state\\(\\s*" + NAME + "\\s*,\\s*" + TEXT + "\\s*\\)");
    private static final Pattern STATES = Pattern.compile("states\\(\\s*" + NAME + "\\s*\\)\\s*(==|!=)\\s*" + TEXT);
    private static final Pattern STATES_IN =
            Pattern.compile("states\\(\\s*" + NAME + "\\s*\\)\\s*(not\\s+)?in\\s*[\\[(]([^\\])]*)[\\])]");
    private static final Pattern DOTTED =
            Pattern.compile("states\\.([a-z_]+\\.[a-z_0-9]+)\\.state\\s*(==|!=)\\s*" + TEXT);
    private static final Pattern NUMBER = Pattern.compile("\\(?states\\(\\s*" + NAME
            + "\\s*\\)\\s*\\|\\s*(?:float|int)(?:\\([^)]*\\))?\\)?\\s*([<>])\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern QUOTED = Pattern.compile(TEXT);

    private TemplateTerms() {}

    /** The terms; empty if it is no single expression joined by "and". */
    static List<String> of(String template, Map<String, String> variables) {
        Matcher expression = EXPRESSION.matcher(template.strip());
        if (!expression.matches() || expression.group(1).contains("}}")) {
            return List.of();
        }
        String text =
                replaced(expression.group(1), variables).replaceAll("\\s+", " ").strip();
        if (text.contains(" or ") || text.contains(" if ") || text.contains("{%")) {
            return List.of();
        }
        List<String> terms = new ArrayList<>();
        for (String term : text.split(" and ", -1)) {
            terms.add(bare(term.strip()));
        }
        return terms;
    }

    /** A variable that is a plain expression stands for it. */
    private static String replaced(String text, Map<String, String> variables) {
        String replaced = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            Matcher value = EXPRESSION.matcher(variable.getValue().strip());
            if (value.matches()
                    && !value.group(1).contains("}}")
                    && !value.group(1).contains("|")) {
                replaced = replaced.replaceAll(
                        "(?<![\\w.'\"])" + Pattern.quote(variable.getKey()) + "(?![\\w.('\"])",
                        Matcher.quoteReplacement(value.group(1)));
            }
        }
        return replaced;
    }

    private static String bare(String term) {
        return term.startsWith("(") && term.endsWith(")") && term.indexOf('(', 1) < 0
                ? term.substring(1, term.length() - 1).strip()
                : term;
    }

    /** The plain expressions among the values of a mapping of variables. */
    static Map<String, String> variables(@Nullable Object tree) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof String text && Values.isTemplate(text)) {
                    variables.put(String.valueOf(name), text);
                }
            });
        }
        return variables;
    }

    /** What the term says, if it is plain. */
    static Optional<Condition> condition(String term) {
        Matcher isState = IS_STATE.matcher(term);
        if (isState.matches()) {
            return Optional.of(is(isState.group(2), List.of(isState.group(3)), isState.group(1) != null));
        }
        for (Pattern pattern : List.of(STATES, DOTTED)) {
            Matcher states = pattern.matcher(term);
            if (states.matches() && EntityId.isValid(states.group(1))) {
                return Optional.of(is(
                        states.group(1),
                        List.of(states.group(3)),
                        states.group(2).equals("!=")));
            }
        }
        Matcher in = STATES_IN.matcher(term);
        if (in.matches() && !quoted(in.group(3)).isEmpty()) {
            return Optional.of(is(in.group(1), quoted(in.group(3)), in.group(2) != null));
        }
        Matcher number = NUMBER.matcher(term);
        if (number.matches()) {
            Double bound = Double.valueOf(number.group(3));
            boolean isAbove = number.group(2).equals(">");
            return Optional.of(new NumericStateCondition(
                    List.of(new EntityId(number.group(1))), null, isAbove ? bound : null, isAbove ? null : bound));
        }
        return Optional.empty();
    }

    static List<String> quoted(String text) {
        List<String> found = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            found.add(quoted.group(1));
        }
        return found;
    }

    private static Condition is(String entity, List<String> states, boolean isNot) {
        Condition is = new StateCondition(Arrays.asList(new EntityId(entity)), states, Duration.ZERO);
        return isNot ? new NoneOf(List.of(is)) : is;
    }
}
