package io.homeiq.contracts.json;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of every form, by seed. */
final class RandomRules {

    private static final int MAX_DEPTH = 3;
    private static final List<String> WORDS =
            List.of("on", "off", "", "not_home", "23.5", "Grüße, \"Ann\"\n\u2028", "😀", "{{ now() }}");

    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    Rule next() {
        return new Rule(some(1, this::trigger), some(0, () -> condition(0)), some(1, this::action));
    }

    private Trigger trigger() {
        return switch (random.nextInt(5)) {
            case 0 -> new StateTrigger(some(1, this::entity), some(0, this::word), some(0, this::word), length());
            case 1 ->
                new NumericStateTrigger(
                        some(1, this::entity), orNull(this::word), bound(), random.nextDouble(), length());
            case 2 -> new TimeTrigger(some(1, this::time));
            case 3 -> new SunTrigger(sun(), offset());
            default -> new OpaqueTrigger(verbatim(0));
        };
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth < MAX_DEPTH ? 8 : 5)) {
            case 0 -> new StateCondition(some(1, this::entity), some(1, this::word), length());
            case 1 -> new NumericStateCondition(some(1, this::entity), orNull(this::word), -1e-9, bound());
            case 2 -> new TimeCondition(orNull(this::time), time(), weekdays());
            case 3 -> new SunCondition(sun(), orNull(this::sun), offset(), offset());
            case 4 -> new OpaqueCondition(verbatim(0));
            case 5 -> new AllOf(some(0, () -> condition(depth + 1)));
            case 6 -> new AnyOf(some(0, () -> condition(depth + 1)));
            default -> new NoneOf(some(0, () -> condition(depth + 1)));
        };
    }

    private Action action() {
        return switch (random.nextInt(3)) {
            case 0 -> new CallService("light", "turn_on", some(0, this::entity), verbatim(0));
            case 1 -> new Delay(length());
            default -> new OpaqueAction(verbatim(0));
        };
    }

    private Verbatim verbatim(int depth) {
        return new Verbatim(map(depth));
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(word() + i, value(depth));
        }
        return map;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth < MAX_DEPTH ? 8 : 6)) {
            case 0 -> null;
            case 1 -> word();
            case 2 -> random.nextBoolean();
            case 3 -> random.nextInt();
            case 4 -> (1L << 40) + random.nextInt();
            case 5 -> random.nextGaussian();
            case 6 -> map(depth + 1);
            default -> Arrays.asList(value(depth + 1), value(depth + 1));
        };
    }

    private Set<DayOfWeek> weekdays() {
        return Stream.of(DayOfWeek.values())
                .filter(day -> random.nextBoolean())
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> List<T> some(int least, Supplier<T> each) {
        return Stream.generate(each).limit(least + random.nextInt(3)).toList();
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private @Nullable Double bound() {
        return random.nextBoolean() ? random.nextInt(100) / 4.0 : null;
    }

    private EntityId entity() {
        return new EntityId("light.lamp_" + random.nextInt(50));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private LocalTime time() {
        return LocalTime.ofSecondOfDay(random.nextInt(86_400));
    }

    private SunEvent sun() {
        return random.nextBoolean() ? SunEvent.SUNRISE : SunEvent.SUNSET;
    }

    private Duration length() {
        return Duration.ofMillis(random.nextInt(100_000_000));
    }

    private Duration offset() {
        return Duration.ofSeconds(random.nextInt(20_000) - 10_000);
    }
}
