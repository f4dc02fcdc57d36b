package io.homeiq.mining.synergy;

import java.util.List;

/**
 * Several devices set one after the other, in whatever order: the first within the time that one has, the second within
 * twice that, and so on.
 *
 * @param moves of each, at least two
 */
record Together(List<Moves> moves) implements Reply {

    Together {
        moves = List.copyOf(moves);
    }

    @Override
    public boolean arePossibleAt(long time) {
        return moves.stream().allMatch(move -> move.arePossibleAt(time));
    }

    @Override
    public boolean followBy(long time, long withinMillis) {
        for (int i = 0; i < moves.size(); i++) {
            if (!moves.get(i).followBy(time, withinMillis * (i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Of the one that is set least: more often they cannot be set together. */
    @Override
    public int acts(long from, long until) {
        return moves.stream().mapToInt(move -> move.acts(from, until)).min().orElse(0);
    }
}
