package io.homeiq.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.suggestion.SuggestionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCodecTest {

    private final CommandCodec codec = new CommandCodec(new WireJson());

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "{}", "{\"asked_by\":\"a page\"}"})
    void takesAnEmptyPayloadForACommandThatNeedsNothing(String payload) {
        assertThat(codec.decode(CommandType.RUN_ANALYSIS, payload.getBytes(UTF_8)))
                .isEqualTo(new DecodedCommand.Readable(new Command.RunAnalysis()));
    }

    @Test
    void leavesOutWhatIsNotGiven() {
        Command reject = new Command.RejectSuggestion(new SuggestionId("s_1"), null);

        assertThat(new String(codec.encode(reject), UTF_8)).isEqualTo("{\"suggestion_id\":\"s_1\"}");
        assertThat(codec.decode(reject.type(), codec.encode(reject))).isEqualTo(new DecodedCommand.Readable(reject));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                         | suggestion_id: is missing
                    s_1                        | Unrecognized token 's_1': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at line 1, column 1
                    null                       | the document is null
                    {"suggestion_id":"../x"}   | suggestion_id: suggestionId must match [a-z0-9_]{1,64}, was: ../x
                    {"suggestion_id":["s_1"]}  | suggestion_id: SuggestionId must be text, was: START_ARRAY
                    {"suggestion_id":"s_1"} {} | Trailing token (of type START_OBJECT) found after value (bound as `Command$ApproveSuggestion`)
                    """)
    void saysInOneLineWhatIsWrong(String payload, String reason) {
        assertThat(codec.decode(CommandType.APPROVE_SUGGESTION, payload.getBytes(UTF_8)))
                .isEqualTo(
                        new DecodedCommand.Unreadable("suggestion.approve: cannot read ApproveSuggestion: " + reason));
    }

    @Test
    void refusesTooManyBytesInBothDirections() {
        Command wordy = new Command.RejectSuggestion(new SuggestionId("s_1"), "x".repeat(EventCodec.MAX_BYTES));

        assertThat(codec.decode(CommandType.REJECT_SUGGESTION, new byte[EventCodec.MAX_BYTES + 1]))
                .isEqualTo(new DecodedCommand.Unreadable(
                        "suggestion.reject has 65537 bytes, more than the 65536 that the bus allows"));
        assertThatThrownBy(() -> codec.encode(wordy))
                .isInstanceOf(WireException.class)
                .hasMessageEndingWith("more than the 65536 that the bus allows");
    }
}
