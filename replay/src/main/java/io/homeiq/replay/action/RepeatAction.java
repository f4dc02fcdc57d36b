package io.homeiq.replay.action;

import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Inner;
import io.homeiq.replay.run.Pending;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Script;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does the same several times. */
record RepeatAction(Rounds rounds, Script script) implements Step.Action {

    @Override
    public void perform(Run run, Then then) {
        run.openScope();
        Then closed = problem -> {
            run.closeScope();
            then.resume(problem);
        };
        Object prepared;
        try {
            prepared = rounds.prepare(run);
        } catch (Fault | Halt problem) {
            closed.resume(problem);
            return;
        }
        new Loop(this, prepared, run, closed).next();
    }

    /** One repetition under way. */
    private static final class Loop {

        private final RepeatAction repeat;
        private final Rounds rounds;
        private final Object prepared;
        private final Run run;
        private final Then then;
        private int round;

        Loop(RepeatAction repeat, Object prepared, Run run, Then then) {
            this.repeat = repeat;
            this.rounds = repeat.rounds();
            this.prepared = prepared;
            this.run = run;
            this.then = then;
        }

        /** Goes on as long as nothing has to be waited for. */
        void next() {
            while (true) {
                round++;
                RuntimeException problem = null;
                boolean begins = false;
                try {
                    begins = begins();
                } catch (Fault | Halt trouble) {
                    problem = trouble;
                }
                if (!begins) {
                    then.resume(problem);
                    return;
                }
                if (rounds.givesWay(round)) {
                    run.core().loop().soon(this::runRoundLater);
                    return;
                }
                if (!runRound()) {
                    return;
                }
            }
        }

        private boolean begins() {
            Integer count = rounds.count(prepared);
            if (count != null && round > count) {
                return false;
            }
            tell(count);
            return rounds.begins(round, run);
        }

        private void tell(@Nullable Integer count) {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("first", round == 1);
            told.put("index", (long) round);
            if (count != null) {
                told.put("last", round == count);
            }
            Object item = rounds.item(prepared, round);
            if (item != null) {
                told.put("item", item);
            }
            run.variables().define("repeat", told);
        }

        private void runRoundLater() {
            if (runRound()) {
                next();
            }
        }

        /** @return whether another round follows at once */
        private boolean runRound() {
            Pending pending = new Pending();
            Inner.run(run, repeat.script(), pending);
            if (!pending.isDone()) {
                pending.then(problem -> {
                    if (goesOn(problem)) {
                        next();
                    }
                });
                return false;
            }
            return goesOn(pending.problem());
        }

        private boolean goesOn(@Nullable RuntimeException problem) {
            RuntimeException trouble = problem;
            boolean ends = false;
            if (trouble == null) {
                try {
                    ends = run.stop().isDone() || rounds.ends(round, run);
                } catch (Fault | Halt later) {
                    trouble = later;
                }
            }
            if (trouble != null || ends) {
                then.resume(trouble);
                return false;
            }
            return true;
        }
    }
}
