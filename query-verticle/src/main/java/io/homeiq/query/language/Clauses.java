package io.homeiq.query.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A request cut into what is to be done and upon what.
 *
 * @param orders each begins with its verb
 * @param occasions behind "when" and "if"
 */
record Clauses(List<List<String>> orders, List<Occasion> occasions) {

    /**
     * @param ifOnly whether it was said with "if", which may also be a condition beside another occasion
     */
    record Occasion(List<String> words, boolean ifOnly) {}

    private static final Set<String> ENDS = Set.of(",", "then");
    private static final Set<String> LINKS = Set.of(",", "and", "then", "also");
    private static final Set<String> LEADS =
            Set.of("i", "want", "need", "would", "like", "to", "automatically", "sure", "that", "have");

    Clauses {
        orders = List.copyOf(orders);
        occasions = List.copyOf(occasions);
    }

    static Clauses of(List<String> words) {
        return new Cutter(words).cut();
    }

    /** Walks along the words once. */
    private static final class Cutter {

        private final List<String> words;
        private final List<List<String>> orders = new ArrayList<>();
        private final List<Occasion> occasions = new ArrayList<>();
        private final List<String> current = new ArrayList<>();
        private boolean inOccasion;
        private boolean ifOnly;

        Cutter(List<String> words) {
            this.words = words;
        }

        Clauses cut() {
            int at = 0;
            while (at < words.size()) {
                int marker = markerAt(at);
                if (marker > 0) {
                    flush();
                    inOccasion = true;
                    ifOnly = words.get(at).equals("if");
                    at += marker;
                } else {
                    take(at);
                    at++;
                }
            }
            flush();
            return new Clauses(orders, occasions);
        }

        private void take(int at) {
            String word = words.get(at);
            boolean begins = DeedReader.begins(words, at);
            if (inOccasion && Happening.isTold(current) && (ENDS.contains(word) || begins)) {
                flush();
                inOccasion = false;
            } else if (!inOccasion
                    && LINKS.contains(word)
                    && at + 1 < words.size()
                    && DeedReader.begins(words, at + 1)) {
                flush();
            }
            current.add(word);
        }

        private int markerAt(int at) {
            String word = words.get(at);
            if (word.equals("when") || word.equals("whenever") || word.equals("if") || word.equals("once")) {
                return 1;
            }
            boolean soon = at + 3 <= words.size() && words.subList(at, at + 3).equals(List.of("as", "soon", "as"));
            boolean each = at + 2 <= words.size()
                    && (word.equals("every") || word.equals("each"))
                    && words.get(at + 1).equals("time");
            return soon ? 3 : each ? 2 : 0;
        }

        private void flush() {
            Set<String> leads = inOccasion ? LINKS : LEADS;
            while (!current.isEmpty() && (LINKS.contains(current.getFirst()) || leads.contains(current.getFirst()))) {
                current.removeFirst();
            }
            while (!current.isEmpty() && LINKS.contains(current.getLast())) {
                current.removeLast();
            }
            if (inOccasion) {
                occasions.add(new Occasion(List.copyOf(current), ifOnly));
            } else if (!current.isEmpty()) {
                orders.add(List.copyOf(current));
            }
            current.clear();
        }
    }
}
