package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.Verbatim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions, understood a little further than the rule model needs: names left out, the plainest templates read. */
final class GuardReader {

    private GuardReader() {}

    /** The condition; nothing for one that is switched off. */
    static Optional<Condition> read(Condition condition, Map<String, String> variables) {
        return switch (condition) {
            case AllOf all -> Optional.of(new AllOf(readAll(all.conditions(), variables)));
            case AnyOf any -> Optional.of(new AnyOf(readAll(any.conditions(), variables)));
            case NoneOf none -> Optional.of(new NoneOf(readAll(none.conditions(), variables)));
            case OpaqueCondition opaque -> opaque(opaque, variables);
            default -> Optional.of(condition);
        };
    }

    /** Those of a list as it was written, which may be a single one, a template, or a tag. */
    static List<Condition> readTrees(@Nullable Object value, Map<String, String> variables) {
        try {
            return readAll(ConditionTree.readAll(value), variables);
        } catch (NotAnAutomation odd) {
            return List.of(new OpaqueCondition(Verbatim.EMPTY));
        }
    }

    private static List<Condition> readAll(List<Condition> conditions, Map<String, String> variables) {
        List<Condition> read = new ArrayList<>();
        conditions.forEach(condition -> read(condition, variables).ifPresent(read::add));
        return read;
    }

    private static Optional<Condition> opaque(OpaqueCondition opaque, Map<String, String> variables) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(opaque.source().tree());
        if (Boolean.FALSE.equals(tree.get("enabled"))) {
            return Optional.empty();
        }
        tree.remove("alias");
        tree.remove("enabled");
        if ("template".equals(tree.get("condition")) && tree.get("value_template") instanceof String template) {
            return Optional.of(template(template.strip(), tree, variables));
        }
        List<Condition> again = ConditionTree.readAll(tree);
        Condition first = again.isEmpty() ? opaque : again.getFirst();
        return first instanceof OpaqueCondition
                ? Optional.of(new OpaqueCondition(new Verbatim(tree)))
                : read(first, variables);
    }

    /** Its terms one by one; those that are not plain stay templates. */
    private static Condition template(
            String template, Map<String, @Nullable Object> tree, Map<String, String> variables) {
        List<String> terms = TemplateTerms.of(template, variables);
        List<Condition> read = new ArrayList<>();
        for (String term : terms) {
            read.add(TemplateTerms.condition(term).orElseGet(() -> opaque(term)));
        }
        return switch (read.size()) {
            case 0 -> new OpaqueCondition(new Verbatim(tree));
            case 1 -> read.getFirst();
            default -> new AllOf(read);
        };
    }

    private static Condition opaque(String term) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("condition", "template");
        tree.put("value_template", "{{ " + term + " }}");
        return new OpaqueCondition(new Verbatim(tree));
    }
}
