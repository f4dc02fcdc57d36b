package io.homeiq.homeassistant.automation;

/** Stops the reading of one entry among automations. */
final class NotAnAutomation extends RuntimeException {

    NotAnAutomation(String reason) {
        super(reason);
    }
}
