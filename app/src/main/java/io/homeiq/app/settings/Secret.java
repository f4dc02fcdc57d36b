package io.homeiq.app.settings;

/**
 * A value that must not be seen: its text form is a mask, so that no log and no error can show it by accident.
 *
 * @param reveal the value itself
 */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
