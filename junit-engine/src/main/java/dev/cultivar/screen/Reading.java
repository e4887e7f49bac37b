package dev.cultivar.screen;

import java.util.List;

/**
 * What a reader found in an answer.
 *
 * @param preamble the text before the first statement; the whole answer where there is none
 * @param statements cleaned; an empty one is left out
 * @param noteFollows whether text follows the last statement, which is then not cut
 * @param lastLeftOpen whether the last statement opens a quotation that never closes
 */
record Reading(String preamble, List<String> statements, boolean noteFollows, boolean lastLeftOpen) {

    Reading {
        statements = List.copyOf(statements);
    }

    static Reading nothing(String answer) {
        return new Reading(answer, List.of(), false, false);
    }
}
