package io.homeiq.query.language;

/**
 * One answer to a question that was asked back.
 *
 * @param text as people see it
 * @param sentence what they would have said if they had meant this from the start
 */
public record Choice(String text, String sentence) {}
