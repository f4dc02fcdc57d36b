package io.homeiq.homeassistant.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Context;
import io.homeiq.replay.home.EntityState;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.template.Reads;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.Templates;
import io.homeiq.replay.template.Templates.Compiled;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeAssistantTemplatesTest {

    private final Templates templates = new HomeAssistantTemplates();

    static Stream<Answers.Answer> answers() {
        return Answers.all();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void agreesWithHomeAssistant(Answers.Answer answer) {
        // Given a template and what Home Assistant made of it

        // When
        var ours = Answers.described(templates, answer);

        // Then
        assertThat(ours).isEqualTo(answer.expected());
    }

    @Test
    void givesStatesOfATriggerTheirAttributes() {
        // Given
        var state = new EntityState(
                "light.desk",
                "on",
                Map.of("level", 2L),
                Instant.parse("2026-11-27T13:00:00Z"),
                Instant.parse("2026-11-27T13:00:00Z"),
                new Context("c", null, "u1"));
        var event = new FiredEvent("call", Map.of("device", "d", "count", 3L), Instant.EPOCH, Context.UNKNOWN);
        var trigger = Map.of("to_state", state, "event", event, "id", "0");

        // When
        var rendered = render(
                "{{ [trigger.to_state.state, trigger.to_state.attributes.level, trigger.to_state.context.user_id,"
                        + " trigger.event.event_type, trigger.event.data.count, trigger.to_state.last_changed.hour] }}",
                Map.of("trigger", trigger));

        // Then
        assertThat(text(rendered)).isEqualTo("['on', 2, 'u1', 'call', 3, 13]");
        assertThat(rendered.reads()).isEqualTo(Reads.NOTHING);
    }

    @Test
    void tellsWhatItDependsOn() {
        // Given a template that counts, goes through and names entities, and asks the clock

        // When
        var reads = render(
                        "{{ states.light | count }}{{ states.sensor | list | count }}{{ is_state('sun.sun', 'x') }}"
                                + "{{ states('sensor.nope') }}{{ now().hour }}",
                        Map.of())
                .reads();

        // Then
        assertThat(reads)
                .isEqualTo(new Reads(
                        Set.of("sun.sun", "sensor.nope"), Set.of("sensor"), Set.of("light"), false, false, true));
    }

    @Test
    void failsWhatIsOutOfReachOfALimitedTemplate() {
        // Given
        var ready = (Compiled.Ready) templates.compile("{{ states('sun.sun') }}");

        // When
        var rendered = ready.template().render(new LittleTemplateHome(Map.of(), true));

        // Then
        assertThat(rendered).isInstanceOf(Rendered.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ [1, 2] | random }}",
                "{% include 'x.jinja' %}",
                "{{ area_name('light.desk') }}",
                "{{ 'x' | safe }}",
                "{{ '<' | tojson + 'x' }}",
                "{{ distance('person.ann') }}",
                "{{ [1, 2] | map('int') }}",
                "{{ now().strftime('%Z') }}",
                "{{ 'a' | regex_match('(?P=x)') }}"
            })
    void namesWhatItDoesNotEvaluate(String template) {
        // Given a template of Home Assistant's that goes beyond ours

        // When
        var compiled = templates.compile(template);

        // Then
        assertThat(isUnsupported(compiled)).isTrue();
    }

    private static boolean isUnsupported(Compiled compiled) {
        return switch (compiled) {
            case Compiled.Unsupported unsupported -> true;
            case Compiled.Refused refused -> false;
            case Compiled.Ready ready ->
                ready.template().render(LittleTemplateHome.with(Map.of())) instanceof Rendered.Unsupported;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set ns = namespace(t='x') %}{% for i in range(99) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}",
                "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
                "{{ 'x' * 999999999 }}",
                "{{ 9 ** (9 ** 9) }}",
                "{{ [0] * 99999999 }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{{ ('a' * 60) | regex_match('(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x') }}",
                "{{ '%9999999d' % 1 }}",
                "{{ 'x'.ljust(99999999) }}"
            })
    void endsWhatWouldTakeTooLong(String template) {
        // Given a template that would fill the memory or never end

        // When
        var rendered = render(template, Map.of());

        // Then
        assertThat(rendered).isNotInstanceOf(Rendered.Value.class);
    }

    @Test
    void endsATextOfVeryDeepBrackets() {
        // Given
        var deep = "{{ " + "(".repeat(50_000) + "1" + ")".repeat(50_000) + " }}";

        // When
        var compiled = templates.compile(deep);

        // Then
        assertThat(compiled).isInstanceOf(Compiled.Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__ }}",
                "{{ ''['__class__'].__mro__ }}",
                "{{ [].append(1) }}",
                "{{ states.__init__ }}",
                "{{ now.__globals__ }}",
                "{{ ''.getClass() }}",
                "{{ trigger.class.forName('x') }}"
            })
    void givesNoWayOutOfTheTemplate(String template) {
        // Given a template that looks for something behind the values

        // When
        var rendered = render(template, Map.of("trigger", Map.of("id", "0")));

        // Then
        assertThat(rendered).isNotInstanceOf(Rendered.Value.class);
    }

    @Test
    void evaluatesTheSameTemplateAnewEachTime() {
        // Given
        var ready = (Compiled.Ready) templates.compile("{% set n = n + 1 %}{{ n }}");

        // When
        var first = text(ready.template().render(LittleTemplateHome.with(Map.of("n", 1L))));
        var second = text(ready.template().render(LittleTemplateHome.with(Map.of("n", 5L))));

        // Then
        assertThat(first + " " + second).isEqualTo("2 6");
    }

    private Rendered render(String template, Map<String, @Nullable Object> variables) {
        var compiled = templates.compile(template);
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).template().render(LittleTemplateHome.with(variables));
    }

    private static String text(Rendered rendered) {
        assertThat(rendered).isInstanceOf(Rendered.Value.class);
        return ((Rendered.Value) rendered).text();
    }
}
