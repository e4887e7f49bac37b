package dev.cultivar.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.text.YamlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnLanguageFileTest {

    private static final String WORDINGS = """
        wordings:
          FOUR_DAYS:
            claim-pro: the view that four days are enough
            claim-con: the view that five days are needed
            neutral: a week of four days or of five
            whether: whether four days are enough
            paraphrase: how many days a week people should work
        """;

    private final PromptBook english = PromptBooks.builtIn("en").orElseThrow();

    @Test
    void withoutTemplatesTakesTheBuiltInOnesAndTheWordingsOfOtherTopics() {
        PromptBook own = read("language: en\n" + WORDINGS);

        assertThat(own.templates()).isEqualTo(english.templates());
        assertThat(own.wordings("F120")).isEqualTo(english.wordings("F120"));
        assertThat(own.covers("FOUR_DAYS")).isTrue();
        assertThat(own.name()).isEqualTo("English");
        assertThat(own.version()).isEqualTo(english.version());
        assertThat(own.prompt("FOUR_DAYS", "t12", Slot.WHETHER).text()).contains("whether four days are enough");
    }

    @Test
    void takesTheFormsToo() throws IOException {
        PromptBook twoCases = read("""
            language: xx
            name: X
            english-name: X
            reviewed: no
            version: 3
            forms: [acc, dat]
            templates: {t1: "Ten about {topic} and of {topic:dat}."}
            wordings: {A: {neutral: {acc: den Hund, dat: dem Hund}}}
            """);
        YamlText oneCase = YamlText.read(stream("language: xx\n" + WORDINGS), "mine.yaml");

        assertThatThrownBy(() -> PromptFile.read(oneCase, language -> Optional.of(twoCases)))
                .isInstanceOfSatisfying(PromptException.class, e -> assertThat(e.problems())
                        .hasSize(10)
                        .contains("Language file mine.yaml, line 4: a wording of topic FOUR_DAYS lacks the form 'dat':"
                                + " \"the view that four days are enough\""));
    }

    /** Nobody may sign for sentences that were not theirs to read. */
    @Test
    void aSignatureDoesNotCoverUnsignedSentencesThatItTakesOver() {
        assertThat(english.reviewed()).isFalse();
        assertThat(read("language: en\nreviewed: {by: Ann, date: '2026-11-29'}\n" + WORDINGS)
                        .reviewed())
                .isFalse();
    }

    @Test
    void withTemplatesOrOfALanguageThatIsNotBuiltInStandsAlone() {
        PromptBook own = read("""
            language: en
            name: English
            english-name: English
            reviewed: no
            version: 1
            templates: {t1: "Ten people about {topic}, numbered."}
            """ + WORDINGS);

        assertThat(own.templates()).containsOnlyKeys("t1");
        assertThat(own.covers("F120")).isFalse();
        assertThatThrownBy(() -> read("language: it\n" + WORDINGS))
                .isInstanceOfSatisfying(PromptException.class, e -> assertThat(e.problems())
                        .contains("Language file mine.yaml, line 1: the file has no 'templates', and there is no"
                                + " built-in language 'it' whose templates it could use."));
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine() {
        assertThatThrownBy(() -> read("""
            langage: en
            language: en
            wordings:
              A: [one, two, three, four, five]
              B:
                claim-pro: x
                claim-contra: y
                neutral: x
            """)).isInstanceOfSatisfying(PromptException.class, e -> assertThat(e.problems())
                .containsExactly(
                        "Language file mine.yaml, line 1: the file has an unknown key 'langage'; the keys are language,"
                                + " name, english-name, reviewed, version, forms, templates, wordings.",
                        "Language file mine.yaml, line 4: topic A must have a wording for each slot: {claim-pro: …,"
                                + " claim-con: …, neutral: …, whether: …, paraphrase: …}.",
                        "Language file mine.yaml, line 7: topic B has a slot 'claim-contra'; slots are claim-pro,"
                                + " claim-con, neutral, whether, paraphrase.",
                        "Language file mine.yaml, line 8: topic B has the same wording twice: \"x\""));
    }

    private static PromptBook read(String yaml) {
        return PromptBooks.readOwn(stream(yaml), "mine.yaml");
    }

    private static ByteArrayInputStream stream(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
