package io.homeiq.store.suggestion;

/** Whether an automation that was deployed should be in place now. */
public enum Standing {
    /** One of its versions was not taken back. */
    IN_PLACE("EXISTS"),
    /** All of its versions were taken back. */
    TAKEN_BACK("NOT EXISTS"),
    /** The one or the other. */
    ANY("");

    private final String exists;

    Standing(String exists) {
        this.exists = exists;
    }

    /** The condition on a row of {@code automation_versions AS newest}, with what joins it to others. */
    String condition() {
        return exists.isEmpty()
                ? ""
                : " AND " + exists + " (SELECT 1 FROM automation_versions AS left_in_place"
                        + " WHERE left_in_place.home = newest.home"
                        + " AND left_in_place.automation_id = newest.automation_id"
                        + " AND left_in_place.rolled_back_at IS NULL)";
    }
}
