package io.homeiq.replay.action;

import io.homeiq.replay.run.Then;

/** Whoever answers calls of services. */
public interface Services {

    /**
     * Does what the call asks for.
     *
     * @return leaves it before it is done
     * @throws io.homeiq.replay.fault.Fault of kind SERVICE_NOT_FOUND if there is no such service, of others if it fails
     */
    Runnable call(ServiceCall call, Then then);
}
