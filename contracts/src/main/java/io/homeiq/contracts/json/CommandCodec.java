package io.homeiq.contracts.json;

import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.CommandType;
import java.nio.charset.StandardCharsets;

/**
 * Commands as plain JSON objects, easy to type by hand: the topic names the command, an empty payload stands for
 * {@code {}}. Immutable and safe to share between threads.
 */
public final class CommandCodec {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final WireJson json;

    public CommandCodec(WireJson json) {
        this.json = json;
    }

    /** The payload to publish on the command's topic. */
    public byte[] encode(Command command) {
        return EventCodec.checkSize(json.toBytes(command), command.type().wireName());
    }

    /** Reads a payload that came in on the topic of this command. Never throws, whatever the bytes are. */
    public DecodedCommand decode(CommandType type, byte[] payload) {
        if (payload.length > EventCodec.MAX_BYTES) {
            return new DecodedCommand.Unreadable(EventCodec.tooLarge(type.wireName(), payload.length));
        }
        try {
            return new DecodedCommand.Readable(json.read(isBlank(payload) ? NOTHING : payload, type.data()));
        } catch (WireException e) {
            return new DecodedCommand.Unreadable(type.wireName() + ": " + e.getMessage());
        }
    }

    private static boolean isBlank(byte[] payload) {
        for (byte character : payload) {
            if (character != ' ' && character != '\t' && character != '\r' && character != '\n') {
                return false;
            }
        }
        return true;
    }
}
