package io.homeiq.query;

import io.homeiq.query.language.Choice;
import io.homeiq.query.language.Meaning;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question that waits for its answer, as it is kept.
 *
 * @param before the sentence up to the place of the answer
 * @param after the sentence from there on
 */
record Pending(String before, String after, List<Choice> choices) {

    Pending {
        choices = List.copyOf(choices);
    }

    static Pending of(Meaning.Unclear unclear) {
        return new Pending(unclear.before(), unclear.after(), unclear.choices());
    }

    /** The sentence with the answers in their place: a choice by its text or its number from 1 on, or any other words. */
    String answered(List<String> answers) {
        String words = answers.stream().map(this::words).collect(Collectors.joining(" and "));
        return (before + " " + words + " " + after).strip();
    }

    private String words(String answer) {
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            if (choice.text().equalsIgnoreCase(answer.strip()) || answer.strip().equals(Integer.toString(i + 1))) {
                int end = choice.sentence().length() - after.length();
                return choice.sentence().substring(before.length(), end).strip();
            }
        }
        return answer;
    }
}
