package io.homeiq.contracts.rule;

/**
 * A rule with the name and frame that Home Assistant gives it.
 *
 * @param id Home Assistant's config id, not the entity id; ours begin with {@link #OUR_PREFIX}. Empty where an automation was written without one
 * @param alias the name that people see; may be empty
 * @param description what its author wrote of it; may be empty
 * @param extras other keys of its root, such as {@code variables} or {@code use_blueprint}, kept as they are
 */
public record Automation(String id, String alias, String description, Rule rule, RunMode mode, Verbatim extras) {

    /** What every id of an automation made by HomeIQ begins with. */
    public static final String OUR_PREFIX = "homeiq_";

    /** Whether HomeIQ wrote it, by its id. */
    public boolean isOurs() {
        return id.startsWith(OUR_PREFIX);
    }

    /** The same with another rule. */
    public Automation with(Rule other) {
        return new Automation(id, alias, description, other, mode, extras);
    }
}
