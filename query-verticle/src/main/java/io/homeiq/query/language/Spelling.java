package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Cuts a text into words and brings them into one spelling. */
final class Spelling {

    private static final String COMMA = ",";
    private static final String PAUSES = ",;.!?";

    private static final Set<String> SILENT = Set.of(
            "a", "an", "the", "please", "my", "our", "kindly", "just", "hey", "hi", "ok", "okay", "thanks", "now");

    private static final Map<String, String> OTHER_SPELLING = Map.ofEntries(
            Map.entry("percent", "%"),
            Map.entry("weekdays", "weekday"),
            Map.entry("workday", "weekday"),
            Map.entry("workdays", "weekday"),
            Map.entry("weekends", "weekend"),
            Map.entry("midday", "noon"),
            Map.entry("telly", "tv"),
            Map.entry("livingroom", "living room"),
            Map.entry("can't", "can not"),
            Map.entry("won't", "will not"),
            Map.entry("o'clock", "oclock"));

    /** Behind these words "'s" means "is"; behind a name it is only ownership. */
    private static final Set<String> BEFORE_IS = Set.of("what", "who", "which", "it", "there", "that", "where", "how");

    private static final List<List<String>> OPENINGS = List.of(
            List.of("can", "you"),
            List.of("could", "you"),
            List.of("would", "you"),
            List.of("will", "you"),
            List.of("i", "want", "you", "to"),
            List.of("i", "would", "like", "you", "to"));

    private final List<String> words = new ArrayList<>();

    List<String> read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (String piece : plain.replace('’', '\'').split("\\s+", -1)) {
            readPiece(piece);
        }
        while (!words.isEmpty() && words.getLast().equals(COMMA)) {
            words.removeLast();
        }
        for (List<String> opening : OPENINGS) {
            if (words.size() > opening.size()
                    && words.subList(0, opening.size()).equals(opening)) {
                return List.copyOf(words.subList(opening.size(), words.size()));
            }
        }
        return List.copyOf(words);
    }

    private void readPiece(String piece) {
        String bare = stripPauses(piece);
        if (bare.equals("a.m") || bare.equals("p.m")) {
            add(bare.replace(".", ""));
        } else if (isEntityId(bare)) {
            add(bare);
        } else {
            readCharacters(piece);
            return;
        }
        if (piece.endsWith(COMMA)) {
            add(COMMA);
        }
    }

    private static String stripPauses(String piece) {
        int end = piece.length();
        while (end > 0 && (PAUSES + "\"')").indexOf(piece.charAt(end - 1)) >= 0) {
            end--;
        }
        return piece.substring(0, end);
    }

    static boolean isEntityId(String word) {
        return EntityId.isValid(word) && Character.isLetter(word.charAt(0)) && word.indexOf('.') > 1;
    }

    private void readCharacters(String piece) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (!word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1)) && isSuffix(piece, i)) {
                    flush(word);
                }
                word.append(c);
            } else if (c == '\'' || isWithinNumber(piece, i)) {
                word.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                flush(word);
                if (c == '%') {
                    add("%");
                } else if (PAUSES.indexOf(c) >= 0) {
                    add(COMMA);
                }
            }
        }
        flush(word);
    }

    /** Letters behind a number begin a word of their own, such as "pm" in "7pm"; names like "2b" stay whole. */
    private static boolean isSuffix(String piece, int at) {
        String rest = stripPauses(piece.substring(at));
        return Set.of("am", "pm", "a.m", "p.m", "min", "h", "oclock", "c").contains(rest);
    }

    private static boolean isWithinNumber(String piece, int at) {
        char c = piece.charAt(at);
        return (c == ':' || c == '.')
                && at > 0
                && at + 1 < piece.length()
                && Character.isDigit(piece.charAt(at - 1))
                && Character.isDigit(piece.charAt(at + 1));
    }

    private void flush(StringBuilder word) {
        String spelled = stripQuotes(word.toString());
        word.setLength(0);
        if (spelled.isEmpty()) {
            return;
        }
        String other = OTHER_SPELLING.getOrDefault(spelled, spelled);
        if (other.endsWith("n't")) {
            other = other.substring(0, other.length() - 3) + " not";
        } else if (other.endsWith("'s")) {
            String stem = other.substring(0, other.length() - 2);
            other = BEFORE_IS.contains(stem) ? stem + " is" : stem;
        }
        for (String part : other.replace('\'', ' ').split(" ", -1)) {
            add(part);
        }
    }

    private static String stripQuotes(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && word.charAt(start) == '\'') {
            start++;
        }
        while (end > start && word.charAt(end - 1) == '\'') {
            end--;
        }
        return word.substring(start, end);
    }

    private void add(String word) {
        boolean needless = word.isEmpty()
                || SILENT.contains(word)
                || word.equals(COMMA) && (words.isEmpty() || words.getLast().equals(COMMA));
        if (!needless && words.size() < Sentence.MAX_WORDS) {
            words.add(word);
        }
    }
}
