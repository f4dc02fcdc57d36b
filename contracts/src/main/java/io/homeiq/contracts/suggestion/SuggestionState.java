package io.homeiq.contracts.suggestion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a suggestion stands in its life. Each state offers only the steps that are allowed from it:
 *
 * <pre>
 * proposed → approved → deployed → rolled back
 *  ↕  ↓  ↓       ↘ failed (approving again tries again) ; rolled back → approved
 *  ↕ rejected, expired    ↘ retired, where the suggestion is to take an automation away
 * trial → approved, rejected
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

        /** It is to be watched live, without acting. */
        public Trial tryOut(Instant at) {
            return new Trial(at);
        }
    }

    /** In shadow: what its automation would do is watched live beside what people do, and nothing is done. */
    record Trial(Instant since) implements SuggestionState {

        public Approved promote(Instant at) {
            return new Approved(at);
        }

        public Rejected reject(Instant at, @Nullable String reason) {
            return new Rejected(at, reason);
        }

        /** The trial ends without an answer: it waits for the owner again. */
        public Proposed drop(Instant at) {
            return new Proposed(at);
        }
    }

    /**
     * The owner said yes; it is to be deployed as soon as that is possible.
     *
     * @param armed false: it is put in place switched off, and waits to be armed; true or null: it works from then on
     */
    record Approved(Instant since, @Nullable Boolean armed) implements SuggestionState {

        /** To work as soon as it is in place. */
        public Approved(Instant since) {
            this(since, null);
        }

        public Deployed deployed(Instant at, String automationId, int version) {
            return new Deployed(at, automationId, version, armed);
        }

        /** What the suggestion wanted taken away is gone. */
        public Retired retired(Instant at, String automationId) {
            return new Retired(at, automationId);
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
     * @param armed false: it is switched off until the owner arms it; true or null: it works
     */
    record Deployed(
            Instant since,
            String automationId,
            int version,
            @Nullable Boolean armed) implements SuggestionState {

        /** One that works. */
        public Deployed(Instant since, String automationId, int version) {
            this(since, automationId, version, null);
        }

        public Deployed {
            if (automationId.isBlank() || version < 1) {
                throw new IllegalArgumentException("a deployment has an automation id and a version from 1, was: "
                        + automationId + ", " + version);
            }
        }

        /** The owner switches it on, as the version of its content that is not switched off. */
        public Deployed arm(Instant at, int armedVersion) {
            return new Deployed(at, automationId, armedVersion);
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

    /** The automation that was to be taken away, and no longer was what people want, is gone. */
    record Retired(Instant since, String automationId) implements SuggestionState {}

    /** What was there before the deployment is there again. */
    record RolledBack(Instant since, String automationId) implements SuggestionState {

        public Approved approve(Instant at) {
            return new Approved(at);
        }
    }
}
