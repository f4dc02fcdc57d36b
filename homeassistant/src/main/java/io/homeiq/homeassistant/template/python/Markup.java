package io.homeiq.homeassistant.template.python;

/**
 * A text that Jinja holds safe for HTML, as {@code tojson} gives. Other texts that are added to it get escaped; that is not
 * done here, so all but reading it is unsupported.
 */
public record Markup(String text) {}
