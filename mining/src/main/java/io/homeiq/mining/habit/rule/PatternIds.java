package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Gives a pattern the id that follows from what it says, so that the same finding has the same id everywhere. */
final class PatternIds {

    private static final int HASH_BYTES = 8;

    private PatternIds() {}

    static PatternId of(HomeId home, PatternKind kind, Rule rule) {
        byte[] said = (home + "\n" + kind + "\n" + RuleText.of(rule)).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said);
            String hex = HexFormat.of().formatHex(hash, 0, HASH_BYTES);
            return new PatternId(kind.name().toLowerCase(Locale.ROOT) + "_" + hex);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
