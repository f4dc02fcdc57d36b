package io.homeiq.automation.wording;

/**
 * How a suggestion is told.
 *
 * @param title one line
 * @param description a few sentences
 */
public record Wording(String title, String description) {

    public Wording {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a suggestion is told with a title");
        }
    }

    /** Both, for whoever looks for a word. */
    String text() {
        return title + "\n" + description;
    }
}
