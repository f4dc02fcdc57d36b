package io.homeiq.homeassistant.automation;

/**
 * An entry among automations that could not be read; the others were.
 *
 * @param name its alias or id, or what else tells it apart
 * @param line where it begins in the file, from 1
 * @param reason what is wrong, in one line
 */
public record BrokenAutomation(String name, int line, String reason) {

    /** Name, place and reason in one line. */
    public String message() {
        return "automation " + name + " (line " + line + "): " + reason;
    }
}
