package io.homeiq.service.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The secret that callers must show. Never printed. */
public final class ApiKey {

    /** In characters; shorter ones can be guessed. */
    public static final int MIN_LENGTH = 16;

    private static final String BEARER = "Bearer ";

    private final String value;
    private final byte[] digest;

    public ApiKey(String value) {
        if (value.length() < MIN_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("an API key must have " + MIN_LENGTH
                    + " or more visible characters of ASCII, was one of " + value.length());
        }
        this.value = value;
        this.digest = digestOf(value);
    }

    /**
     * Whether a caller showed the key. Takes the same time whatever was shown, and however long it is.
     *
     * @param header the header {@code X-API-Key}; null if it was not sent
     * @param authorization the header {@code Authorization}, which may hold the key as {@code Bearer}; null if it was not sent
     */
    public boolean isShown(@Nullable String header, @Nullable String authorization) {
        String shown = header != null ? header : bearer(authorization);
        return MessageDigest.isEqual(digest, digestOf(shown));
    }

    private static String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    /** The key itself, for the header of a call to another service. */
    public String reveal() {
        return value;
    }

    private static byte[] digestOf(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
