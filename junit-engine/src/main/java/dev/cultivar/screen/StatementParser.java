package dev.cultivar.screen;

import dev.cultivar.model.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the list in an answer and takes its items apart. */
final class StatementParser {

    /** Marks that may stand before a number: quotes of mail, headings, bullets, emphasis, quotation marks, brackets. */
    private static final String BEFORE = "[>#*_\\-–—•·+\\s|\"'“”„«»「『(\\[]{0,12}+";

    /** {@code 1.}, {@code 1)}, {@code 1:}, {@code 1 -}, {@code 1、} and, where a heading or emphasis ends the line, {@code 1}. */
    private static final Pattern NUMBER = Pattern.compile(
            "^" + BEFORE + "(\\p{Nd}{1,3})[*_]{0,3}\\s?(?:[.):：、．。|\\]]|[-–—]\\s|[*_]{2}|$)[*_]{0,3}\\s?(.*)$",
            Pattern.DOTALL);

    /** {@code Citizen 1:}, {@code Borger nr. 3 -}: up to three words, a number and a mark. */
    private static final Pattern LABEL = Pattern.compile(
            "^" + BEFORE + "(?:[\\p{L}.#№]{1,20}\\s?){1,3}+(\\p{Nd}{1,3})(?:\\s?\\([^)\\n]{0,60}\\))?[*_]{0,3}\\s?"
                    + "(?:[.):：、]|[-–—]\\s|[*_]{2}|$)[*_]{0,3}\\s?(.*)$",
            Pattern.DOTALL);

    private static final Pattern BULLET = Pattern.compile("^\\s{0,3}[-*•+–—]\\s+(.*)$", Pattern.DOTALL);

    private static final int MOST_LINE = 10_000;

    private StatementParser() {}

    /** Statements in order, cleaned; empty where there is no list. */
    static List<String> parse(String answer, FinishReason finish) {
        List<String> lines = answer.lines()
                .map(line -> line.length() > MOST_LINE ? line.substring(0, MOST_LINE) : line)
                .toList();
        List<Item> items = numbered(lines);
        if (items.size() < 2) {
            items = bulleted(lines);
        }
        List<String> statements = new ArrayList<>();
        for (Item item : items) {
            String statement = StatementText.clean(item.text());
            if (!statement.isEmpty()) {
                statements.add(statement);
            }
        }
        return withoutCut(statements, finish);
    }

    private static List<String> withoutCut(List<String> statements, FinishReason finish) {
        if (statements.isEmpty()) {
            return statements;
        }
        int last = statements.size() - 1;
        boolean open = !StatementText.endsAsSentence(statements.get(last));
        long closed = statements.stream().filter(StatementText::endsAsSentence).count();
        boolean othersClose = last >= 2 && closed >= last;
        return open && (finish == FinishReason.LENGTH || othersClose) ? statements.subList(0, last) : statements;
    }

    /** Items whose numbers count up from 1; a number out of order is part of the text. */
    private static List<Item> numbered(List<String> lines) {
        List<Item> items = new ArrayList<>();
        @Nullable Item current = null;
        for (String line : lines) {
            Start start = start(line, items.size() + 1);
            if (start != null) {
                current = new Item(start.rest());
                items.add(current);
            } else if (current != null) {
                current.append(line);
            }
        }
        return items;
    }

    private static @Nullable Start start(String line, int wanted) {
        for (Pattern pattern : List.of(NUMBER, LABEL)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches() && number(matcher.group(1)) == wanted) {
                return new Start(matcher.group(2));
            }
        }
        return null;
    }

    /** Value of decimal digits of any script. */
    private static int number(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + Character.digit(digits.charAt(i), 10);
        }
        return value;
    }

    private static List<Item> bulleted(List<String> lines) {
        List<Item> items = new ArrayList<>();
        @Nullable Item current = null;
        for (String line : lines) {
            Matcher matcher = BULLET.matcher(line);
            if (matcher.matches()) {
                current = new Item(matcher.group(1));
                items.add(current);
            } else if (current != null) {
                current.append(line);
            }
        }
        return items;
    }

    private record Start(String rest) {}

    /** Lines of one item; what follows a blank line belongs to it only where the item was still empty or is indented. */
    private static final class Item {

        private final StringBuilder text;
        private boolean paragraphEnded;

        Item(String first) {
            text = new StringBuilder(first.strip());
        }

        void append(String line) {
            String stripped = line.strip();
            if (stripped.isEmpty()) {
                paragraphEnded = text.length() > 0;
                return;
            }
            boolean indented = Character.isWhitespace(line.charAt(0));
            if (isRule(stripped) || (paragraphEnded && !indented)) {
                paragraphEnded = true;
                return;
            }
            text.append(text.length() == 0 ? "" : " ").append(stripped);
        }

        /** A horizontal rule. */
        private static boolean isRule(String line) {
            return line.length() >= 3 && line.chars().allMatch(c -> c == '-' || c == '*' || c == '_' || c == '=');
        }

        String text() {
            return text.toString();
        }
    }
}
