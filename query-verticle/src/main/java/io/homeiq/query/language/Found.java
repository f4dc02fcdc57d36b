package io.homeiq.query.language;

import java.util.List;

/** What a piece of a sentence names in the home. */
sealed interface Found {

    /**
     * These and no others.
     *
     * @param sureness 0 to 1
     */
    record These(List<Thing> things, double sureness) implements Found {

        public These {
            things = List.copyOf(things);
        }
    }

    /** One of these, but it was not said which. */
    record OneOf(List<Thing> things) implements Found {

        public OneOf {
            things = List.copyOf(things);
        }
    }

    /**
     * Nothing that this home has.
     *
     * @param said the words that nothing is called by
     */
    record Nothing(String said) implements Found {}

    /** Known, but not of the sort that was asked for. */
    record Unfit(List<Thing> things) implements Found {

        public Unfit {
            things = List.copyOf(things);
        }
    }
}
