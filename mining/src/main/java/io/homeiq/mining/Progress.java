package io.homeiq.mining;

/** Hears how far an analysis is, on the thread that runs it. */
@FunctionalInterface
public interface Progress {

    Progress IGNORED = (stage, share) -> {};

    /**
     * Called some hundred times at most.
     *
     * @param stage what is being done, for people
     * @param share of the whole analysis, 0 to 1, never falling
     */
    void at(String stage, double share);
}
