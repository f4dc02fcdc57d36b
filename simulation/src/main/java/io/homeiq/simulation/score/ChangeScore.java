package io.homeiq.simulation.score;

/**
 * Whether changes of habits were noticed within a week.
 *
 * @param known changes of habits that were proposed before
 * @param noticed of these, those after which a week later the old habit was proposed no more, or less surely
 */
public record ChangeScore(int known, int noticed) {

    public static final ChangeScore NOTHING = new ChangeScore(0, 0);

    public ChangeScore plus(ChangeScore other) {
        return new ChangeScore(known + other.known, noticed + other.noticed);
    }
}
