package io.homeiq.query.language;

/** Ends the reading of a sentence with its meaning, from wherever that became plain. It keeps no stack trace: it is an outcome. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Meaning meaning;

    Stop(Meaning meaning) {
        super(null, null, false, false);
        this.meaning = meaning;
    }

    static Stop refused(String reason) {
        return new Stop(new Meaning.Refused(reason));
    }

    Meaning meaning() {
        return meaning;
    }
}
