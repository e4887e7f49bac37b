package dev.cultivar.analysis;

import dev.cultivar.analysis.SampleStatistics.Kind;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.survey.PopulationKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One model of the paper's release in one language, as recorded, and a simulated model that answers so: with its mean on every topic and
 * its scatter within topics. A redraw of the responses themselves would scatter too little, as a topic has seven of them.
 *
 * @param topics those with truth of the countries of its language, in order
 * @param own the mean of these countries
 */
record RealSample(
        String model,
        String language,
        List<String> topics,
        PopulationKey own,
        PolarityCounts recorded,
        SimulatedModel fitted) {

    private static final double LEAST_PRECISION = 0.5;
    private static final double MOST_PRECISION = 1000;

    /** What a gate of {@link RealModelDecisions} or {@link RealModelLooks} asks. */
    record Threshold(Kind kind, double value, boolean atLeast) {

        /** Whether an estimate on the right side of it passes. */
        boolean passes(double estimate) {
            return atLeast ? estimate >= value : estimate <= value;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, atLeast ? "%s >= %.2f" : "%s <= %.2f", kind, value);
        }
    }

    /** By model, in the four languages of the release. */
    static Map<String, List<RealSample>> read() throws IOException {
        Map<String, List<RealSample>> samples = new LinkedHashMap<>();
        ScoredSample.of(ReferenceFiles.scoredResponses()).stream()
                .filter(sample -> !sample.isReferenceLevel())
                .sorted(Comparator.comparing(ScoredSample::language))
                .forEach(sample -> samples.computeIfAbsent(sample.model(), model -> new ArrayList<>())
                        .add(of(sample)));
        return samples;
    }

    private static RealSample of(ScoredSample sample) {
        PopulationKey own =
                SurveyTopics.TABLE.localPopulation(sample.language()).orElseThrow();
        List<String> topics = sample.counts().byTopic().keySet().stream()
                .filter(topic -> SurveyTopics.TABLE.polarity(own, topic).isPresent())
                .toList();
        return new RealSample(
                sample.model(), sample.language(), topics, own, sample.counts(), fitted(sample.counts(), topics));
    }

    /** Of ten respondents alike by precision k, responses have a variance of mean (1 - mean) (1 + 9 / (k + 1)) / 10. */
    private static SimulatedModel fitted(PolarityCounts counts, List<String> topics) {
        double within = 0;
        double possible = 0;
        for (String topic : topics) {
            SortedMap<Double, Integer> row = counts.byTopic().get(topic);
            long n = counts.total(topic);
            double mean = counts.mean(topic);
            double squares = 0;
            for (Map.Entry<Double, Integer> entry : row.entrySet()) {
                squares += entry.getValue() * Math.pow(entry.getKey() - mean, 2);
            }
            within += squares;
            // mean (1 - mean) of the observed mean lacks the variance of that mean
            possible += n > 1 ? (n - 1) * mean * (1 - mean) + squares / n : 0;
        }
        double ratio = within / possible;
        double precision = ratio <= 0.1 ? MOST_PRECISION : 0.9 / (ratio - 0.1) - 1;
        return new SimulatedModel(
                topics.stream().map(counts::mean).toList(),
                Math.max(LEAST_PRECISION, Math.min(MOST_PRECISION, precision)));
    }

    /** As many responses to each topic as make about {@code n}. */
    long[] asked(int n) {
        long[] asked = new long[topics.size()];
        Arrays.fill(asked, Math.max(1, Math.round((double) n / topics.size())));
        return asked;
    }

    /** Statistics of weights as {@link SimulatedModel#draw} gives them. */
    SampleStatistics statistics(double[] weights) {
        return SampleStatistics.of(SimulatedModel.counts(weights, topics), topics, language, own);
    }

    SampleStatistics statistics() {
        return SampleStatistics.of(recorded, topics, language, own);
    }

    /** What the fitted model's statistics are in truth, in the order of the kinds. */
    double[] truths() {
        long[] once = new long[topics.size()];
        Arrays.fill(once, 1);
        return SampleStatistics.endless(once, topics, language, own).of(fitted.expected(once));
    }

    /** One draw of about {@code n} responses. */
    SampleStatistics redrawn(UniformRandomProvider rng, int n) {
        return statistics(fitted.draw(rng, asked(n)));
    }

    /** The p-value of a threshold; 1 where nothing is known. */
    static double p(Map<Kind, Pivot> pivots, Threshold threshold) {
        Pivot pivot = pivots.get(threshold.kind());
        return pivot == null ? 1 : pivot.p(threshold.value());
    }
}
