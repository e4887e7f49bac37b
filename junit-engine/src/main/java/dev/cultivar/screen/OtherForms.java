package dev.cultivar.screen;

import dev.cultivar.screen.reading.Numeral;
import dev.cultivar.screen.reading.Questions;
import dev.cultivar.screen.reading.Reading;
import java.util.List;
import java.util.Optional;

/** Lists that are no ten people, as their form tells: an interviewer's questions, a list that counts down. */
final class OtherForms {

    private static final int FEWEST = 4;

    private OtherForms() {}

    /** What a reading is instead, in one line; empty where it may be people. */
    static Optional<String> of(Reading reading) {
        List<String> statements = reading.statements();
        int questions = Questions.among(statements);
        if (2 * questions > statements.size()) {
            return Optional.of(questions + " of " + statements.size() + " statements are questions");
        }
        if (countsDown(statements)) {
            return Optional.of("the list counts down");
        }
        return Optional.empty();
    }

    /** Numbers of the model's own within the items of a list fall by one. */
    private static boolean countsDown(List<String> statements) {
        int falls = 0;
        int last = -1;
        for (String statement : statements) {
            Numeral numeral = Numeral.at(statement, 0);
            boolean delimited = numeral != null
                    && numeral.end() < statement.length()
                    && ".):-".indexOf(statement.charAt(numeral.end())) >= 0;
            int value = numeral != null && delimited ? numeral.value() : -1;
            falls += value >= 0 && value == last - 1 ? 1 : 0;
            last = value;
        }
        return falls >= FEWEST;
    }
}
