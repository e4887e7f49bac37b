package dev.cultivar.screen;

import dev.cultivar.screen.reading.FirstPerson;
import dev.cultivar.screen.reading.Groups;
import dev.cultivar.screen.reading.Numeral;
import dev.cultivar.screen.reading.Questions;
import dev.cultivar.screen.reading.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises lists that are not ten people, by their form: an interviewer's questions, groups of people, one interview, an outline, or a
 * list that counts down.
 */
final class OtherForms {

    private static final int FEWEST = 4;
    private static final double ALMOST_ALL = 0.8;

    /** The end of a question, then another speaker's label. */
    private static final Pattern TURN = Pattern.compile("[?？][\"”“»」*]{0,3}\\s{0,3}[\\p{L}][\\p{L} ]{0,30}[:：]");

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Pattern OPENING = Pattern.compile(
            "(?:introdu[a-zç]|indledning|inleiding|einleitung|inledning|はじめに|導入|utangulizi)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOSING = Pattern.compile(
            "(?:conclu|closing|konklusion|afslutning|afsluiting|schluss|fazit|avslutning|slutsats|encerramento|cierre|まとめ|結論|hitimisho)",
            Pattern.CASE_INSENSITIVE);

    private OtherForms() {}

    /** What a reading is instead, in one line; empty where it may be people. */
    static Optional<String> of(Reading reading, String language) {
        List<String> statements = reading.statements();
        Optional<String> interviewer = interviewer(statements, language);
        if (interviewer.isPresent()) {
            return interviewer;
        }
        int groups = Groups.among(statements, language);
        if (2 * groups >= statements.size() && groups > 0) {
            return Optional.of(groups + " of " + statements.size() + " statements are about groups of people");
        }
        if (countsDown(statements)) {
            return Optional.of("the list counts down");
        }
        if (isDialogue(statements)) {
            return Optional.of("the list is one interview, its questions and answers in turn");
        }
        if (isOutline(statements)) {
            return Optional.of("the list is an outline");
        }
        return Optional.empty();
    }

    /**
     * Recognises an interviewer: at least half of the items only ask questions, or almost all end with a question after words in which
     * people do not speak of themselves.
     */
    private static Optional<String> interviewer(List<String> statements, String language) {
        int size = statements.size();
        long bare = statements.stream().filter(Questions::onlyAsks).count();
        if (2 * bare >= size) {
            return Optional.of(bare + " of " + size + " statements are questions");
        }
        int asking = Questions.among(statements);
        long ownViews = statements.stream()
                .map(Questions::assertion)
                .filter(said -> FirstPerson.speaks(said, language))
                .count();
        return asking >= ALMOST_ALL * size && 2 * ownViews < asking
                ? Optional.of(asking + " of " + size + " statements end with a question to somebody else")
                : Optional.empty();
    }

    /** Whether each item is a question with another speaker's answer, and the questions differ. */
    private static boolean isDialogue(List<String> statements) {
        List<Set<String>> questions = new ArrayList<>();
        for (String statement : statements) {
            Matcher turn = TURN.matcher(statement);
            if (turn.find()) {
                String question = statement.substring(0, turn.start()).toLowerCase(Locale.ROOT);
                questions.add(new HashSet<>(Arrays.asList(WORDS.split(question, -1))));
            }
        }
        if (2 * questions.size() < statements.size() || questions.size() < 2) {
            return false;
        }
        long alike = questions.stream()
                .filter(words -> alike(words, questions.get(0)))
                .count();
        return 2 * alike <= questions.size();
    }

    /** People are mostly asked the same question, perhaps with another name. */
    private static boolean alike(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return 2 * shared >= Math.max(one.size(), other.size());
    }

    private static boolean isOutline(List<String> statements) {
        return statements.stream()
                        .anyMatch(statement -> OPENING.matcher(statement).lookingAt())
                && statements.stream()
                        .anyMatch(statement -> CLOSING.matcher(statement).lookingAt());
    }

    /** Whether the model's own numbers within the items of a list count down by one. */
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
