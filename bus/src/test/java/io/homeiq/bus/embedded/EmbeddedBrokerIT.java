package io.homeiq.bus.embedded;

import static io.homeiq.bus.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.homeiq.bus.BusException;
import io.homeiq.bus.BusException.Kind;
import io.homeiq.bus.embedded.MosquittoTools.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker as strangers see it: mosquitto's clients, in both versions of MQTT. */
class EmbeddedBrokerIT {

    private EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onFreePort());
    private MosquittoTools tools = new MosquittoTools(broker.port());

    @AfterEach
    void stop() {
        broker.close();
    }

    private void restart(EmbeddedBrokerSettings settings) {
        broker.close();
        broker = EmbeddedBroker.start(settings);
        tools = new MosquittoTools(broker.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv31", "mqttv311", "mqttv5"})
    void servesClientsOfEveryVersionWithoutAName(String version) {
        // Given
        Running subscriber = tools.subscribe("-V", version, "-t", "home/+/light", "-q", "1", "-C", "2");

        // When
        tools.publish("-V", version, "-t", "home/hall/light", "-m", "on", "-q", "1");
        tools.publish("-V", version, "-t", "home/hall/heating", "-m", "not wanted");
        tools.publish("-V", version, "-t", "home/attic/light", "-m", "off", "-q", "0");

        // Then
        assertThat(subscriber.awaitExit()).isZero();
        assertThat(subscriber.lines()).containsExactly("on", "off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void takesQualityOfService2OnceAndGrants1(String version) {
        // Given
        Running subscriber = tools.subscribe("-V", version, "-t", "a", "-q", "2", "-C", "2", "-F", "%p qos %q");
        assertThat(subscriber.output()).contains("Subscribed (mid: 1): 1");

        // When
        tools.publish("-V", version, "-t", "a", "-m", "exactly once", "-q", "2");
        tools.publish("-V", version, "-t", "a", "-m", "end", "-q", "1");

        // Then
        assertThat(subscriber.awaitExit()).isZero();
        assertThat(subscriber.lines()).containsExactly("exactly once qos 1", "end qos 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void tellsRetainedMessagesToThoseWhoComeLater(String version) {
        // Given
        tools.publish("-V", version, "-t", "a/1", "-m", "first", "-r");
        tools.publish("-V", version, "-t", "a/1", "-m", "second", "-r", "-q", "1");
        tools.publish("-V", version, "-t", "a/2", "-m", "other", "-r");
        tools.publish("-V", version, "-t", "a/2", "-n", "-r");
        tools.publish("-V", version, "-t", "$hidden", "-m", "hidden", "-r");

        // When
        Running late = tools.subscribe("-V", version, "-t", "#", "-C", "2", "-F", "%r %p");
        tools.publish("-V", version, "-t", "a/1", "-m", "live", "-r");

        // Then
        assertThat(late.awaitExit()).isZero();
        assertThat(late.lines()).containsExactly("1 second", "0 live");
    }

    @Test
    void keepsTheRetainFlagForWhoWantsItSo() {
        // Given
        tools.publish("-t", "a", "-m", "old", "-r");

        // When
        Running subscriber =
                tools.subscribe("-V", "mqttv5", "-t", "a", "-C", "2", "-F", "%r %p", "--retain-as-published");
        tools.publish("-t", "a", "-m", "new", "-r");

        // Then
        assertThat(subscriber.awaitExit()).isZero();
        assertThat(subscriber.lines()).containsExactly("1 old", "1 new");
    }

    @Test
    void handsOnThePropertiesOfVersion5() {
        // Given
        Running subscriber = tools.subscribe("-V", "mqttv5", "-t", "a", "-C", "1", "-F", "%p|%C|%D|%R|%P|%E");

        // When
        tools.publish(("-V mqttv5 -t a -m ask -D publish content-type text/plain -D publish correlation-data 42"
                        + " -D publish response-topic b -D publish user-property key value"
                        + " -D publish message-expiry-interval 100")
                .split(" "));

        // Then
        assertThat(subscriber.awaitExit()).isZero();
        assertThat(subscriber.lines())
                .singleElement()
                .asString()
                .matches("ask\\|text/plain\\|42\\|b\\|key:value\\|(99|100)");
    }

    @Test
    void forgetsARetainedMessageThatHasExpired() {
        // Given
        tools.publish("-V mqttv5 -t a/short -m gone -r -D publish message-expiry-interval 1".split(" "));
        tools.publish("-V mqttv5 -t a/long -m there -r -D publish message-expiry-interval 100".split(" "));

        // Then
        await().untilAsserted(() -> {
            Running late = tools.subscribe("-t", "a/#", "-t", "end", "-C", "2");
            tools.publish("-t", "end", "-m", "end");
            late.awaitExit();
            assertThat(late.lines()).containsExactly("there", "end");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void tellsTheWillOfAClientThatDied(String version) {
        // Given
        Running observer = tools.subscribe("-t", "will", "-C", "1", "-F", "%p");
        Running dying = tools.subscribe(
                "-V", version, "-t", "x", "--will-topic", "will", "--will-payload", "died", "--will-retain");

        // When
        dying.kill();

        // Then
        assertThat(observer.awaitExit()).isZero();
        assertThat(observer.lines()).containsExactly("died");
        Running late = tools.subscribe("-t", "will", "-C", "1", "-F", "%r %p");
        late.awaitExit();
        assertThat(late.lines()).containsExactly("1 died");
    }

    @Test
    void keepsTheWillOfAClientThatSaidGoodbyeToItself() {
        // Given
        Running observer = tools.subscribe("-t", "will", "-t", "end", "-C", "1", "-F", "%p");
        Running leaving = tools.subscribe("-t", "x", "-C", "1", "--will-topic", "will", "--will-payload", "died");

        // When
        tools.publish("-t", "x", "-m", "leave");
        leaving.awaitExit();
        tools.publish("-t", "end", "-m", "end");

        // Then
        assertThat(observer.awaitExit()).isZero();
        assertThat(observer.lines()).containsExactly("end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V mqttv311 -c", "-V mqttv5 -c -x 100"})
    void keepsMessagesForAClientThatIsAway(String session) {
        // Given
        String arguments = session + " -i steady -t a -q 1";
        tools.subscribe(arguments.split(" ")).kill();
        for (int i = 0; i < 5; i++) {
            tools.publish("-t", "a", "-m", "kept " + i, "-q", "1");
        }
        tools.publish("-t", "a", "-m", "not worth keeping", "-q", "0");

        // When
        Running back = tools.start("mosquitto_sub", (arguments + " -C 5").split(" "));

        // Then
        assertThat(back.awaitExit()).isZero();
        assertThat(back.lines()).containsExactly("kept 0", "kept 1", "kept 2", "kept 3", "kept 4");
    }

    @Test
    void forgetsAClientThatStaysAwayTooLong() {
        // Given
        tools.subscribe("-V mqttv5 -c -x 1 -i steady -t a -q 1".split(" ")).kill();
        tools.publish("-t", "a", "-m", "kept", "-q", "1");

        // Then
        await().pollDelay(Duration.ofSeconds(1)).untilAsserted(() -> {
            Running back = tools.subscribe("-V mqttv5 -c -x 1 -i steady -t a -q 1 -C 1".split(" "));
            tools.publish("-t", "a", "-m", "new", "-q", "1");
            back.awaitExit();
            assertThat(back.lines()).containsExactly("new");
        });
    }

    @Test
    void keepsNoMoreForAnAbsentClientThanItMay() {
        // Given
        restart(EmbeddedBrokerSettings.onFreePort().withLimits(BrokerLimits.DEFAULT.withQueue(3, 1_000_000)));
        tools.subscribe("-c -i steady -t a -q 1".split(" ")).kill();

        // When
        IntStream.range(0, 6).forEach(i -> tools.publish("-t", "a", "-m", "kept " + i, "-q", "1"));

        // Then
        Running back = tools.subscribe("-c -i steady -t a -t end -q 1 -C 4".split(" "));
        tools.publish("-t", "end", "-m", "end", "-q", "1");
        back.awaitExit();
        assertThat(back.lines()).containsExactly("kept 0", "kept 1", "kept 2", "end");
    }

    @Test
    void throwsOutTheFormerClientOfAName() {
        // Given
        Running former = tools.subscribe("-V mqttv5 -i same -t a".split(" "));

        // When
        Running successor = tools.subscribe("-V mqttv5 -i same -t a -C 1".split(" "));

        // Then
        former.awaitOutput("DISCONNECT");
        tools.publish("-t", "a", "-m", "news");
        assertThat(successor.awaitExit()).isZero();
        former.kill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void letsInOnlyTheUserItKnows(String version) {
        // Given
        restart(EmbeddedBrokerSettings.onFreePort().withLogin("homeiq", "secret"));

        // When
        int right = tools.start("mosquitto_pub", ("-V " + version + " -t a -m x -u homeiq -P secret").split(" "))
                .awaitExit();
        int wrong = tools.start("mosquitto_pub", ("-V " + version + " -t a -m x -u homeiq -P guess").split(" "))
                .awaitExit();
        int nobody = tools.start("mosquitto_pub", ("-V " + version + " -t a -m x").split(" "))
                .awaitExit();

        // Then
        assertThat(right).isZero();
        assertThat(wrong).isNotZero();
        assertThat(nobody).isNotZero();
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.onPort(taken.getLocalPort());

            // Then
            assertThatExceptionOfType(BusException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(settings))
                    .withMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .withMessageContaining("choose another port")
                    .matches(thrown -> thrown.kind() == Kind.PORT_IN_USE);
        }
    }

    @Test
    void saysThatAnAddressIsNotOfThisMachine() {
        // Given
        EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.onFreePort().withHost("192.0.2.1");

        // Then
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> EmbeddedBroker.start(settings))
                .withMessageContaining("192.0.2.1")
                .matches(thrown -> thrown.kind() == Kind.BROKEN);
    }

    @Test
    void comesBackOnTheSamePortWithNothingKept() {
        // Given
        tools.publish("-t", "a", "-m", "kept", "-r");

        // When
        restart(EmbeddedBrokerSettings.onPort(broker.port()));

        // Then
        Running late = tools.subscribe("-t", "a", "-C", "1");
        tools.publish("-t", "a", "-m", "new");
        late.awaitExit();
        assertThat(late.lines()).containsExactly("new");
    }
}
