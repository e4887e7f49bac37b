package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints.Fault;
import dev.cultivar.gate.facts.GateSubject;
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
        assertThat(of(Gates.bias("US", 0))).isEmpty();
    }
}
