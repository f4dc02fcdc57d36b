package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.mining.safety.conduct.Occasion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which occasions a condition on the trigger lets through: by its name, its entity, or the state that it brought. */
final class OccasionNames {

    private static final Pattern ID = Pattern.compile("trigger\\.id\\s*(==|!=)\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern ID_IN = Pattern.compile("trigger\\.id\\s+in\\s*[\\[(]([^\\])]*)[\\])]");
    private static final Pattern ENTITY = Pattern.compile("trigger\\.entity_id\\s*(==|!=)\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern STATE =
            Pattern.compile("trigger\\.to_state\\.state\\s*(==|!=)\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");

    /** Stands for no occasion at all, since an empty set stands for all. */
    private static final int NONE = -1;

    private final List<Occasion> occasions;

    OccasionNames(List<Occasion> occasions) {
        this.occasions = occasions;
    }

    /** Those of the given that all of the conditions let through. */
    Set<Integer> let(Set<Integer> given, List<Condition> asked) {
        Set<Integer> left = given;
        for (Condition condition : asked) {
            if (condition instanceof AllOf all) {
                left = let(left, all.conditions());
            } else {
                Set<Integer> named = of(condition);
                left = named == null ? left : narrow(left, named);
            }
        }
        return left;
    }

    /** What they ask beyond that. */
    List<Condition> beyond(Set<Integer> left, List<Condition> asked) {
        List<Condition> rest = new ArrayList<>();
        for (Condition condition : asked) {
            if (condition instanceof AllOf all) {
                rest.addAll(beyond(left, all.conditions()));
            } else if (of(condition) == null) {
                rest.add(broughtState(left, condition).orElse(condition));
            }
        }
        return rest;
    }

    /** That the trigger brought a state says the state of the entity, where it can only be one. */
    private Optional<Condition> broughtState(Set<Integer> left, Condition condition) {
        Matcher state = STATE.matcher(term(condition));
        if (!state.matches()) {
            return Optional.empty();
        }
        Set<EntityId> entities = new TreeSet<>();
        for (int i = 0; i < occasions.size(); i++) {
            if (left.isEmpty() || left.contains(i)) {
                if (!(occasions.get(i) instanceof Occasion.Becomes becomes)) {
                    return Optional.empty();
                }
                entities.add(becomes.entity());
            }
        }
        if (entities.size() != 1) {
            return Optional.empty();
        }
        Condition is = new StateCondition(List.copyOf(entities), List.of(state.group(2)), Duration.ZERO);
        return Optional.of(state.group(1).equals("==") ? is : new NoneOf(List.of(is)));
    }

    /** The occasions that it lets through; null if it asks for something else. */
    private @Nullable Set<Integer> of(Condition condition) {
        return switch (condition) {
            case OpaqueCondition opaque -> of(opaque);
            case NoneOf none
            when none.conditions().size() == 1 -> {
                Set<Integer> named = of(none.conditions().getFirst());
                yield named == null ? null : without(Set.of(), named);
            }
            case AllOf all
            when all.conditions().size() == 1 -> of(all.conditions().getFirst());
            case AnyOf any -> union(any.conditions());
            default -> null;
        };
    }

    private @Nullable Set<Integer> union(List<Condition> conditions) {
        Set<Integer> all = new TreeSet<>();
        for (Condition condition : conditions) {
            Set<Integer> named = of(condition);
            if (named == null) {
                return null;
            }
            all.addAll(named);
        }
        return conditions.isEmpty() ? null : all;
    }

    private @Nullable Set<Integer> of(OpaqueCondition condition) {
        Map<String, @Nullable Object> tree = condition.source().tree();
        if ("trigger".equals(tree.get("condition"))) {
            Set<String> ids = new TreeSet<>();
            Values.list(tree.get("id")).forEach(id -> ids.add(String.valueOf(id)));
            return numbers(ids);
        }
        String term = term(condition);
        Matcher id = ID.matcher(term);
        if (id.matches()) {
            Set<Integer> named = numbers(Set.of(id.group(2)));
            return id.group(1).equals("==") ? named : without(Set.of(), named);
        }
        Matcher in = ID_IN.matcher(term);
        if (in.matches()) {
            return numbers(new TreeSet<>(TemplateTerms.quoted(in.group(1))));
        }
        Matcher entity = ENTITY.matcher(term);
        if (entity.matches()) {
            Set<Integer> named = numbersOf(entity.group(2));
            return entity.group(1).equals("==") ? named : without(Set.of(), named);
        }
        return null;
    }

    /** The only expression of a template; empty for any other condition. */
    private static String term(Condition condition) {
        if (condition instanceof OpaqueCondition opaque
                && opaque.source().tree().get("value_template") instanceof String template) {
            Matcher expression = EXPRESSION.matcher(template.strip());
            return expression.matches() ? expression.group(1) : "";
        }
        return "";
    }

    /** Home Assistant names a trigger without an id by its place in the list. */
    private Set<Integer> numbers(Set<String> ids) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < occasions.size(); i++) {
            String id = occasions.get(i).id();
            if (ids.contains(id.isEmpty() ? Integer.toString(i) : id)) {
                numbers.add(i);
            }
        }
        return numbers.isEmpty() ? Set.of(NONE) : numbers;
    }

    private Set<Integer> numbersOf(String entity) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < occasions.size(); i++) {
            boolean isOf = switch (occasions.get(i)) {
                case Occasion.Becomes becomes -> becomes.entity().value().equals(entity);
                case Occasion.Crosses crosses -> crosses.entity().value().equals(entity);
                default -> false;
            };
            if (isOf) {
                numbers.add(i);
            }
        }
        return numbers.isEmpty() ? Set.of(NONE) : numbers;
    }

    /** Those of both; all stands for every one. */
    private static Set<Integer> narrow(Set<Integer> left, Set<Integer> named) {
        if (left.isEmpty()) {
            return named;
        }
        Set<Integer> both = new TreeSet<>(left);
        both.retainAll(named);
        return both.isEmpty() ? Set.of(NONE) : both;
    }

    /** Those of the first that are not of the second. */
    Set<Integer> without(Set<Integer> left, Set<Integer> named) {
        Set<Integer> rest = new TreeSet<>(left);
        if (left.isEmpty()) {
            for (int i = 0; i < occasions.size(); i++) {
                rest.add(i);
            }
        }
        rest.removeAll(named);
        return rest.isEmpty() ? Set.of(NONE) : rest;
    }
}
