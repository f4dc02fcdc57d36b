package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.Scripts;
import io.vertx.core.Future;
import java.util.List;

/**
 * Takes what a {@link HomeAssistantFeed} hands on. Every method is called on the feed's Vert.x context and must return at once; the
 * next batch comes only when the future of the one before has completed, on whatever thread.
 */
public interface FeedListener {

    /**
     * Events in order of time, 1 to 1000 of them. An event may come again after a reconnect or a failure, then equal in entity,
     * millisecond and state. If the future fails, the batch and what follows is read again from Home Assistant's history a little
     * later, so nothing is lost as long as the recorder has it.
     */
    Future<Void> events(List<HomeEvent> batch, Origin origin);

    /** The home as it is now: after each connection and after each change. If the future fails it comes again later. */
    Future<Void> registry(HomeRegistry registry);

    /** All automations of the home, each time they may have changed; never called if the token is not an administrator's. */
    Future<Void> automations(List<Automation> automations);

    /** All scripts of the home, each time they may have changed; never called if the token is not an administrator's. */
    Future<Void> scripts(Scripts scripts);

    /** How it stands with the connection; called with each change. */
    void connection(FeedState state);
}
