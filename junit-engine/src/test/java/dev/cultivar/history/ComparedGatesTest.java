package dev.cultivar.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.gate.Suite;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparedGatesTest extends WithComparison {

    @Test
    void aPlannedMarginIsNoChangeAndOneInPlaceOfASetOneIs() {
        BaselineRun planned = heldTo(suite().saved(), gate("coverage", "release", null, "planned"));

        assertThat(RunComparison.of(planned, planned, PopulationTable.builtIn(), 0.95)
                        .differences())
                .isEmpty();
        assertThat(ComparisonWords.beyondTopics(ComparedRuns.of(RunComparison.of(
                        heldTo(suite().saved(), gate("coverage", "release", null, "<= 0.1")),
                        planned,
                        PopulationTable.builtIn(),
                        0.95))))
                .contains("Gates that differ: coverage of release in Danish <= 0.1 then, margin planned from the"
                        + " baseline now.");
    }

    @Test
    void aCandidateUnderAnotherNameIsHeldAgainstTheGatesOfTheModelItIsComparedWith() {
        Suite candidate = new Suite()
                .model("candidate", Suite.like("DK"), "release")
                .languages("da")
                .responses(20);
        RunComparison comparison = RunComparison.of(
                heldTo(
                        suite().saved(),
                        gate("bias", "release", "US", "<= 0"),
                        gate("coverage", "release", null, ">= 0.9"),
                        gate("distinct", "release", "DK", ">= 0.3")),
                heldTo(
                        candidate.saved(),
                        gate("bias", "candidate", "US", "<= 0"),
                        gate("coverage", "candidate", null, ">= 0.8")),
                PopulationTable.builtIn(),
                0.95);

        assertThat(comparison.differences())
                .containsExactly(new Difference.OtherGates(List.of(
                        new Difference.Moved(
                                gate("coverage", "candidate", null, "").gate(), ">= 0.9", ">= 0.8"),
                        new Difference.Moved(
                                gate("distinct", "release", "DK", "").gate(), ">= 0.3", null))));
        assertThat(ComparisonWords.beyondTopics(ComparedRuns.of(comparison)))
                .contains("Gates that differ: coverage of candidate in Danish >= 0.9 then, >= 0.8 now; distinct"
                        + " alignment of release in Danish with people in Denmark >= 0.3 then, no gate now.");
    }

    @Test
    void theGatesOfAModelThatOneRunLacksAreNotListedOneByOne() {
        RunComparison comparison = RunComparison.of(
                heldTo(twoModels(false).saved(), gate("coverage", "moved", null, ">= 0.9")),
                heldTo(
                        twoModels(true).model("new", Suite.random()).saved(),
                        gate("coverage", "moved", null, ">= 0.9"),
                        gate("coverage", "new", null, ">= 0.9")),
                PopulationTable.builtIn(),
                0.95);

        assertThat(comparison.differences()).containsExactly(new Difference.NotInBaseline("new", "da"));
    }

    @Test
    void theGatesOfAFileThatSaysNoneAreNotCompared() {
        RunComparison comparison = RunComparison.of(
                suite().saved(),
                heldTo(suite().saved(), gate("coverage", "release", null, ">= 0.9")),
                PopulationTable.builtIn(),
                0.95);

        assertThat(comparison.differences()).isEmpty();
    }

    private static BaselineRun.Threshold gate(String kind, String model, @Nullable String population, String bound) {
        return new BaselineRun.Threshold(new GateKey(kind, model, null, "da", population, null, null, null), bound);
    }

    private static BaselineRun heldTo(BaselineRun run, BaselineRun.Threshold... gates) {
        BaselineRun.Origin origin = run.runs().get(0);
        BaselineRun.Provenance kept = origin.provenance();
        return fromRun(run, told(origin, provenance(kept, List.of(gates), kept.backends())));
    }
}
