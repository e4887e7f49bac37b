package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityPairs;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.PairedJackknife;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.StratifiedJackknife;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A statistic now minus the same statistic before, for one model in one language on the same topics.
 *
 * @param now the statistic now, NaN where there is none
 * @param before the statistic before, NaN where there is none
 * @param pivot of the difference; null where there is none
 * @param topics topics with truth and a scored response in both runs
 */
public record PairedComparison(
        double now, double before, @Nullable Pivot pivot, int topics) {

    /** Answers beyond the first of each topic, over all topics: with fewer in a run, its noise is unknown. */
    private static final int LEAST_REPEATS = 20;

    /** If more than this share of the topics that both runs asked is lost, the rest ask a different question. */
    private static final double MOST_LOST = 0.1;

    private static final double LEAST_DF = 2;

    /**
     * Compares at these topics, where only the responses are uncertain. Topics keep their weight, and a prompt that both runs answered is
     * deleted from both.
     *
     * @param pairs none where a run's prompts are unknown; the variances of the two runs then add up
     */
    public static PairedComparison atTheseTopics(PairedStatistic both, PolarityPairs pairs) {
        Values values = Values.of(both, Estimate.LEAST_TOPICS);
        return values.few()
                        || manyLost(both)
                        || repeats(both.tableNow()) < LEAST_REPEATS
                        || repeats(both.tableBefore()) < LEAST_REPEATS
                ? values.with(null)
                : jackknifed(both, pairs, values, 1.0 / (both.responsesNow() - 3) + 1.0 / (both.responsesBefore() - 3));
    }

    /** Whether one of the runs holds only answers that the other holds too: it may have stopped at an earlier look. */
    public static boolean sameAnswers(PairedStatistic both, PolarityPairs pairs) {
        long same = pairs.same(both.topics());
        return same > 0 && same == Math.min(both.responsesNow(), both.responsesBefore());
    }

    /** Whether so many topics lack a response in one of the runs that the rest say nothing about the topics that were asked. */
    public static boolean manyLost(PairedStatistic both) {
        int lost = both.lost().size();
        return lost > MOST_LOST * (lost + both.topics().size());
    }

    /** The same for means over topics, for which few responses are enough. The variance of a share is at most a quarter. */
    public static PairedComparison ofMeans(PairedStatistic both, PolarityPairs pairs) {
        Values values = Values.of(both, 1);
        return values.few()
                ? values.with(null)
                : jackknifed(both, pairs, values, 0.25 / both.responsesNow() + 0.25 / both.responsesBefore());
    }

    /** @param independent upper bound on the variance of the change if all responses were independent */
    private static PairedComparison jackknifed(
            PairedStatistic both, PolarityPairs pairs, Values values, double independent) {
        StratifiedJackknife.Variance variance = new PairedJackknife(
                        jackknife(both.tableNow()), jackknife(both.tableBefore()), pairs(both, pairs))
                .of(both::now, both::before);
        boolean known =
                Double.isFinite(values.change()) && Double.isFinite(variance.variance()) && variance.df() >= LEAST_DF;
        // No two responses to a topic differed; that does not prove that none ever would.
        boolean unproven = variance.variance() == 0 && !sameAnswers(both, pairs);
        double standardError = unproven ? Math.sqrt(independent) : variance.standardError();
        return values.with(known ? Pivot.line(values.change(), standardError, variance.df()) : null);
    }

    /** Compares for all topics such as these: each bootstrap round draws topics once, with the responses of both runs. */
    public static PairedComparison ofAllTopics(PairedStatistic both, AnalysisOptions options) {
        Values values = Values.of(both, Estimate.LEAST_TOPICS);
        if (values.few()) {
            return values.with(null);
        }
        int topics = both.topics().size();
        Seeds seeds = new Seeds(options.seed()).split("comparison");
        BootstrapResult rounds = Bootstrap.run(
                options.rounds(), seeds.seed(), rng -> new double[] {both.change(CountTable.times(rng, topics))});
        return values.with(Replicates.pivot(values.change(), rounds.replicates(0), topics, Scale.LINE, 1));
    }

    private static StratifiedJackknife jackknife(CountTable table) {
        return StratifiedJackknife.of(table.start, table.count);
    }

    private static long repeats(CountTable table) {
        return Arrays.stream(table.responses).map(n -> Math.max(0, n - 1)).sum();
    }

    private static List<PairedJackknife.Pairs> pairs(PairedStatistic both, PolarityPairs pairs) {
        List<PairedJackknife.Pairs> found = new ArrayList<>();
        for (int q = 0; q < both.topics().size(); q++) {
            int topic = q;
            pairs.byTopic()
                    .getOrDefault(both.topics().get(q), Map.of())
                    .forEach((pair, count) -> found.add(new PairedJackknife.Pairs(
                            topic,
                            entry(both.tableNow(), topic, pair.now()),
                            entry(both.tableBefore(), topic, pair.before()),
                            count)));
        }
        return found;
    }

    private static int entry(CountTable table, int topic, double polarity) {
        return IntStream.range(table.start[topic], table.start[topic + 1])
                .filter(e -> table.values[table.value[e]] == polarity)
                .findFirst()
                .orElseThrow();
    }

    /** Both statistics, and what they rest on. */
    private record Values(double now, double before, int topics, int least) {

        static Values of(PairedStatistic both, int least) {
            int topics = both.topics().size();
            return topics < least
                    ? new Values(Double.NaN, Double.NaN, topics, least)
                    : new Values(
                            both.now(both.tableNow().weights()),
                            both.before(both.tableBefore().weights()),
                            topics,
                            least);
        }

        boolean few() {
            return topics < least;
        }

        double change() {
            return now - before;
        }

        PairedComparison with(@Nullable Pivot pivot) {
            return new PairedComparison(now, before, pivot, topics);
        }
    }
}
