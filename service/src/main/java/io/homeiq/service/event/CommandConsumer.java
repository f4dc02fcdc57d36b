package io.homeiq.service.event;

import io.homeiq.bus.Message;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.json.CommandCodec;
import io.homeiq.contracts.json.DecodedCommand;
import io.homeiq.service.ProblemException;
import io.homeiq.service.event.Intake.Outcome;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands to one home from the bus. What cannot be read, or cannot be done and never will, goes to the dead letters of the service with the
 * reason. A command has no id, so one delivered twice is given twice: it must not matter.
 */
public final class CommandConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CommandConsumer.class);

    private final ConsumerParts parts;
    private final CommandCodec codec;
    private final Intake intake;

    public CommandConsumer(ConsumerParts parts) {
        this.parts = parts;
        this.codec = new CommandCodec(parts.json());
        this.intake = new Intake(parts, "homeiq.commands.consumed");
    }

    /**
     * From now on commands of this type are handed over.
     *
     * @param command for example {@code Command.RunAnalysis.class}
     * @param handler if its future fails with a {@link ProblemException} that blames the sender (status 400 to 499), the command is put aside with the
     *     problem as the reason; if it fails with anything else, the command comes again later
     */
    public <T extends Command> Future<Subscription> on(Class<T> command, Function<T, Future<Void>> handler) {
        CommandType type = typeOf(command);
        return parts.bus()
                .subscribe(
                        TopicFilter.exactly(Topic.command(parts.home(), type)),
                        message -> take(message, type, payload -> handler.apply(command.cast(payload))));
    }

    private Future<Void> take(Message message, CommandType type, Function<Command, Future<Void>> effect) {
        if (message.retained()) {
            // It would be given again with every connection.
            return intake.putAside(
                    message, type.wireName(), "a command must not be retained; publish it without that flag");
        }
        return switch (codec.decode(type, message.payload().getBytes())) {
            case DecodedCommand.Unreadable unreadable -> intake.putAside(message, type.wireName(), unreadable.reason());
            case DecodedCommand.Readable readable ->
                called(effect, readable.command())
                        .onSuccess(done -> intake.count(type.wireName(), Outcome.DONE))
                        .recover(failure -> failed(message, type, failure));
        };
    }

    private static Future<Void> called(Function<Command, Future<Void>> effect, Command command) {
        try {
            return effect.apply(command);
        } catch (ProblemException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> failed(Message message, CommandType type, Throwable failure) {
        if (failure instanceof ProblemException refused
                && refused.problem().kind().status() < 500) {
            return intake.putAside(message, type.wireName(), refused.problem().detail());
        }
        intake.count(type.wireName(), Outcome.FAILED);
        LOG.warn("{} could not be done and will come again: {}", type.wireName(), failure.toString());
        return Future.failedFuture(failure);
    }

    private static CommandType typeOf(Class<? extends Command> command) {
        return Arrays.stream(CommandType.values())
                .filter(type -> type.data() == command)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command is " + command.getSimpleName()));
    }
}
