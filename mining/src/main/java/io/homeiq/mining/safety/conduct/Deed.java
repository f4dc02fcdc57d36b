package io.homeiq.mining.safety.conduct;

import io.homeiq.contracts.rule.Verbatim;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One call of a service somewhere in an automation, however deep.
 *
 * @param domain the part of the service before the dot; empty if a template decides
 * @param service the part after it; empty if a template decides
 * @param data options, targets left out
 * @param guards what must hold on the way to it, beyond the automation's own conditions
 * @param occasions by number, those that can lead to it; empty: all
 * @param after how long after the occasion at the earliest, waits of unknown length not counted
 * @param isSure whether every run comes to it that passes the guards; one after a wait that may give up, or in a branch, is not
 * @param isFollowed whether all that it does is done by deeds that come after it: it only starts scripts whose steps are known
 * @param step its place among all steps of the automation, in the order written
 */
public record Deed(
        String domain,
        String service,
        Targets targets,
        Verbatim data,
        List<Guard> guards,
        Set<Integer> occasions,
        Duration after,
        boolean isSure,
        boolean isFollowed,
        int step) {

    public Deed {
        guards = List.copyOf(guards);
        occasions = Set.copyOf(occasions);
    }

    /** The service as it is called, or words for one that is not known. */
    public String name() {
        return domain.isEmpty() ? "a service that a template names" : domain + "." + service;
    }

    /** Whether this occasion can lead to it. */
    public boolean isUpon(int occasion) {
        return occasions.isEmpty() || occasions.contains(occasion);
    }
}
