package io.homeiq.automation.deployment;

/** What becomes of an automation that a person changed where ours is to stand. */
public enum HandEdits {
    /** It is left as it is, and ours is not put there. */
    KEEP,
    /** Ours takes its place, because the owner said so for this one time; a rollback puts the person's back. */
    REPLACE
}
