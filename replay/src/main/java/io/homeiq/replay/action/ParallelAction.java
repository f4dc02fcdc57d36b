package io.homeiq.replay.action;

import io.homeiq.replay.loop.Loop;
import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Inner;
import io.homeiq.replay.run.Pending;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Script;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does several lists of actions at a time, each of which begins one round later, and goes on when all have ended. */
record ParallelAction(List<Script> branches) implements Step.Action {

    @Override
    public void perform(Run run, Then then) {
        if (branches.isEmpty()) {
            then.resume(null);
            return;
        }
        Loop loop = run.core().loop();
        Gathering gathering = new Gathering(loop, branches.size(), then);
        for (int i = 0; i < branches.size(); i++) {
            int position = i;
            loop.soon(() -> {
                Pending pending = new Pending();
                Inner.runBranch(run, branches.get(position), pending);
                if (pending.isDone()) {
                    gathering.ended(position, pending.problem());
                } else {
                    pending.then(problem -> gathering.ended(position, problem));
                }
            });
        }
    }

    private static final class Gathering {

        private final Loop loop;
        private final Then then;
        private final @Nullable RuntimeException[] problems;
        private int missing;

        Gathering(Loop loop, int size, Then then) {
            this.loop = loop;
            this.then = then;
            this.problems = new RuntimeException[size];
            this.missing = size;
        }

        void ended(int position, @Nullable RuntimeException problem) {
            loop.soon(() -> {
                problems[position] = problem;
                missing--;
                if (missing == 0) {
                    loop.soon(() -> then.resume(firstProblem()));
                }
            });
        }

        /** A branch that was left is no error. */
        private @Nullable RuntimeException firstProblem() {
            return Arrays.stream(problems)
                    .filter(Objects::nonNull)
                    .filter(problem -> !(problem instanceof Halt halt) || halt.kind() != Halt.Kind.CANCELLED)
                    .findFirst()
                    .orElse(null);
        }
    }
}
