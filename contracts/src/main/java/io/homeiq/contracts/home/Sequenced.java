package io.homeiq.contracts.home;

/**
 * An event with its place in the home's log.
 *
 * @param seq 1 or more, given once in order of arrival; a later number may belong to an earlier time
 */
public record Sequenced(long seq, HomeEvent event) {

    public Sequenced {
        if (seq < 1) {
            throw new IllegalArgumentException("seq must be 1 or more, was: " + seq);
        }
    }
}
