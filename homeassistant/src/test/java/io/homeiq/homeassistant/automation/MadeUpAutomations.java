package io.homeiq.homeassistant.automation;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Automations of every kind, with texts that are hard to write. */
final class MadeUpAutomations {

    private static final List<String> HARD_TEXTS = List.of(
            "on",
            "Off",
            "yes",
            "null",
            "~",
            "",
            " ",
            "06:45:00",
            "6:45",
            "17",
            "0x1F",
            "1e3",
            "1.5",
            ".inf",
            "2026-03-01",
            "- a",
            "a: b",
            "a #b",
            "!secret x",
            "&a",
            "*a",
            "{{ states('light.hall') }}",
            "{% if a %}\n  b\n{% endif %}\n",
            "  indented\nsecond\n\n",
            "trailing \nspace",
            "tab\there",
            "back\\slash \"quoted\" 'single'",
            "café ☕ 🏠",
            "line\r\nends",
            "\u0007bell\u2028separator\u0085next",
            "%directive",
            "@at",
            "`tick`",
            "=",
            "<<",
            "?",
            "| literal",
            "> folded");

    private final Random random;

    MadeUpAutomations(Random random) {
        this.random = random;
    }

    List<Automation> automations(int count) {
        List<Automation> automations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            automations.add(automation());
        }
        return automations;
    }

    Automation automation() {
        Rule rule = new Rule(some(1, this::trigger), some(0, () -> condition(2)), some(1, this::action));
        Map<String, @Nullable Object> extras = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            extras.put("variables", tree(3));
            extras.put("max", 5);
        }
        RunMode mode = List.of(RunMode.values()).get(random.nextInt(4));
        return new Automation(text(), text(), text(), rule, mode, new Verbatim(extras));
    }

    private <T> List<T> some(int least, Supplier<T> maker) {
        List<T> some = new ArrayList<>();
        int count = least + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            some.add(maker.get());
        }
        return some;
    }

    private String text() {
        return HARD_TEXTS.get(random.nextInt(HARD_TEXTS.size()));
    }

    private EntityId entity() {
        return new EntityId(List.of("light.hall", "sensor.a_1", "person.on").get(random.nextInt(3)));
    }

    private Duration duration() {
        return random.nextBoolean()
                ? Duration.ZERO
                : Duration.ofSeconds(random.nextInt(100_000)).plusMillis(random.nextInt(3) * 250L);
    }

    private Duration offset() {
        return random.nextBoolean() ? duration() : duration().negated();
    }

    private Double number() {
        return random.nextBoolean() ? (double) random.nextInt(100) : random.nextGaussian() * 1e-9;
    }

    private LocalTime time() {
        return LocalTime.ofSecondOfDay(random.nextInt(86_400));
    }

    private SunEvent sun() {
        return random.nextBoolean() ? SunEvent.SUNRISE : SunEvent.SUNSET;
    }

    private Trigger trigger() {
        return switch (random.nextInt(5)) {
            case 0 -> new StateTrigger(some(1, this::entity), some(0, this::text), some(0, this::text), duration());
            case 1 ->
                new NumericStateTrigger(
                        some(1, this::entity), random.nextBoolean() ? null : text(), number(), null, duration());
            case 2 -> new TimeTrigger(some(1, this::time));
            case 3 -> new SunTrigger(sun(), offset());
            default -> new OpaqueTrigger(verbatim("trigger", "mqtt"));
        };
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> new StateCondition(some(1, this::entity), some(1, this::text), duration());
            case 1 -> new NumericStateCondition(some(1, this::entity), null, null, number());
            case 2 -> new TimeCondition(time(), random.nextBoolean() ? null : time(), weekdays());
            case 3 ->
                random.nextBoolean()
                        ? new SunCondition(sun(), null, offset(), Duration.ZERO)
                        : new SunCondition(sun(), sun(), offset(), offset());
            case 4 -> new OpaqueCondition(verbatim("condition", "template"));
            case 5 -> new AllOf(some(0, () -> condition(depth - 1)));
            case 6 -> new AnyOf(some(0, () -> condition(depth - 1)));
            default -> new NoneOf(some(0, () -> condition(depth - 1)));
        };
    }

    private Set<DayOfWeek> weekdays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextBoolean()) {
                days.add(day);
            }
        }
        return days;
    }

    private Action action() {
        return switch (random.nextInt(3)) {
            case 0 -> new CallService("light", "turn_on", some(0, this::entity), data());
            case 1 -> new Delay(duration());
            default -> new OpaqueAction(verbatim("choose", List.of(tree(2))));
        };
    }

    /** Options without templates, which would make the call opaque. */
    private Verbatim data() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        HARD_TEXTS.stream()
                .filter(text -> !Values.isTemplate(text) && !text.startsWith("!") && random.nextInt(9) == 0)
                .forEach(text -> data.put(text, text));
        return new Verbatim(data);
    }

    private Verbatim verbatim(String key, Object value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(key, value);
        tree.putAll(tree(2));
        return new Verbatim(tree);
    }

    private Map<String, @Nullable Object> tree(int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            tree.put("k" + i + text(), value(depth));
        }
        return tree;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> 10_000_000_000L + random.nextInt();
            case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 5 -> text();
            case 6 -> tree(depth - 1);
            default -> some(0, () -> text());
        };
    }
}
