package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.StratifiedJackknife;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How uncertain the statistics of one sample are when its topics are the question and only its responses are random: a jackknife that
 * deletes responses one by one within their topic. A statistic rests on the topics of its mask; the variance of other topics must not
 * enter its pool.
 */
final class FixedTopics {

    /** With fewer responses beyond the first of each topic, too little is known of how responses scatter. */
    static final int LEAST_REPEATS = 20;

    /** If more than this share of the topics is lost, the rest ask a different question. */
    private static final double MOST_LOST = 0.1;

    private static final double LEAST_DF = 2;

    private final CountTable table;
    private final boolean[] planned;

    /**
     * Prepares the jackknife of a sample.
     *
     * @param topics of the run, in the table's order
     * @param asked topics that the sample was meant to cover
     */
    FixedTopics(CountTable table, List<String> topics, Set<String> asked) {
        this.table = table;
        planned = new boolean[topics.size()];
        for (int q = 0; q < planned.length; q++) {
            planned[q] = asked.contains(topics.get(q));
        }
    }

    /**
     * Why a statistic has no interval at these topics; empty where there are enough responses.
     *
     * @param ofPairs whether the statistic is over pairs of responses
     */
    Optional<Note> lack(boolean[] mask, boolean ofPairs) {
        int least = ofPairs ? 2 : 1;
        long all = known(mask).count();
        long lost = known(mask).filter(q -> table.responses[q] < least).count();
        if (lost > MOST_LOST * all) {
            return Optional.of(new Note.TopicsLost((int) lost, (int) all));
        }
        long repeats = repeats(mask);
        return repeats < LEAST_REPEATS ? Optional.of(new Note.FewRepeats(repeats, LEAST_REPEATS)) : Optional.empty();
    }

    private IntStream known(boolean[] mask) {
        return IntStream.range(0, mask.length).filter(q -> mask[q] && planned[q]);
    }

    private long repeats(boolean[] mask) {
        return IntStream.range(0, mask.length)
                .filter(q -> mask[q])
                .mapToLong(q -> Math.max(0, table.responses[q] - 1))
                .sum();
    }

    /**
     * Every statistic without one response, by the table entry that counts the response; empty where its topic has no other response.
     *
     * @param statistics maps weights of the table's entries and self-consistency to values on the statistics' scales
     */
    double[][] without(SelfConsistency consistency, BiFunction<double[], Double, double[]> statistics) {
        StratifiedJackknife jackknife = StratifiedJackknife.of(table.start, table.count);
        double[][] without = new double[table.count.length][0];
        for (int e = 0; e < without.length; e++) {
            int q = table.topic[e];
            if (table.responses[q] > 1) {
                double self = table.responses[q] > 2 ? consistency.without(q, e) : Double.NaN;
                without[e] = statistics.apply(jackknife.without(q, e), self);
            }
        }
        return without;
    }

    /**
     * Variances of statistics that rest on some topics.
     *
     * @param without statistics without one response, by entry
     * @return empty where no topic of the mask has two responses
     */
    List<StratifiedJackknife.Variance> variances(boolean[] mask, double[][] without) {
        return StratifiedJackknife.of(table.start, counts(mask)).of((q, entry) -> without[entry]);
    }

    /**
     * Variances of statistics that cover all topics and rest on self-consistency.
     *
     * @param without statistics without one response, by entry
     * @return empty where no topic has three responses
     */
    List<StratifiedJackknife.Variance> variancesOfPairs(double[][] without) {
        return StratifiedJackknife.ofPairs(table.start, table.count).of((q, entry) -> without[entry]);
    }

    private int[] counts(boolean[] mask) {
        int[] counts = table.count.clone();
        for (int e = 0; e < counts.length; e++) {
            counts[e] = mask[table.topic[e]] ? counts[e] : 0;
        }
        return counts;
    }

    /**
     * The pivot of an estimate.
     *
     * @param variance from the jackknife, on the scale
     * @param ofJudge variance that the judge's calibration adds to it
     * @return null where the variance is undefined or has too few degrees of freedom
     */
    @Nullable
    Pivot pivot(
            double estimate,
            StratifiedJackknife.Variance variance,
            double ofJudge,
            Scale scale,
            double divisor,
            boolean[] mask) {
        double total = variance.variance() + ofJudge;
        double df = variance.variance() == 0 ? repeats(mask) : variance.df() * Math.pow(total / variance.variance(), 2);
        if (Double.isNaN(estimate) || !(df >= LEAST_DF)) {
            return null;
        }
        double standardError = Math.sqrt(total);
        // No two responses to a topic differed; that does not prove that none ever would.
        if (variance.variance() == 0 || scale.atEnd(estimate)) {
            standardError = Math.max(standardError, 1 / Math.sqrt(responses(mask) - 3.0));
        }
        return new Pivot(estimate, scale.clamped(estimate), standardError, df, scale, divisor);
    }

    private long responses(boolean[] mask) {
        return IntStream.range(0, mask.length)
                .filter(q -> mask[q])
                .mapToLong(q -> table.responses[q])
                .sum();
    }
}
