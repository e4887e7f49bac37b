package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.screen.reading.Groups;
import dev.cultivar.screen.reading.Questions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten people, told from those who ask them and from those who are many. */
class PeopleTest {

    private final AnswerScreen screen = new AnswerScreen(10);

    static Stream<String> languages() {
        return Corpus.PROMPTED.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tenQuestionsAreAnInterviewer(String language) {
        List<String> asked = of(language, "asked");
        assertThat(asked).hasSize(2);
        Screening screening = screen(mixed(asked.get(0), 5, asked.get(1)), language);
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(screening.detail()).isEqualTo("10 of 10 statements are questions");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void soAreTenThatSayWhatTheyAskAbout(String language) {
        Screening screening = screen(Collections.nCopies(10, of(language, "led").get(0)), language);
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(screening.detail()).isEqualTo("10 of 10 statements end with a question to somebody else");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void peopleWhoSaySomethingBeforeTheyAskArePeople(String language) {
        String caller = of(language, "caller").get(0);
        assertThat(screen(Collections.nCopies(10, caller), language).outcome()).isEqualTo(Outcome.SCORED);

        String question = of(language, "asked").get(0);
        List<String> ten = new ArrayList<>(Corpus.ten(language, 0));
        ten.subList(0, 6).replaceAll(said -> said + " " + question);
        Screening six = screen(ten, language);
        assertThat(six.outcome()).as(six.detail()).isEqualTo(Outcome.SCORED);
        assertThat(Questions.among(six.statements())).isEqualTo(6);
    }

    @Test
    void aNameOrAShorteningBeforeAQuestionSaysNothing() {
        assertThat(Stream.of(
                        "Dr. Smith, what do you think?",
                        "Does the U.S. Government do enough?",
                        "Hello! What do you think?",
                        "Is it right? And why?"))
                .allMatch(Questions::onlyAsks);
        assertThat(Questions.onlyAsks("\"It is wrong in every case. Why would anybody allow it?\""))
                .isFalse();
        assertThat(Questions.onlyAsks("Why would anybody allow it? It is wrong."))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void groupsInPlaceOfPersonsAreNotTenPeople(String language) {
        List<String> groups = of(language, "group");
        List<String> persons = of(language, "person");
        assertThat(groups).hasSize(4).allSatisfy(said -> assertThat(Groups.among(List.of(said), language))
                .as(said)
                .isOne());
        assertThat(persons).hasSizeGreaterThanOrEqualTo(3).allSatisfy(said -> assertThat(
                        Groups.among(List.of(said), language))
                .as(said)
                .isZero());

        List<String> half = new ArrayList<>(Corpus.ten(language, 0));
        for (int i = 0; i < 5; i++) {
            half.set(2 * i, groups.get(i % groups.size()));
        }
        Screening screening = screen(half, language);
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(screening.detail()).isEqualTo("5 of 10 statements are about groups of people");

        List<String> few = new ArrayList<>(Corpus.ten(language, 0));
        few.set(0, groups.get(0));
        few.set(1, persons.get(0));
        assertThat(screen(few, language).outcome()).isEqualTo(Outcome.SCORED);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noSentenceThatWasWrittenForTheLanguageCheckIsAboutAGroup(String language) {
        assertThat(Groups.among(Corpus.of(language), language)).isZero();
    }

    @Test
    void noStatementOfTheReleasedAnswersIsAboutAGroup() throws IOException {
        List<String> answers = RealAnswersTest.answers();
        for (int line = 1; line <= answers.size(); line++) {
            String language = RealAnswersTest.language(line);
            Screening screening = screen.screen(answers.get(line - 1), FinishReason.OTHER, language);
            assertThat(Groups.among(screening.statements(), language))
                    .as("line %d", line)
                    .isZero();
        }
    }

    private Screening screen(List<String> statements, String language) {
        return screen.screen(Corpus.numbered(statements), FinishReason.STOP, language);
    }

    private static List<String> mixed(String one, int count, String other) {
        List<String> ten = new ArrayList<>(Collections.nCopies(count, one));
        ten.addAll(Collections.nCopies(10 - count, other));
        return ten;
    }

    private static List<String> of(String language, String kind) {
        return Corpus.labelled("people.txt", language, kind);
    }
}
