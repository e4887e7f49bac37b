package dev.cultivar.prompt.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.Slot;
import dev.cultivar.prompt.Wording;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BookLintTest {

    private static final PromptBook MASTER = PromptBooks.builtIn("en").orElseThrow();
    private static final BookLint LINT = new BookLint(MASTER);

    static Stream<String> languages() {
        return PromptBooks.BUILT_IN.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aBuiltInFileAsksWhatTheMasterAsks(String language) {
        PromptBook book = PromptBooks.builtIn(language).orElseThrow();

        assertThat(LINT.faults(book)).isEmpty();
        assertThat(book.templates()).containsOnlyKeys(MASTER.templates().keySet());
        assertThat(book.wordings()).containsOnlyKeys(MASTER.wordings().keySet());
        assertThat(book.review()).as("nobody has signed yet").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTopicAskedOnTwoScalesHasTheSameWordsForBoth(String language) {
        PromptBook book = PromptBooks.builtIn(language).orElseThrow();
        for (String topic : Set.of("C001", "C002")) {
            assertThat(book.wordings(topic + "_01")).isEqualTo(book.wordings(topic));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theCountsAreTheSameInEveryLanguage(String language) {
        Map<String, Long> counts = SlotCounts.of(PromptBooks.builtIn(language).orElseThrow());

        counts.forEach((row, count) -> System.out.println(language + " | " + row + " | " + count));
        assertThat(counts).containsExactlyEntriesOf(SlotCounts.EXPECTED);
    }

    /** As the files were before they had a master; the topic's other slots are the master's own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        en | E069_06  | neutral    | relying on the police                                   | no word for trust
        en | E069_06  | neutral    | the police as an institution that one can trust          | presumes that there is trust
        en | F120     | paraphrase | the right to have an abortion                           | speaks of a right
        en | F120     | paraphrase | ending an unwanted pregnancy                            | has a loaded word
        en | F114A    | paraphrase | benefit fraud as something that can be justified        | has a loaded word
        en | F116     | claim-con  | the view that cheating on taxes can never be justified  | no word for 'mostly'
        en | E265_04  | neutral    | frequent vote buying in the country's elections         | no word for this country
        en | E265_01  | whether    | fairness in the counting of votes in this country       | nothing on how often
        en | E025     | claim-pro  | signing petitions                                       | is quoted where the master is not
        en | F028     | whether    | whether one attends religious services regularly, and how often | asks for regularity
        da | E069_06  | neutral    | politibetjente                                          | no word for trust
        da | E069_06  | neutral    | politiet som en institution, som man kan have tillid til | presumes that there is trust
        da | F121     | paraphrase | retten til at blive skilt                               | speaks of a right
        da | F123     | whether    | den moralske accept af selvmord                         | makes a moral question of it
        da | E263     | paraphrase | at gå hen og stemme eller blive hjemme                  | an infinitive
        nl | E069_06  | neutral    | de politie als instelling                               | no word for trust
        nl | E026     | paraphrase | zich aansluiten bij een boycot                          | a bare infinitive
        nl | E263     | paraphrase | je stem uitbrengen wanneer er lokaal wordt gekozen      | a bare infinitive
        nl | F117     | paraphrase | je laten omkopen in het werk                            | a bare infinitive
        nl | E015     | neutral    | ontzag voor gezag                                       | has a loaded word
        pt | E069_06  | neutral    | a polícia como instituição                              | no word for trust
        pt | F114A    | paraphrase | o hábito de aceitar ajudas do Estado sem ter direito a recebê-las | makes a habit of an act
        pt | E116     | paraphrase | se é melhor ou pior que os militares comandem o país    | 'melhor ou pior que os ...' reads as a comparison
        de | E069_06  | neutral    | die Polizei als Einrichtung                             | no word for trust
        de | H011     | paraphrase | staatliche Datensammlungen über nichts ahnende Bewohner | has a loaded word
        de | E233B    | paraphrase | eine Demokratie mit folgsamen Bürgern                   | has a loaded word
        es | E069_06  | neutral    | la policía como institución                             | no word for trust
        es | F115     | paraphrase | la costumbre de no pagar en el transporte público       | makes a habit of an act
        es | E116     | paraphrase | si es mejor o peor que los militares dirijan el país    | 'mejor o peor que los ...' reads as a comparison
        fr | E069_06  | neutral    | la police en tant qu'institution                        | no word for trust
        fr | F117     | paraphrase | l'habitude de se laisser corrompre                      | makes a habit of an act
        sv | E265_04  | neutral    | mutning av väljare                                      | no word for this country
        sv | E265_04  | neutral    | mutning av väljare i landets val                        | nothing on how often
        sv | F120     | paraphrase | abort som etisk fråga                                   | makes a moral question of it
        sv | F120     | paraphrase | rätten att avbryta en graviditet                        | speaks of a right
        sv | E018     | paraphrase | en utveckling mot mer auktoritetstro                    | has a loaded word
        ja | E069_02  | neutral    | 軍隊                                                      | no word for trust
        ja | E265_04  | whether    | この国の選挙での有権者の買収                                | nothing on how often
        sw | E025     | paraphrase | maombi ya umma na uamuzi wa kuyatia saini               | has a loaded word
        sw | E069_06  | neutral    | polisi kama taasisi                                     | no word for trust
        sw | C001     | claim-pro  | maoni kwamba wanaume wanapaswa kuwa na haki zaidi ya kazi kuliko wanawake wakati kazi ni chache | 'haki zaidi ya kazi' is rights beyond work
        sw | H010     | whether    | kama serikali inapaswa kuwa na haki ya kufuatilia taarifa nyingine zinazobadilishwa mtandaoni | 'haki zaidi ya kazi' is rights beyond work
        sw | F123     | claim-con  | maoni kwamba kujiua ni kosa kwa sehemu kubwa            | 'kwa sehemu kubwa' behind an act
        """)
    void anOldWordingThatAskedSomethingElseIsFound(
            String language, String topic, String slot, String wording, String fault) {
        assertThat(LINT.faults(book(language, topic, Slot.of(slot).orElseThrow(), wording)))
                .extracting(Fault::toString)
                .anyMatch(found -> found.startsWith(topic + " " + slot + ": " + fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        en | What would ten people say if you asked them for their view on {topic}?                    | view too many
        da | Lad, som om du har spurgt ti mennesker om deres holdning til spørgsmålet om {topic}.      | doubles
        nl | Neem tien verzonnen burgers, willekeurig gekozen, die vragen krijgen over {topic}.        | doubles
        sv | Vad skulle tio människor säga om en intervjuare frågade dem om {topic}?                   | a request
        fr | Que diraient dix personnes si on leur demandait leur avis sur {topic} au cours d'un entretien ? | part of the topic
        pt | Preparo uma reportagem sobre {topic} e preciso de exemplos inventados.                    | part of the topic
        es | Estoy preparando un reportaje sobre {topic} y necesito ejemplos inventados.               | part of the topic
        ja | ごく普通の人10人に{topic}についての意見を尋ねたことにしてください。                             | without a comma
        sw | Watu kumi walisema nini kuhusu {topic} na kwa nini?                                          | part of the topic
        sw | Tuseme watu kumi, waliochaguliwa kwa kura, wamekueleza maoni yao kuhusu {topic}.             | chosen by vote
        """)
    void anOldTemplateThatMisreadsIsFound(String language, String template, String fault) {
        assertThat(LINT.faults(book(language, Map.of("t05", template), Map.of())))
                .extracting(Fault::toString)
                .anyMatch(found -> found.startsWith("template t05: ") && found.contains(fault));
    }

    @Test
    void aFileWithOtherSlotsOrTemplatesIsFound() {
        PromptBook book = book("en", Map.of("t13", "About {topic}, and {topic}."), Map.of("F120", Map.of()));

        assertThat(LINT.faults(book))
                .extracting(Fault::toString)
                .contains("template t13: the master has no such template; use its ids, one scene each")
                .contains("F120 claim-con: is missing")
                .hasSize(6);
    }

    @Test
    void ofALanguageWhoseWordsAreUnknownTheFormIsStillRead() {
        assertThat(BookLint.knows("it")).isFalse();
        assertThat(LINT.faults(book("it", "E025", Slot.CLAIM_PRO, "firmare una petizione.")))
                .extracting(Fault::what)
                .anyMatch(what -> what.startsWith("is quoted"))
                .contains("ends like a sentence, but is used inside one")
                .noneMatch(what -> what.startsWith("no word"));
    }

    private static PromptBook book(String language, String topic, Slot slot, String wording) {
        return book(language, Map.of(), Map.of(topic, Map.of(slot, new Wording(Map.of("topic", wording), "topic"))));
    }

    private static PromptBook book(
            String language, Map<String, String> templates, Map<String, Map<Slot, Wording>> wordings) {
        return new PromptBook(language, language, language, Optional.empty(), 1, new TreeMap<>(templates), wordings);
    }
}
