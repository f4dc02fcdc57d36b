package io.homeiq.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/**
 * One JSON object a line, in which what looks like a token, a password or a key is masked: in the message, in the
 * key-value pairs and in what a failure says. What is masked is the inside of a JSON string, so the line stays JSON.
 */
public final class MaskedJsonEncoder extends JsonEncoder {

    private static final String MASK = "***";

    /** A character within a JSON string that is no white space; an escaped quotation mark does not end the string. */
    private static final String LETTER = "(?:[^\\s\"\\\\]|\\\\.)";

    /** Ends the name of a secret: {@code token=x}, {@code token: x}, {@code token="x"}, {@code "token":"x"}. */
    private static final String IS = "(?:\\\\?\"\\s*:\\s*\\\\?\"|[=:]\\s*(?:\\\\\")?)";

    private static final Pattern NAMED = Pattern.compile(
            "(bearer\\s+|(?:token|password|api[_-]?key)" + IS + ")" + LETTER + "+", Pattern.CASE_INSENSITIVE);

    /** A JSON Web Token, such as Home Assistant gives, wherever it stands. */
    private static final Pattern WEB_TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = new String(super.encode(event), UTF_8);
        String masked = NAMED.matcher(line).replaceAll("$1" + MASK);
        return WEB_TOKEN.matcher(masked).replaceAll(MASK).getBytes(UTF_8);
    }
}
