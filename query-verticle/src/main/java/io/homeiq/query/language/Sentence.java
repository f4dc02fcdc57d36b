package io.homeiq.query.language;

import java.util.List;

/**
 * What somebody said, as words in one spelling: lower case, without articles, politeness and accents, commas as words of their own. Written
 * out and read again it is the same.
 */
public record Sentence(List<String> words) {

    /** Words beyond this are not read. */
    static final int MAX_WORDS = 150;

    public Sentence {
        words = List.copyOf(words);
    }

    /** Reads any text. */
    public static Sentence of(String text) {
        return new Sentence(new Spelling().read(text));
    }

    /** The words with blanks between them. */
    public String text() {
        return String.join(" ", words);
    }
}
