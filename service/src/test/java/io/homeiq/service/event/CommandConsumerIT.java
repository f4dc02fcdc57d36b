package io.homeiq.service.event;

import static io.homeiq.service.event.Station.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.DeadLetter;
import io.homeiq.contracts.event.Topic;
import io.homeiq.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandConsumerIT {

    private static final Topic APPROVE = Topic.command(HOME, CommandType.APPROVE_SUGGESTION);
    private static final Topic RUN = Topic.command(HOME, CommandType.RUN_ANALYSIS);

    @TempDir
    Path folder;

    private Station station;
    private final List<Command> given = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        station = new Station(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void handsOnACommandTypedByHand() {
        // Given
        Station.await(station.commands.on(Command.RunAnalysis.class, this::take));

        // When
        station.publish(RUN, "");

        // Then
        await().untilAsserted(() -> assertThat(given).containsExactly(new Command.RunAnalysis()));
    }

    @Test
    void putsAsideACommandThatCannotBeRead() {
        // Given
        Station.await(station.commands.on(Command.ApproveSuggestion.class, this::take));

        // When
        station.publish(APPROVE, "{\"suggestion\": 7}");

        // Then
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        assertThat(station.deadLetters().getFirst().reason()).contains("suggestion.approve");
        assertThat(given).isEmpty();
    }

    @Test
    void putsAsideACommandThatCanNeverBeDone() {
        // Given
        Station.await(station.commands.on(
                Command.RunAnalysis.class,
                command -> Problem.of(Problem.Kind.CONFLICT, "one runs already").asFailure()));

        // When
        station.publish(RUN, "{}");

        // Then
        await().untilAsserted(() ->
                assertThat(station.deadLetters()).extracting(DeadLetter::reason).containsExactly("one runs already"));
    }

    @Test
    void getsACommandAgainThatCouldNotBeDoneYet() {
        // Given
        Station.await(station.commands.on(Command.RunAnalysis.class, command -> {
            given.add(command);
            return given.size() < 3 ? Future.failedFuture("the database is busy") : Future.succeededFuture();
        }));

        // When
        station.publish(RUN, "{}");

        // Then
        await().untilAsserted(() -> assertThat(station.counted("homeiq.commands.consumed", "analysis.run", "done"))
                .isEqualTo(1));
        assertThat(given).hasSize(3);
        assertThat(station.deadLetters()).isEmpty();
    }

    @Test
    void doesNotObeyARetainedCommand() {
        // Given
        Station.await(station.bus.publish(new Message(RUN, Buffer.buffer("{}"), true)));

        // When
        Station.await(station.commands.on(Command.RunAnalysis.class, this::take));

        // Then
        await().untilAsserted(() -> assertThat(station.deadLetters()).hasSize(1));
        assertThat(station.deadLetters().getFirst().reason()).contains("must not be retained");
        assertThat(given).isEmpty();
    }

    private Future<Void> take(Command command) {
        given.add(command);
        return Future.succeededFuture();
    }
}
