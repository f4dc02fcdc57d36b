package io.homeiq.contracts.event;

import java.util.Arrays;
import java.util.Optional;

/** Every command that can be given on the bus, with its name there and the record that it carries. */
public enum CommandType {
    RUN_ANALYSIS("analysis.run", Command.RunAnalysis.class),
    APPROVE_SUGGESTION("suggestion.approve", Command.ApproveSuggestion.class),
    REJECT_SUGGESTION("suggestion.reject", Command.RejectSuggestion.class),
    TRY_SUGGESTION("suggestion.trial", Command.TrySuggestion.class),
    PROMOTE_SUGGESTION("suggestion.promote", Command.PromoteSuggestion.class),
    DROP_TRIAL("suggestion.drop", Command.DropTrial.class),
    ROLL_BACK_AUTOMATION("automation.rollback", Command.RollBackAutomation.class),
    APPROVE_SHOWN("shown.approve", Command.ApproveShown.class),
    REJECT_SHOWN("shown.reject", Command.RejectShown.class),
    SET_MODE("mode.set", Command.SetMode.class),
    SET_LEARNING("learning.set", Command.SetLearning.class);

    private final String wireName;
    private final Class<? extends Command> data;

    CommandType(String wireName, Class<? extends Command> data) {
        this.wireName = wireName;
        this.data = data;
    }

    /** The command of this name on the wire, if there is one. */
    public static Optional<CommandType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    static CommandType of(Class<? extends Command> data) {
        return Arrays.stream(values())
                .filter(type -> type.data == data)
                .findFirst()
                .orElseThrow();
    }

    /** As in the topic, for example {@code analysis.run}. */
    public String wireName() {
        return wireName;
    }

    /** The record that its payload is read into. */
    public Class<? extends Command> data() {
        return data;
    }
}
