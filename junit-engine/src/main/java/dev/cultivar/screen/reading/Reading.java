package dev.cultivar.screen.reading;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One way to read an answer.
 *
 * @param preamble the text before the first statement; the whole answer where there is none
 * @param statements cleaned, without empty ones
 * @param noteFollows whether text follows the last statement, which is then complete
 * @param lastLeftOpen whether the last statement opens a quotation that never closes
 * @param lines the lines on which statements begin
 */
public record Reading(
        String preamble,
        List<String> statements,
        boolean noteFollows,
        boolean lastLeftOpen,
        NavigableSet<Integer> lines) {

    /** Share of a reading's statements that another must contain to count as the same reading. */
    private static final double SAME = 0.8;

    public Reading {
        statements = List.copyOf(statements);
        lines = Collections.unmodifiableNavigableSet(new TreeSet<>(lines));
    }

    static Reading nothing(String answer) {
        return new Reading(answer, List.of(), false, false, Collections.emptyNavigableSet());
    }

    public int size() {
        return statements.size();
    }

    /** Whether these are the other reading's statements again, or the first of them. */
    boolean repeats(Reading other) {
        Set<String> known =
                other.statements.stream().map(StatementText::essence).collect(Collectors.toSet());
        long again = statements.stream()
                .map(StatementText::essence)
                .filter(known::contains)
                .count();
        return again >= SAME * statements.size();
    }

    boolean sharesLines(Reading other) {
        return lines.stream().anyMatch(other.lines::contains);
    }
}
