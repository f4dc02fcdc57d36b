package io.homeiq.mining.habit.proof;

/** How a habit stands beside other views of the same acts. */
public enum View {
    /** None explains them better. */
    BEST,

    /** A habit of several deeds would explain them, but did not hold on the days kept for proof: a part of it has its turn. */
    INSTEAD,

    /** A better one holds. */
    OUTDONE
}
