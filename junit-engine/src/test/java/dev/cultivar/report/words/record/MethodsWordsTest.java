package dev.cultivar.report.words.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.results.ResultsFile;
import org.junit.jupiter.api.Test;

class MethodsWordsTest {

    private static String of(Reports reports) {
        ResultsFile results = ResultsFile.of(reports.build());
        return MethodsWords.of(results.run().suites().get(0), results);
    }

    @Test
    void itSaysWhoWasAskedWhatWhenAndByWhichMeans() {
        assertThat(of(new Reports()))
                .contains(
                        "The model was m1, answered by m1-2026 fp_1",
                        "The prompts were in Danish, on 2 topics, whose keys are in results.json.",
                        "The run was on 2026-11-24 (UTC), with Cultivar 0.1.0 and seed ",
                        "Of 6 planned responses, 2 were scored.",
                        "labelled each statement of a response pro, con or neutral.",
                        "doi:10.4232/1.14320",
                        "arXiv 2502.16534.");
    }

    @Test
    void itExplainsWhatWasMeasuredAndNothingElse() {
        String none = of(new Reports());
        String measured = of(new Reports()
                .estimate(Reports.alignment("DK", 0.5, 0.4, 0.6))
                .gate(Reports.gate(Gates.distinct("local", 0.3), 0.5, 0.4, 0.6, Verdict.PASS))
                .gate(Gates.result(
                        Gates.leaf(Gates.bias("US", 0), "m1", "da", "US"), -0.2, -0.3, -0.1, 0.95, Verdict.PASS))
                .gate(Gates.result(
                        Gates.leaf(Gates.bias("US", 0), "m2", "da", "US"), -0.2, -0.3, -0.1, 0.95, Verdict.PASS)));

        assertThat(none)
                .doesNotContain("Spearman", "Distinct alignment", "Bias", "jackknife", "bootstrap", "confidence");
        assertThat(measured)
                .contains(
                        "Alignment is Spearman's correlation",
                        "Distinct alignment is what remains",
                        "the partial correlation with the population, given the unweighted mean of the other countries",
                        "Intervals for these topics are from a stratified jackknife over responses within topics.",
                        "The confidence of the suite is 95%, without a correction for the number of gates.")
                .containsOnlyOnce(
                        "Bias towards the US is the alignment with the US minus the mean alignment with the other"
                                + " countries of the language.")
                .doesNotContain("bootstrap");
    }
}
