package io.homeiq.contracts.event;

/** Text that an event cannot do without. */
final class RequiredText {

    private RequiredText() {}

    /** Refuses what holds nothing but white space. */
    static void check(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
