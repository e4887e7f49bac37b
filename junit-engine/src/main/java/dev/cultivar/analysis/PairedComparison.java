package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.PairedAlignments;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alignment now less alignment before, on the same topics: each bootstrap round draws topics once, with the responses of both runs.
 *
 * @param now alignment now, NaN where there is none
 * @param before alignment before, NaN where there is none
 * @param pivot of the difference; null where there is none
 * @param n responses of both runs that it rests on
 * @param topics topics with truth and a scored response in both runs
 */
public record PairedComparison(
        double now, double before, @Nullable Pivot pivot, long n, int topics) {

    /**
     * Compares two runs of one model in one language by Spearman's rho.
     *
     * @param common topics to compare on; those without truth or without responses in both are left out
     */
    public static PairedComparison of(
            PolarityCounts now,
            PolarityCounts before,
            Collection<String> common,
            PopulationKey population,
            PopulationTable populations,
            AnalysisOptions options) {
        PairedAlignments both = new PairedAlignments(now, before, common, population, populations);
        List<String> topics = both.topics();
        long n = topics.stream()
                .mapToLong(topic -> now.total(topic) + before.total(topic))
                .sum();
        if (topics.size() < Estimate.LEAST_TOPICS) {
            return new PairedComparison(Double.NaN, Double.NaN, null, n, topics.size());
        }
        int[] once = new int[topics.size()];
        Arrays.fill(once, 1);
        double valueNow = both.now(once);
        double valueBefore = both.before(once);
        Seeds seeds = new Seeds(options.seed()).split("comparison");
        BootstrapResult rounds = Bootstrap.run(options.rounds(), seeds.seed(), rng ->
                new double[] {both.change(CountTable.times(rng, topics.size()))});
        Pivot pivot = Replicates.pivot(valueNow - valueBefore, rounds.replicates(0), topics.size(), Scale.LINE, 1);
        return new PairedComparison(valueNow, valueBefore, pivot, n, topics.size());
    }
}
