package io.homeiq.homeassistant.template.function;

import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Numbers;
import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Regex;
import io.homeiq.homeassistant.template.python.Strings;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Unsupported;
import io.homeiq.homeassistant.template.python.Values;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Searching in texts, and texts as other systems want them. */
final class Coding {

    private Coding() {}

    static void register(Registry registry) {
        registry.filter(
                "regex_match",
                "value find? ignorecase?",
                call -> regex(call, 1, 2).matches(Text.str(call.get(0))));
        registry.filter(
                "regex_search",
                "value find? ignorecase?",
                call -> regex(call, 1, 2).isFound(Text.str(call.get(0))));
        registry.test(
                "match", "value find? ignorecase?", call -> regex(call, 1, 2).matches(Text.str(call.get(0))));
        registry.test(
                "search", "value find? ignorecase?", call -> regex(call, 1, 2).isFound(Text.str(call.get(0))));
        registry.filter(
                "regex_replace",
                "value? find? replace? ignorecase?",
                call -> regex(call, 1, 3).replaced(Text.str(call.or(0, "")), Strings.of(call.or(2, ""))));
        registry.filter(
                "regex_findall",
                "value find? ignorecase?",
                call -> regex(call, 1, 2).all(Text.str(call.get(0))));
        registry.filter("regex_findall_index", "value find? index? ignorecase?", call -> {
            var found = regex(call, 1, 3).all(Text.str(call.get(0)));
            var index = Numbers.index(call.or(2, 0L));
            var at = index < 0 ? index + found.size() : index;
            if (at < 0 || at >= found.size()) {
                throw PythonError.lookup("list index out of range");
            }
            return found.get((int) at);
        });
        registry.filter(
                "base64_encode",
                "value",
                call -> Base64.getEncoder()
                        .encodeToString(Strings.of(call.get(0)).getBytes(StandardCharsets.UTF_8)));
        for (var algorithm : Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512")
                .entrySet()) {
            registry.both(algorithm.getKey(), "value", call -> digest(algorithm.getValue(), Strings.of(call.get(0))));
        }
        registry.both("slugify", "value separator?", call -> slug(Text.str(call.get(0)), Text.str(call.or(1, "_"))));
        registry.filter("from_json", "value default?", JsonText::read);
        registry.filter("to_json", "value ensure_ascii? pretty_print? sort_keys?", JsonText::write);
        registry.filter("tojson", "value indent?", call -> {
            if (call.or(1, None.NONE) != None.NONE) {
                throw new Unsupported("|tojson with an indent");
            }
            return JsonText.forPages(call.get(0));
        });
    }

    private static Regex regex(Registry.Call call, int find, int ignoreCase) {
        return Regex.of(Strings.of(call.or(find, "")), Values.isTrue(call.or(ignoreCase, false)));
    }

    private static String digest(String algorithm, String text) {
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without " + algorithm, e);
        }
    }

    /** Only letters and digits of ASCII, other characters would have to be transcribed. */
    private static String slug(String text, String separator) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.chars().anyMatch(c -> c > 126) || text.indexOf('&') >= 0) {
            throw new Unsupported("slugify of other than ASCII");
        }
        var slug = text.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\d),(?=\\d)", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "unknown" : slug.replace("-", separator);
    }
}
