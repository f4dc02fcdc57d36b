package io.homeiq.contracts.suggestion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a suggestion stands in its life. Each state offers only the steps that are allowed from it:
 *
 * <pre>
 * proposed → approved → deployed → rolled back
 *    ↓  ↓        ↘ failed (approving again tries again) ; rolled back → approved
 * rejected, expired
 * </pre>
 */
public sealed interface SuggestionState {

    /** Since when it is in this state. */
    Instant since();

    /** Waits for the owner. */
    record Proposed(Instant since) implements SuggestionState {

        public Approved approve(Instant at) {
            return new Approved(at);
        }

        public Rejected reject(Instant at, @Nullable String reason) {
            return new Rejected(at, reason);
        }

        public Expired expire(Instant at) {
            return new Expired(at);
        }
    }

    /** The owner said yes; it is to be deployed as soon as that is possible. */
    record Approved(Instant since) implements SuggestionState {

        public Deployed deployed(Instant at, String automationId, int version) {
            return new Deployed(at, automationId, version);
        }

        public Failed failed(Instant at, String problem) {
            return new Failed(at, problem);
        }

        /** The owner took the yes back before anything was deployed. */
        public Rejected reject(Instant at, @Nullable String reason) {
            return new Rejected(at, reason);
        }
    }

    /**
     * Its automation is in place.
     *
     * @param version 1 for the first one written under this automation id, then counting up
     */
    record Deployed(Instant since, String automationId, int version) implements SuggestionState {

        public Deployed {
            if (automationId.isBlank() || version < 1) {
                throw new IllegalArgumentException("a deployment has an automation id and a version from 1, was: "
                        + automationId + ", " + version);
            }
        }

        public RolledBack rollBack(Instant at) {
            return new RolledBack(at, automationId);
        }
    }

    /**
     * The automation could not be put in place.
     *
     * @param problem one line that names the cause and the cure
     */
    record Failed(Instant since, String problem) implements SuggestionState {

        public Failed {
            if (problem.isBlank()) {
                throw new IllegalArgumentException("a failure names its cause and the cure");
            }
        }

        public Approved approve(Instant at) {
            return new Approved(at);
        }

        public Rejected reject(Instant at, @Nullable String reason) {
            return new Rejected(at, reason);
        }
    }

    /** The owner said no; it holds until the behaviour has changed. */
    record Rejected(Instant since, @Nullable String reason) implements SuggestionState {}

    /** Nobody answered, or the habit is gone. */
    record Expired(Instant since) implements SuggestionState {}

    /** What was there before the deployment is there again. */
    record RolledBack(Instant since, String automationId) implements SuggestionState {

        public Approved approve(Instant at) {
            return new Approved(at);
        }
    }
}
