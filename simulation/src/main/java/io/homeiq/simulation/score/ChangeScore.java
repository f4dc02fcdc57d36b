package io.homeiq.simulation.score;

/**
 * Whether changes of habits were noticed within a week, and habits that did not change left alone.
 *
 * @param known changes of habits that were proposed before
 * @param noticed of these, those after which a week later the old habit was proposed no more, or less surely
 * @param steady habits without any change that were proposed at some time
 * @param ended of these, those that were taken for ended or moved
 * @param lost of these, those that were proposed no more a week or more later, for whatever reason
 * @param weeks over which habits without any change were watched, each counted once a habit
 * @param falls of these, those after which the habit was proposed no more, or less surely, as if it had changed
 */
public record ChangeScore(int known, int noticed, int steady, int ended, int lost, int weeks, int falls) {

    public static final ChangeScore NOTHING = new ChangeScore(0, 0, 0, 0, 0, 0, 0);

    /** Of one habit that changed. */
    public static ChangeScore ofChange(boolean noticed) {
        return new ChangeScore(1, noticed ? 1 : 0, 0, 0, 0, 0, 0);
    }

    /** Of one habit that did not, and was proposed at some time. */
    public static ChangeScore ofSteady(boolean ended, boolean lost, int weeks, int falls) {
        return new ChangeScore(0, 0, 1, ended ? 1 : 0, lost ? 1 : 0, weeks, falls);
    }

    public ChangeScore plus(ChangeScore other) {
        return new ChangeScore(
                known + other.known,
                noticed + other.noticed,
                steady + other.steady,
                ended + other.ended,
                lost + other.lost,
                weeks + other.weeks,
                falls + other.falls);
    }
}
