package io.homeiq.replay.template;

/**
 * Reads templates as Home Assistant's own engine does: Jinja with its functions, filters and tests.
 *
 * <p>Values that go in and out are those of Python, as Java has them: {@code null} is None; {@code Boolean}; {@code Long}
 * or {@code BigInteger}; {@code Double}; {@code String}; {@code List} for lists and tuples; {@code Set} for sets;
 * {@code Map} for dictionaries, in order of insertion; {@code Instant} and {@code ZonedDateTime} for date and time (an
 * {@code Instant} is one in UTC); {@code LocalDate}, {@code LocalTime}; {@code Duration} for {@code timedelta};
 * {@link io.homeiq.replay.home.EntityState}, {@link io.homeiq.replay.home.FiredEvent} and
 * {@link io.homeiq.contracts.home.Context} for Home Assistant's {@code State}, {@code Event} and {@code Context}, with
 * the attributes that those have there ({@code trigger.to_state.last_changed}, {@code trigger.event.data.x},
 * {@code trigger.event.event_type}).
 */
public interface Templates {

    /** Reads a template; never throws because of its text. Surrounding blanks do not count. */
    Compiled compile(String source);

    /** What became of a text. */
    sealed interface Compiled {

        /** It can be rendered, as often as wished. */
        record Ready(Template template) implements Compiled {}

        /** Home Assistant refuses it, and the automation with it: broken syntax, or a filter or test that nobody has. */
        record Refused(String reason) implements Compiled {}

        /**
         * Home Assistant may accept it, we cannot evaluate it.
         *
         * @param name the function, filter, test or tag, as people write it
         */
        record Unsupported(String name) implements Compiled {}
    }

    /** A template that was read. Safe to share within one thread. */
    interface Template {

        /** The text as it was given, without surrounding blanks. */
        String source();

        /** Evaluates it once; never throws because of the template or its values, and ends within named bounds. */
        Rendered render(TemplateScope scope);
    }
}
