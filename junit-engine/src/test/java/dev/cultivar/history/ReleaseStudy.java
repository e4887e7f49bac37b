package dev.cultivar.history;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.PolarityPairs;
import dev.cultivar.analysis.counts.PromptAnswers;
import dev.cultivar.analysis.counts.PromptAnswers.Place;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.prompt.Slot;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often the 95% interval of a change between two releases holds the truth, how often an unchanged release is found worse, and how often
 * a drift to the reference country is found: as markdown on standard output. A release answers as Denmark does, a share of it moved to the
 * United States; a prompt shifts the answers to it in both releases by the same effect (standard deviation 0.4 on the logit); ten respondents
 * an answer, who are alike as a beta distribution of precision 60 says.
 */
public final class ReleaseStudy {

    private static final double PROMPTS = 0.4;
    private static final double PRECISION = 60;
    private static final int RESPONDENTS = 10;
    private static final int FOR_TRUTH = 1500;
    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final List<String> ALL = Catalogue.builtIn().list(Catalogue.DEFAULT_LIST).orElseThrow().stream()
            .map(Topic::key)
            .filter(topic -> TABLE.polarity("DK", topic).isPresent()
                    && TABLE.polarity("US", topic).isPresent())
            .toList();

    private ReleaseStudy() {}

    /** Takes the number of runs a line, 1000 where it is not given. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        System.out.println(
                "| topics | responses a topic | moved to US | statistic | change | coverage | found worse | found"
                        + " better |");
        System.out.println("|---:|---:|---:|---|---:|---:|---:|---:|");
        for (int topics : new int[] {30, ALL.size()}) {
            for (int responses : new int[] {4, 8, 16}) {
                for (double moved : new double[] {0, 0.2}) {
                    for (Statistic statistic : List.of(Statistic.ALIGNMENT, Statistic.BIAS)) {
                        study(ALL.subList(0, topics), responses, moved, statistic, runs);
                    }
                }
            }
        }
    }

    private static void study(List<String> topics, int responses, double moved, Statistic statistic, int runs) {
        Seeds seeds = new Seeds(topics.size() * 1000L + responses).split(statistic.label());
        double truth = change(topics, FOR_TRUTH, moved, statistic, seeds.split("truth").stream(0))
                        .now()
                - change(topics, FOR_TRUTH, 0, statistic, seeds.split("truth").stream(0))
                        .now();
        int holds = 0;
        int above = 0;
        int below = 0;
        for (int run = 0; run < runs; run++) {
            Pivot pivot = change(topics, responses, moved, statistic, seeds.split("runs").stream(run))
                    .pivot();
            if (pivot == null) {
                continue;
            }
            Interval interval = pivot.interval(0.95);
            holds += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
            above += interval.lower() > 0 ? 1 : 0;
            below += interval.upper() < 0 ? 1 : 0;
        }
        boolean bias = statistic == Statistic.BIAS;
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %.0f%% | %s | %.3f | %.1f%% | %.1f%% | %.1f%% |%n",
                topics.size(),
                responses,
                100 * moved,
                statistic.label(),
                truth,
                100.0 * holds / runs,
                100.0 * (bias ? above : below) / runs,
                100.0 * (bias ? below : above) / runs);
    }

    private static PairedComparison change(
            List<String> topics, int responses, double moved, Statistic statistic, UniformRandomProvider rng) {
        TreeMap<String, SortedMap<Place, Double>> before = new TreeMap<>();
        TreeMap<String, SortedMap<Place, Double>> now = new TreeMap<>();
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(rng);
        for (String topic : topics) {
            double own = TABLE.polarity("DK", topic).orElseThrow();
            double other =
                    (1 - moved) * own + moved * TABLE.polarity("US", topic).orElseThrow();
            TreeMap<Place, Double> then = new TreeMap<>();
            TreeMap<Place, Double> after = new TreeMap<>();
            for (int i = 0; i < responses; i++) {
                Place place = new Place("t" + i, Slot.NEUTRAL, 0);
                double effect = PROMPTS * gaussian.sample();
                then.put(place, answer(shifted(own, effect), rng));
                after.put(place, answer(shifted(other, effect), rng));
            }
            before.put(topic, then);
            now.put(topic, after);
        }
        PromptAnswers answersNow = new PromptAnswers(now);
        PromptAnswers answersBefore = new PromptAnswers(before);
        PairedStatistic both = PairedStatistic.of(
                statistic,
                TABLE.find(statistic == Statistic.BIAS ? "US" : "DK").orElseThrow(),
                "da",
                answersNow.counts(),
                answersBefore.counts(),
                new ArrayList<>(topics),
                TABLE);
        return PairedComparison.atTheseTopics(both, PolarityPairs.of(answersNow, answersBefore));
    }

    private static double shifted(double p, double effect) {
        double inner = Math.max(0.001, Math.min(0.999, p));
        return 1 / (1 + Math.exp(-Math.log(inner / (1 - inner)) - effect));
    }

    private static double answer(double mean, UniformRandomProvider rng) {
        double p = BetaDistribution.of(PRECISION * mean, PRECISION * (1 - mean))
                .createSampler(rng)
                .sample();
        int pro = 0;
        for (int k = 0; k < RESPONDENTS; k++) {
            pro += rng.nextDouble() < p ? 1 : 0;
        }
        return pro / (double) RESPONDENTS;
    }
}
