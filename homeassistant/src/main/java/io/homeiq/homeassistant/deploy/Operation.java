package io.homeiq.homeassistant.deploy;

/** What an owner does with an automation that is in place. */
public enum Operation {
    ENABLE("turn_on"),
    DISABLE("turn_off"),
    /** Its actions run now, whatever its conditions say, as with Home Assistant's own button. */
    TRIGGER("trigger");

    private final String service;

    Operation(String service) {
        this.service = service;
    }

    /** Home Assistant's service of the domain {@code automation}. */
    String service() {
        return service;
    }
}
