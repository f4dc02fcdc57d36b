package io.homeiq.query.language;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A place within words, for readers that try something and go back if it does not fit. */
final class WordCursor {

    private final List<String> words;
    private int at;

    WordCursor(List<String> words, int at) {
        this.words = words;
        this.at = at;
    }

    int at() {
        return at;
    }

    /** The word here; empty at the end. */
    String word() {
        return at < words.size() ? words.get(at) : "";
    }

    /** The word after that; empty at the end. */
    String following() {
        return at + 1 < words.size() ? words.get(at + 1) : "";
    }

    /** Takes the word if it is one of these. */
    boolean take(String... wanted) {
        for (String word : wanted) {
            if (word.equals(word())) {
                at++;
                return true;
            }
        }
        return false;
    }

    /** Takes these words if all of them come now, in this order. */
    boolean takeAll(String... wanted) {
        boolean here = at + wanted.length <= words.size()
                && words.subList(at, at + wanted.length).equals(List.of(wanted));
        if (here) {
            at += wanted.length;
        }
        return here;
    }

    OptionalInt takeNumber() {
        OptionalInt number = Numbers.whole(word());
        if (number.isPresent()) {
            at++;
        }
        return number;
    }

    /** Tries a reading; goes back to where it was if it fails. */
    <T> Optional<T> attempt(Function<WordCursor, Optional<T>> reading) {
        int start = at;
        Optional<T> read = reading.apply(this);
        if (read.isEmpty()) {
            at = start;
        }
        return read;
    }

    void next() {
        at++;
    }
}
