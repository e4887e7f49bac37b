package dev.cultivar.history;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.PolarityPairs;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.stats.MultipleTesting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * How the answers in a category moved between two runs: the mean, over its topics, of the change in mean polarity. It is taken prompt by
 * prompt, with Student's t and Satterthwaite's degrees of freedom.
 *
 * @param category as the catalogue names it
 * @param topics number of topics compared, at least {@value #LEAST_TOPICS}
 * @param before mean over topics in the baseline, in [0,1]
 * @param now the same mean now, in [0,1]
 * @param p two-sided, in [0,1]
 * @param adjusted the same p-value by Holm's method over the categories of the model and language, in [0,1]
 */
public record CategoryDrift(String category, int topics, double before, double now, double p, double adjusted) {

    /** Fewer topics are single questions, which the topics' own test covers. */
    public static final int LEAST_TOPICS = 3;

    /** Mean now minus mean before, in [-1,1]. */
    public double difference() {
        return now - before;
    }

    /** Whether the drift is more than chance, given how many categories were looked at. */
    public boolean certain(double confidence) {
        return adjusted <= 1 - confidence;
    }

    /**
     * Every category that can be tested, surest first.
     *
     * @param categories topics by category
     * @param common topics that both runs asked in the same words
     */
    public static List<CategoryDrift> of(
            SortedMap<String, List<String>> categories,
            Collection<String> common,
            BeforeAndNow runs,
            PolarityPairs pairs) {
        List<String> names = new ArrayList<>();
        List<PairedComparison> found = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        categories.forEach((category, topics) -> {
            PairedStatistic both = PairedStatistic.ofMeans(
                    runs, topics.stream().filter(common::contains).toList());
            PairedComparison compared = PairedComparison.ofMeans(both, pairs);
            Pivot pivot = compared.pivot();
            if (compared.topics() >= LEAST_TOPICS && pivot != null) {
                names.add(category);
                found.add(compared);
                p.add(pivot.p(0));
            }
        });
        double[] adjusted =
                MultipleTesting.holm(p.stream().mapToDouble(Double::doubleValue).toArray());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new CategoryDrift(
                        names.get(i),
                        found.get(i).topics(),
                        found.get(i).before(),
                        found.get(i).now(),
                        p.get(i),
                        adjusted[i]))
                .sorted(Comparator.comparingDouble(CategoryDrift::p).thenComparing(CategoryDrift::category))
                .toList();
    }
}
