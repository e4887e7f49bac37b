package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The speaker named before what is said: {@code **Maria (34)** – …}, {@code 34-year-old teacher: …}. */
final class LeadIn {

    private static final int LONGEST = 70;
    private static final int MOST_WORDS = 10;
    private static final double MOST_ITEMS = 0.7;

    private LeadIn() {}

    /**
     * Markers of a line that begins with a lead-in: one in the series of all lead-ins, and one in the series of those with the same words.
     */
    static List<Marker> markers(String text) {
        boolean bold = text.startsWith("**") || text.startsWith("__");
        String plain = StatementText.withoutMarkup(text.length() > 400 ? text.substring(0, 400) : text);
        int end = end(plain);
        if (end < 0) {
            return List.of();
        }
        String series = (bold ? "**" : "") + (isColon(plain.charAt(end - 1)) ? ":" : "-");
        String words = plain.substring(0, end).toLowerCase(Locale.ROOT);
        return List.of(
                new Marker(Marker.Kind.LEAD, series, 0, text), new Marker(Marker.Kind.LEAD, series + words, 0, text));
    }

    /**
     * Removes the names from statements that nearly all begin with one. A lead-in that several statements share and others do not may be a
     * stance, so it stays.
     */
    static List<String> taken(List<String> statements) {
        List<Integer> ends = statements.stream().map(LeadIn::end).toList();
        List<String> leads = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (ends.get(i) >= 0) {
                leads.add(statements.get(i).substring(0, ends.get(i)).toLowerCase(Locale.ROOT));
            }
        }
        Set<String> different = new HashSet<>(leads);
        // Chapter titles are not names.
        boolean outline = leads.stream()
                .anyMatch(lead ->
                        lead.matches("(?s)(?:introdu|indledning|inleiding|einleitung|inledning|conclu|konklu).*"));
        boolean names = !outline
                && leads.size() >= MOST_ITEMS * statements.size()
                && leads.size() > 1
                && (different.size() == 1 || different.size() >= MOST_ITEMS * leads.size());
        if (!names) {
            return statements;
        }
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String statement = statements.get(i);
            taken.add(
                    ends.get(i) < 0
                            ? statement
                            : Quotes.unwrap(statement.substring(ends.get(i)).strip()));
        }
        return taken;
    }

    /** Index after the colon or dash of a plain text's lead-in; -1 where it has none. */
    private static int end(String plain) {
        if (plain.isEmpty() || !Character.isLetterOrDigit(plain.codePointAt(0))) {
            return -1;
        }
        int words = 1;
        int depth = 0;
        for (int i = 1; i < plain.length() - 1 && i <= LONGEST; i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                continue;
            }
            depth += "([（［".indexOf(c) >= 0 ? 1 : ")]）］".indexOf(c) >= 0 ? -1 : 0;
            boolean blankBefore = Marker.isBlank(plain.charAt(i - 1));
            boolean blankAfter = Marker.isBlank(plain.charAt(i + 1));
            words += c == ' ' ? 1 : 0;
            if (words > MOST_WORDS || "!?。！？\"“”„«»「」;".indexOf(c) >= 0) {
                return -1;
            }
            if (c == '.' && blankAfter && i > 3) {
                return -1;
            }
            if (isColon(c) && depth <= 0) {
                return plain.substring(i + 1).isBlank() ? -1 : i + 1;
            }
            if ("–—-".indexOf(c) >= 0 && blankBefore && blankAfter && depth <= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '：';
    }
}
