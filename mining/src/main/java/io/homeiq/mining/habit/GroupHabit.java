package io.homeiq.mining.habit;

import java.util.List;

/** Several deeds that belong together: done at once or one after the other. */
public sealed interface GroupHabit extends Habit permits SceneHabit, LedScene, SequenceHabit {

    /** Each of another entity; of a sequence in its order. */
    List<Deed> members();
}
