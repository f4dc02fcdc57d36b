package io.homeiq.mining.synergy;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.synergy.SynergyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives a synergy the id that follows from what it says, so that the same finding has the same id everywhere. */
final class SynergyIds {

    private static final int HASH_BYTES = 8;

    private SynergyIds() {}

    static SynergyId of(HomeId home, Chain chain) {
        byte[] said = (home + "\n" + chain.said()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said);
            return new SynergyId("synergy_" + HexFormat.of().formatHex(hash, 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
