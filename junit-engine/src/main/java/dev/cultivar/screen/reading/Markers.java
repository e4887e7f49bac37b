package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that may begin a line's statement. A line can be read in several ways, and its neighbours decide. */
final class Markers {

    private static final String BULLETS = "-*+•·‣▪●○◦–—・∙⁃➢➤►▸▶→➔✓✔☑★☆◆◇■□";
    private static final String TIGHT_BULLETS = "•‣▪●○◦・∙⁃➢➤►▸▶➔✓✔☑★☆◆◇■□";
    private static final String MARKUP = "*_\\";
    private static final String OPENERS = "*_\\([（【［〔";

    /** Characters that may close a number; the later ones only after the first. */
    private static final String DELIMITERS = ".):、．）：]。º°ª】］〕>→⇒➜➤;|＞";

    private static final String DASHES = "-–—‒−";
    private static final int MOST_DELIMITERS = 4;

    private Markers() {}

    /** @param body the line without indentation and hashes */
    static List<Marker> of(String body, Line line) {
        List<Marker> found = new ArrayList<>();
        int bullet = bulletEnd(body);
        String text = body.substring(bullet).strip();
        int start = 0;
        while (start < text.length() && OPENERS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (!text.isEmpty()) {
            numbered(text, start, line.heading() > 0, found);
        }
        if (found.isEmpty() && !text.isEmpty()) {
            named(text, line, found);
        }
        if (bullet > 0 && !text.isEmpty()) {
            found.add(new Marker(Marker.Kind.BULLET, "", 0, text));
        }
        return found;
    }

    private static void numbered(String text, int start, boolean heading, List<Marker> found) {
        add(found, number(text, start, heading));
        if (found.isEmpty()) {
            add(found, bare(text, start));
        }
        add(found, lettered(Marker.Kind.LETTER, Numeral.letter(text, start), text, start));
        add(found, lettered(Marker.Kind.ROMAN, Numeral.roman(text, start), text, start));
        String plain = StatementText.withoutMarkup(text.substring(Math.min(start, text.length())));
        Marker label = Labels.at(plain);
        add(found, label == null ? Labels.subject(plain) : label);
    }

    private static void named(String text, Line line, List<Marker> found) {
        String plain = StatementText.withoutMarkup(text);
        if (!plain.isEmpty()
                && Quotes.opens(plain.charAt(0))
                && !Quotes.unwrap(plain).isEmpty()) {
            found.add(new Marker(Marker.Kind.QUOTE, "", 0, plain));
        }
        String title = line.titleSeries();
        if (!title.isEmpty()) {
            found.add(new Marker(Marker.Kind.TITLE, title, 0, ""));
        } else {
            found.addAll(LeadIn.markers(text));
        }
    }

    private static void add(List<Marker> found, @Nullable Marker marker) {
        if (marker != null) {
            found.add(marker);
        }
    }

    /** Index after a bullet and the space behind it; 0 where there is none. Pictographs count as bullets too. */
    private static int bulletEnd(String text) {
        if (text.length() < 2) {
            return 0;
        }
        char first = text.charAt(0);
        if (BULLETS.indexOf(first) >= 0) {
            char second = text.charAt(1);
            boolean apart = Character.isWhitespace(second) || Character.isSpaceChar(second);
            return apart || TIGHT_BULLETS.indexOf(first) >= 0 ? 1 : 0;
        }
        int i = 0;
        while (i < text.length() && isPicture(text.codePointAt(i)) && Numeral.at(text, i) == null) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i < text.length() ? i : 0;
    }

    private static boolean isPicture(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL
                || c == 0xFE0F
                || c == 0x200D
                || (type == Character.MODIFIER_SYMBOL && c > 0xFFFF);
    }

    private static @Nullable Marker number(String text, int start, boolean heading) {
        int from = ordinalPrefix(text, start);
        Numeral numeral = Numeral.at(text, from);
        if (numeral == null) {
            return null;
        }
        int i = skip(text, numeral.end(), MARKUP);
        boolean emphasised = start > 0 && i > numeral.end();
        int end = from == start ? numberEnd(text, i) : Math.max(numberEnd(text, i), i);
        boolean blank = i < text.length() && Marker.isBlank(text.charAt(i));
        if (end < 0 && (numeral.closed() || ((emphasised || heading) && blank))) {
            end = i;
        }
        return end < 0
                ? null
                : new Marker(
                        Marker.Kind.NUMBER,
                        "",
                        numeral.value(),
                        text.substring(end).strip());
    }

    /** {@code N° 1}, {@code No. 1}, {@code #1}, {@code 第1}: the number after it. */
    private static int ordinalPrefix(String text, int start) {
        for (String prefix : List.of("N°", "Nº", "n°", "nº", "No.", "no.", "Nr.", "nr.", "№", "#", "第")) {
            if (text.startsWith(prefix, start)) {
                int i = start + prefix.length();
                while (i < text.length() && Marker.isBlank(text.charAt(i))) {
                    i++;
                }
                return i;
            }
        }
        return start;
    }

    /** Index of what follows a number that ends at {@code i}; -1 where nothing there closes it. */
    private static int numberEnd(String text, int i) {
        if (i == text.length()) {
            return i;
        }
        int suffixed = Labels.suffixEnd(text, i);
        int at = suffixed;
        while (at < text.length() && at < suffixed + 2 && Marker.isBlank(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return at;
        }
        char c = text.charAt(at);
        if (DELIMITERS.indexOf(c) >= 0) {
            boolean fraction = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)) && at == i;
            return fraction ? -1 : afterDelimiters(text, at + 1);
        }
        if (DASHES.indexOf(c) >= 0) {
            return dashEnd(text, at, at > suffixed);
        }
        return Labels.descriptionEnd(text, at);
    }

    /** A dash closes a number if it has spaces on both sides, or if a space or capital follows directly. */
    private static int dashEnd(String text, int at, boolean blankBefore) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        char next = text.charAt(at + 1);
        return Marker.isBlank(next) || (!blankBefore && (Character.isUpperCase(next) || Quotes.opens(next)))
                ? at + 1
                : -1;
    }

    private static int afterDelimiters(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + MOST_DELIMITERS && ".):-º°ª".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static @Nullable Marker bare(String text, int start) {
        Numeral numeral = Numeral.at(text, start);
        if (numeral == null || numeral.end() + 1 >= text.length()) {
            return null;
        }
        char c = text.charAt(numeral.end());
        char next = text.charAt(numeral.end() + 1);
        boolean said = Character.isLetter(next) || Quotes.opens(next) || next == '\'' || next == '*';
        boolean csv = (c == ',' || c == ';' || c == '\t') && (said || Marker.isBlank(next));
        return (Marker.isBlank(c) && said) || csv
                ? new Marker(
                        Marker.Kind.BARE,
                        "",
                        numeral.value(),
                        text.substring(numeral.end() + 1).strip())
                : null;
    }

    private static @Nullable Marker lettered(Marker.Kind kind, @Nullable Numeral numeral, String text, int start) {
        if (numeral == null) {
            return null;
        }
        int i = skip(text, numeral.end(), MARKUP);
        if (i >= text.length() || ".):）．、]".indexOf(text.charAt(i)) < 0) {
            return null;
        }
        String rest = text.substring(i + 1);
        String series = Character.isUpperCase(text.charAt(start)) ? "A" : "a";
        // "U.S. law" is not an item.
        return rest.isEmpty() || Marker.isBlank(rest.charAt(0)) || MARKUP.indexOf(rest.charAt(0)) >= 0
                ? new Marker(kind, series, numeral.value(), rest.strip())
                : null;
    }

    private static int skip(String text, int from, String what) {
        int i = from;
        while (i < text.length() && what.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
