package io.homeiq.training;

import io.homeiq.mining.ranking.RankingModel;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What can be trained. */
enum TrainingType {
    /** The order in which suggestions are shown. */
    SUGGESTION_RANKER(RankingModel.TYPE);

    private final String wireName;

    TrainingType(String wireName) {
        this.wireName = wireName;
    }

    /** All of them, separated by commas. */
    static String names() {
        return Arrays.stream(values()).map(TrainingType::wireName).collect(Collectors.joining(", "));
    }

    /** As in the tables, in events and in requests; that of the model it makes, too. */
    String wireName() {
        return wireName;
    }
}
