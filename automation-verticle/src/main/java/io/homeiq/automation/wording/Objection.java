package io.homeiq.automation.wording;

/**
 * Why other words were not taken.
 *
 * @param reason what kind of fault it is; few and known beforehand
 * @param detail one line for people, which names what was found
 */
public record Objection(Reason reason, String detail) {

    /** The kinds of faults. */
    public enum Reason {
        /** Empty, too long, on several lines, or written with marks. */
        FORM,
        /** A number, time or date that was not told, or one of the title that is missing. */
        NUMBER,
        /** Something of the home that the rule has nothing to do with. */
        NAME,
        /** A word that makes it another rule, such as "off" for "on". */
        MEANING
    }
}
