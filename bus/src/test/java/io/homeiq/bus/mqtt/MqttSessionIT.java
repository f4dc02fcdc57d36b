package io.homeiq.bus.mqtt;

import static io.homeiq.bus.Futures.await;
import static io.homeiq.bus.Futures.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.Collector;
import io.homeiq.bus.Message;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a broker knows of us across connections and processes. */
class MqttSessionIT extends OnMosquitto {

    @Test
    void getsAnUnacknowledgedMessageAgainOnTheNextConnection() {
        // Given
        Vertx former = Vertx.vertx();
        MqttBus dying = MqttBus.open(former, mortal("stable"));
        awaitConnected(dying);
        List<String> failed = new CopyOnWriteArrayList<>();
        get(dying.subscribe(FILTER, message -> {
            failed.add(message.payload().toString());
            return Future.failedFuture(new IllegalStateException("never"));
        }));
        MqttBus publisher = connect(settings("publisher"));
        get(publisher.publish(text("precious")));
        await().until(() -> failed.size() == QUICK.delivery().attempts());

        // When
        get(former.close());
        MqttBus successor = open(settings("stable"));

        // Then
        Collector all = new Collector();
        get(successor.subscribe(FILTER, all));
        all.awaitText("precious");
    }

    @Test
    void getsWhatCameWhileTheProcessWasAwayEvenIfItSubscribesLate() {
        // Given
        Vertx former = Vertx.vertx();
        MqttBus dying = MqttBus.open(former, mortal("stable"));
        get(dying.subscribe(FILTER, new Collector()));
        awaitConnected(dying);
        get(former.close());
        MqttBus publisher = connect(settings("publisher"));
        get(publisher.publish(text("meanwhile")));

        // When
        MqttBus successor = connect(settings("stable"));
        Collector marker = new Collector();
        get(successor.subscribe(new TopicFilter("marker"), marker));
        get(publisher.publish(new Message(new Topic("marker"), Buffer.buffer("the rest has come"), false)));
        marker.awaitText("the rest has come");
        Collector late = new Collector();
        get(successor.subscribe(FILTER, late));

        // Then
        late.awaitText("meanwhile");
    }

    @Test
    void startsAfreshWithoutAPersistentSession() {
        // Given
        Vertx former = Vertx.vertx();
        MqttBus dying = MqttBus.open(former, mortal("stable").withPersistentSession(false));
        get(dying.subscribe(FILTER, new Collector()));
        awaitConnected(dying);
        get(former.close());
        MqttBus publisher = connect(settings("publisher"));
        get(publisher.publish(text("meanwhile")));

        // When
        MqttBus successor = connect(settings("stable").withPersistentSession(false));
        Collector late = new Collector();
        get(successor.subscribe(FILTER, late));

        // Then
        get(publisher.publish(text("later")));
        assertThat(late.awaitText("later").texts()).containsExactly("later");
    }

    @Test
    void takesBackASubscriptionThatWasCancelledWhileTheBrokerWasAway() {
        // Given
        MosquittoProcess lasting = MosquittoProcess.startPersistent();
        MqttBus bus =
                connect(MqttSettings.of(lasting.host(), lasting.port(), "one").withLimits(QUICK));
        Collector left = new Collector();
        Subscription subscription = get(bus.subscribe(FILTER, left));
        lasting.stop();
        awaitLost(bus);
        get(subscription.cancel());

        // When
        lasting.start();
        awaitConnected(bus);

        // Then: the broker, which remembers the session, does not send it any more
        get(bus.publish(text("nobody wants this")));
        Collector again = new Collector();
        get(bus.subscribe(FILTER, again));
        get(bus.publish(text("news")));
        assertThat(again.awaitText("news").texts()).containsExactly("news");
        assertThat(left.texts()).isEmpty();
        get(bus.close());
        lasting.close();
    }

    @Test
    void tellsThatItIsThereAndThatItLeft() {
        // Given
        Topic presence = new Topic("homeiq/v1/test/state/bridge");
        MqttBus observer = connect(settings("observer"));
        Collector states = new Collector();
        get(observer.subscribe(TopicFilter.exactly(presence), states));

        // When
        MqttBus bus = connect(settings("one").withPresence(Presence.on(presence)));
        states.awaitText("online");
        get(bus.close());

        // Then
        assertThat(states.awaitText("offline").texts()).containsExactly("online", "offline");
    }

    @Test
    void letsTheBrokerTellThatItDied() {
        // Given
        Topic presence = new Topic("homeiq/v1/test/state/bridge");
        MqttBus observer = connect(settings("observer"));
        Collector states = new Collector();
        get(observer.subscribe(TopicFilter.exactly(presence), states));
        Vertx process = Vertx.vertx();
        MqttBus dying = MqttBus.open(process, mortal("one").withPresence(Presence.on(presence)));
        awaitConnected(dying);
        states.awaitText("online");

        // When
        get(process.close());

        // Then
        assertThat(states.awaitText("offline").texts()).containsExactly("online", "offline");
    }
}
