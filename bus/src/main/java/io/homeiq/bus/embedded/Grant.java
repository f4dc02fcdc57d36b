package io.homeiq.bus.embedded;

/**
 * How a subscription is served.
 *
 * @param qos 0 or 1: the broker grants no more than 1, which both versions of MQTT allow
 * @param noLocal whether the subscriber does not want what it published itself
 * @param retainAsPublished whether live messages keep their retain flag
 */
record Grant(int qos, boolean noLocal, boolean retainAsPublished) {

    static final int HIGHEST_QOS = 1;

    /** For a client with several filters on one topic, which gets one copy. */
    Grant or(Grant other) {
        return new Grant(
                Math.max(qos, other.qos), noLocal && other.noLocal, retainAsPublished || other.retainAsPublished);
    }
}
