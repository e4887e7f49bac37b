package dev.cultivar.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * The text that must be present for a pattern to match; looking for words is much cheaper than matching a pattern. Understands the groups,
 * alternatives and quantifiers that the refusal patterns use; anything else in a pattern is taken to need nothing.
 */
final class NeededText {

    /** Words longer than this are hardly any rarer. */
    private static final int LONG = 5;

    private final String pattern;
    private int at;

    private NeededText(String pattern) {
        this.pattern = pattern;
    }

    /** Texts of which at least one must be present; empty where nothing is known. */
    static List<String> of(String pattern) {
        return new NeededText(pattern).alternatives();
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean known = true;
        while (true) {
            List<String> one = sequence();
            known &= !one.isEmpty();
            all.addAll(one);
            if (at >= pattern.length() || pattern.charAt(at) != '|') {
                return known ? List.copyOf(all) : List.of();
            }
            at++;
        }
    }

    private List<String> sequence() {
        List<String> best = List.of();
        StringBuilder literal = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int from = at;
            List<String> needed = atom();
            boolean single = at == from + 1 && needed.size() == 1;
            boolean optional = at < pattern.length() && "?*{".indexOf(pattern.charAt(at)) >= 0;
            boolean once = !quantified();
            if (single && !optional) {
                literal.append(needed.get(0));
            }
            if (!single || !once) {
                best = better(best, literal);
                literal.setLength(0);
            }
            if (!single && !optional) {
                best = better(best, needed);
            }
        }
        return better(best, literal);
    }

    /** Reads one character, class or group and returns what it needs. */
    private List<String> atom() {
        char c = pattern.charAt(at++);
        if (c == '(') {
            boolean plain = pattern.startsWith("?:", at);
            at += plain ? 2 : 0;
            List<String> needed = alternatives();
            at++;
            return plain ? needed : List.of();
        }
        if (c == '[') {
            at = pattern.indexOf(']', at) + 1;
            return List.of();
        }
        if (c == '\\') {
            at += pattern.startsWith("p{", at) ? pattern.indexOf('}', at) - at + 1 : 1;
            return List.of();
        }
        return ".^$~".indexOf(c) >= 0 ? List.of() : List.of(String.valueOf(c));
    }

    /** Reads a quantifier after an atom; returns whether there is one. */
    private boolean quantified() {
        int from = at;
        if (at < pattern.length() && pattern.charAt(at) == '{') {
            at = pattern.indexOf('}', at) + 1;
        }
        while (at < pattern.length() && "?*+".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        return at > from;
    }

    private static List<String> better(List<String> best, StringBuilder literal) {
        return literal.isEmpty() ? best : better(best, List.of(literal.toString()));
    }

    /** Prefers longer texts, which are rarer, and then fewer texts, which are faster to look for. */
    private static List<String> better(List<String> one, List<String> other) {
        int difference = shortest(other) - shortest(one);
        return difference > 0 || (difference == 0 && other.size() < one.size()) ? other : one;
    }

    private static int shortest(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> Math.min(LONG, text.length()))
                .min()
                .orElse(0);
    }
}
