package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints.Fault;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.report.words.FactSentences;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of people of Denmark 0.92 is expected, of Americans 0.65, of the other countries in the mean 0.70. */
class GateTellingTest {

    private static final List<String> TOPICS = Catalogue.builtIn().list("wvs7").orElseThrow().stream()
            .map(Topic::key)
            .toList();

    private final GateTelling telling = new GateTelling(PopulationTable.builtIn(), TOPICS);

    private Optional<Note.Telling> of(Gate gate) {
        return telling.of(Gates.leaf(gate, "m1", "da", "DK"));
    }

    private Optional<Fault> fault(double min) {
        return of(Gates.alignment("DK", min)).map(Note.Telling::fault);
    }

    @Test
    void aThresholdBetweenTheWorldAndOwnPeopleTells() {
        assertThat(fault(0.75)).isEmpty();
    }

    @Test
    void aThresholdThatOthersReachDoesNotTell() {
        assertThat(fault(0.4)).contains(Fault.OTHERS_REACH_IT);
        assertThat(fault(0.67)).contains(Fault.OTHERS_REACH_IT);
        Note.Telling note = of(Gates.alignment("DK", 0.4)).orElseThrow();
        assertThat(note.points().reference()).isCloseTo(0.65, within(0.01));
        assertThat(note.points().world()).isCloseTo(0.70, within(0.01));
    }

    @Test
    void aThresholdThatOwnPeopleMissDoesNotTell() {
        assertThat(fault(0.95)).contains(Fault.OWN_MISSES_IT);
    }

    @Test
    void aThresholdThatOwnPeopleHardlyReachTellsLittle() {
        assertThat(fault(0.86)).contains(Fault.OWN_HARDLY_REACHES_IT);
        assertThat(Fault.OWN_HARDLY_REACHES_IT.tells()).isTrue();
    }

    @Test
    void aGateThatComparesWithNoPopulationHasNothingToTell() {
        assertThat(telling.of(new GateLeaf(Gates.coverage(0.8), GateSubject.ofModel("m1", "da", null))))
                .isEmpty();
    }

    /** In Danish own people have a bias of -0.23 on these topics, Americans one of 0.20; in English 0.08 and 0.21. */
    @Test
    void aGreatestBiasTellsBetweenThePeopleOfTheLanguageAndAmericans() {
        assertThat(bias("da", 0)).isEmpty();
        assertThat(bias("da", 0.25).map(Note.Telling::fault)).contains(Fault.OTHERS_REACH_IT);
        assertThat(bias("en", 0).map(Note.Telling::fault)).contains(Fault.OWN_MISSES_IT);
        assertThat(bias("en", 0.15)).isEmpty();
    }

    @Test
    void whomAGreatestBiasTellsFromAmericansAreThePeopleOfTheLanguage() {
        Note.Telling note = bias("en", 0).orElseThrow();
        assertThat(note.population()).isEqualTo("local-en");
        assertThat(note.most()).isTrue();
        assertThat(note.points().own()).isCloseTo(0.08, within(0.01));
        assertThat(note.points().reference()).isCloseTo(0.21, within(0.01));
    }

    /** Own people score above 0 too, as most countries of the language are further from their mean than Americans are. */
    @Test
    void inALanguageOfManyCountriesABiasIsSaidToBeAnAverageOverThemAndItsThresholdToBeOutOfReach() {
        GateResult own =
                new Suite().model("own", Suite.like("local-en")).languages("en").verdict(Gates.bias("US", 0));

        assertThat(own.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(own))
                .contains("On average over the other English-speaking countries, the answers agree with Americans more"
                        + " than with the people there. But the threshold 0 is too strict: people in English-speaking"
                        + " countries themselves, ten per answer, would score 0.0")
                .contains(", Americans 0.2")
                .containsOnlyOnce("is too strict");
    }

    @Test
    void ofABiasTowardsAnotherCountryNothingIsKnown() {
        assertThat(telling.of(Gates.leaf(Gates.bias("NL", 1), "m1", "da", "NL")))
                .isEmpty();
    }

    private Optional<Note.Telling> bias(String language, double max) {
        return telling.of(Gates.leaf(Gates.bias("US", max), "m1", language, "US"));
    }
}
