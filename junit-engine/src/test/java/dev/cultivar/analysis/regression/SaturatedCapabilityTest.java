package dev.cultivar.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.words.RegressionWords;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Eq. 3 on alignments that are made up, so that what the fit can know of them is known. */
class SaturatedCapabilityTest {

    private static final int ROUNDS = 100;

    private final List<Note> problems = new ArrayList<>();

    /** Alignment is half the self-consistency, a part of the model's own, and noise. */
    private Regressions fit(int models, double noise) {
        Random random = new Random(3);
        List<SampleRounds> samples = new ArrayList<>();
        Map<String, Map<String, Double>> capability = new HashMap<>();
        for (int model = 0; model < models; model++) {
            String name = "m" + model;
            double own = 0.1 * random.nextGaussian();
            for (String language : List.of("da", "nl")) {
                double consistency = 0.2 + 0.6 * random.nextDouble();
                double alignment = 0.5 * consistency + own + noise * random.nextGaussian();
                capability.computeIfAbsent(name, key -> new HashMap<>()).put(language, random.nextDouble());
                samples.add(new SampleRounds(
                        ScoredSample.of(Stream.of("F118", "F119", "F120", "F121", "F122", "F123")
                                        .map(topic -> new ScoredResponse(name, "f", language, topic, 0.5))
                                        .toList())
                                .get(0),
                        Map.of(language, alignment),
                        Map.of(language, repeated(alignment)),
                        consistency,
                        repeated(consistency)));
            }
        }
        AnalysisOptions options = new AnalysisOptions(
                1,
                0.95,
                ROUNDS,
                OptionalDouble.of(0.955),
                new TreeSet<>(),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                true);
        return Regressions.fit(samples, capability, PopulationTable.builtIn(), options, problems);
    }

    private static double[] repeated(double value) {
        double[] rounds = new double[ROUNDS];
        Arrays.fill(rounds, value);
        return rounds;
    }

    @Test
    void whereCoefficientsAndModelsReproduceEveryAlignmentThereIsNoEstimate() {
        Regressions regressions = fit(3, 0);

        assertThat(regressions.measurements()).isEmpty();
        assertThat(regressions.tables()).singleElement().isInstanceOf(RegressionTable.Unfit.class);
        assertThat(problems).singleElement().isInstanceOf(Note.CapabilityNotFitted.class);
        assertThat(RegressionWords.of(regressions.tables()))
                .contains("not fitted: 4 coefficients and 3 models reproduce its 6 rows");
    }

    @Test
    void whereTheyCouldButDoNotTheEstimateStandsBesideAWarning() {
        Regressions regressions = fit(3, 0.1);

        assertThat(problems).containsExactly(new Note.FewRows(6, 4, 3));
        assertThat(regressions.measurements())
                .hasSize(2)
                .allSatisfy(of -> assertThat(of.estimate().statistic()).isEqualTo(Statistic.CAPABILITY));
    }

    @Test
    void withRowsEnoughThereIsNothingToSay() {
        assertThat(fit(5, 0.1).measurements()).hasSize(2);
        assertThat(problems).isEmpty();
    }
}
