package io.homeiq.homeassistant.source;

/** The few words by which rows that were left out are counted. */
final class SkipReason {

    static final String INVALID_JSON = "invalid JSON";
    static final String INVALID_CSV = "not three columns";
    static final String NO_ENTITY_ID = "no entity_id";
    static final String BAD_ENTITY_ID = "impossible entity_id";
    static final String NO_TIME = "no time";
    static final String BAD_TIME = "impossible time";
    static final String NO_STATE = "no state";
    static final String LONG_STATE = "state longer than 255 characters";
    static final String LONG_LINE = "line too long";
    static final String UNKNOWN_TYPE = "unknown event type";
    static final String CUT_OFF = "last line cut off";
    static final String INCOMPLETE = "incomplete event";
    static final String TOLD_TWICE = "told twice";

    private SkipReason() {}
}
