package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageCheckTest {

    private final LanguageCheck check = new LanguageCheck(LanguageProfiles.builtIn());

    static Stream<String> languages() {
        return Corpus.all().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tenStatementsAreInTheirOwnLanguage(String language) {
        for (int from = 0; from < Corpus.of(language).size(); from++) {
            assertThat(check.complaint(Corpus.ten(language, from), language))
                    .as("%s from %d", language, from)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "da, nb", "da, sv", "da, en", "pt, es", "es, pt", "nl, de", "nl, af", "nl, en", "af, nl", "sv, da", "sv, nb",
        "nb, da", "de, nl", "en, da", "pt, en", "fr, es", "ja, en", "sw, en"
    })
    void tenStatementsInARelatedLanguageAreNot(String expected, String written) {
        for (int from = 0; from < Corpus.of(written).size(); from++) {
            assertThat(check.complaint(Corpus.ten(written, from), expected))
                    .as("%s for %s from %d", written, expected, from)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "da, en", "nl, en", "pt, en", "pt, es", "nl, de", "nl, af", "da, sv", "de, en", "es, pt", "ja, en", "sw, en",
        "da, nb", "nb, da", "sv, da"
    })
    void anAnswerThatChangesLanguageHalfWayIsNotInIt(String expected, String other) {
        for (int from = 0; from < 24; from++) {
            assertThat(check.complaint(Corpus.mixed(expected, 5, other, from), expected))
                    .as("%s then %s from %d", expected, other, from)
                    .isPresent();
        }
    }

    @Test
    void aBorrowedSentenceDoesNotMakeAnAnswerForeign() {
        assertThat(check.complaint(Corpus.mixed("en", 1, "da", 3), "da")).isEmpty();
    }

    @Test
    void tooLittleTextIsNotInTheLanguage() {
        assertThat(check.complaint(List.of("Ja.", "Nej.", "Ja.", "Måske."), "da"))
                .hasValueSatisfying(why -> assertThat(why).contains("too little text"));
    }

    @Test
    void aLanguageThatTheDetectorDoesNotKnowIsNeverAccepted() {
        assertThat(check.complaint(Corpus.ten("da", 0), "tlh")).isPresent();
        assertThat(check.complaint(Corpus.ten("da", 0), "not a language")).isPresent();
    }

    @Test
    void aRegionDoesNotMatter() {
        assertThat(check.complaint(Corpus.ten("pt", 0), "pt-BR")).isEmpty();
        assertThat(check.complaint(Corpus.ten("nb", 0), "no")).isEmpty();
    }

    /** The first article of the Universal Declaration of Human Rights. */
    @ParameterizedTest
    @CsvFileSource(resources = "languages/declaration.tsv", delimiterString = "\t")
    void aLanguageWithoutPromptsOfOursIsToldToo(String language, String freedom, String fraternity) {
        List<String> article = List.of(freedom, fraternity);
        assertThat(check.complaint(article, language)).isEmpty();
        for (String other : Corpus.all()) {
            assertThat(check.complaint(article, other)).as(other).isPresent();
            assertThat(check.complaint(Corpus.ten(other, 0), language))
                    .as(other)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void statementsOfFourWordsAreInTheirOwnLanguage(String language) {
        for (int from = 0; from < Corpus.of(language).size(); from++) {
            assertThat(check.complaint(beginnings(Corpus.ten(language, from)), language))
                    .as("%s from %d", language, from)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"da, nb", "da, sv", "nb, da", "pt, es", "es, pt", "nl, af", "af, nl", "nl, de", "sv, nb", "en, nl"})
    void statementsOfFourWordsOfARelatedLanguageAreNotInIt(String expected, String written) {
        for (int from = 0; from < Corpus.of(written).size(); from++) {
            assertThat(check.complaint(beginnings(Corpus.ten(written, from)), expected))
                    .as("%s for %s from %d", written, expected, from)
                    .isPresent();
        }
    }

    @Test
    void anAnswerThatChangesToJapaneseHalfWayIsNotInItsLanguageThoughJapaneseTakesFewerCharacters() {
        for (String language : List.of("da", "nl", "en", "pt", "de", "es", "fr", "sv", "sw")) {
            assertThat(check.complaint(Corpus.mixed(language, 5, "ja", 0), language))
                    .as(language)
                    .isPresent();
        }
    }

    private static List<String> beginnings(List<String> statements) {
        return statements.stream()
                .map(statement -> statement.contains(" ")
                        ? Arrays.stream(statement.split(" ")).limit(4).collect(Collectors.joining(" "))
                        : statement.substring(0, 10))
                .toList();
    }
}
