package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.PatternKind;

/**
 * How one kind of routine was found.
 *
 * @param asked routines that had to be found
 * @param found of these
 */
record KindRow(PatternKind kind, int asked, int found) {

    double recall() {
        return asked == 0 ? 1 : (double) found / asked;
    }
}
