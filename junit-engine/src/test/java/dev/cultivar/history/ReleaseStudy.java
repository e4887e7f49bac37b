package dev.cultivar.history;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.BeforeAndNow;
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
import dev.cultivar.text.TableLine;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often the 95% interval of a change between two releases holds the truth, how often an unchanged release is found worse, how often
 * a drift to the reference country is found, and how often a category that moved: as markdown on standard output. A release answers as Denmark does, a share of it moved to the
 * United States; a prompt shifts the answers to it in both releases by the same effect (standard deviation 0.4 on the logit); ten respondents
 * an answer, who are alike as a beta distribution of precision 60 says.
 */
public final class ReleaseStudy {

    private static final double PROMPTS = 0.4;
    private static final double PRECISION = 60;
    private static final int RESPONDENTS = 10;
    private static final int FOR_TRUTH = 1500;
    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final String SHIFTED = "Institutions";
    private static final double SHIFT = 0.15;
    private static final int FOR_CATEGORIES = 8;
    private static final List<Topic> TOPICS = Catalogue.builtIn().list(Catalogue.DEFAULT_LIST).orElseThrow().stream()
            .filter(topic -> TABLE.polarity("DK", topic.key()).isPresent()
                    && TABLE.polarity("US", topic.key()).isPresent())
            .toList();
    private static final List<String> ALL = TOPICS.stream().map(Topic::key).toList();
    private static final SortedMap<String, List<String>> CATEGORIES = TOPICS.stream()
            .collect(Collectors.groupingBy(
                    Topic::category, TreeMap::new, Collectors.mapping(Topic::key, Collectors.toList())));

    /** Answers of two releases to the same prompts. */
    private record Releases(PromptAnswers now, PromptAnswers before) {
        PolarityPairs pairs() {
            return PolarityPairs.of(now, before);
        }
    }

    private ReleaseStudy() {}

    /** Takes the number of runs a line, 400 where it is not given. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        System.out.println("| responses a topic | moved | found | another category found | nothing moved: any found |");
        System.out.println("|---:|---|---:|---:|---:|");
        categories(runs);
        System.out.println();
        System.out.println(
                "| topics | responses a topic | moved to US | statistic | change | coverage | found worse | found"
                        + " better |");
        System.out.println("|---:|---:|---:|---|---:|---:|---:|---:|");
        for (int topics : new int[] {30, ALL.size()}) {
            for (int responses : new int[] {4, 8, 16}) {
                for (double moved : new double[] {0, 0.2}) {
                    for (Statistic statistic : List.of(Statistic.ALIGNMENT, Statistic.DISTINCT, Statistic.BIAS)) {
                        study(ALL.subList(0, topics), responses, moved, statistic, runs);
                    }
                }
            }
        }
    }

    private static void categories(int runs) {
        int found = 0;
        int others = 0;
        int any = 0;
        Seeds seeds = new Seeds(1).split("categories");
        for (int run = 0; run < runs; run++) {
            List<String> moved = certain(
                    topic -> CATEGORIES.get(SHIFTED).contains(topic)
                            ? Math.max(0, danish(topic) - SHIFT)
                            : danish(topic),
                    seeds.split("shifted").stream(run));
            found += moved.contains(SHIFTED) ? 1 : 0;
            others += moved.stream().anyMatch(category -> !category.equals(SHIFTED)) ? 1 : 0;
            any += certain(ReleaseStudy::danish, seeds.split("same").stream(run))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        System.out.print(TableLine.of(
                "| %d | %s, by %.2f | %.1f%% | %.1f%% | %.1f%% |%n",
                FOR_CATEGORIES, SHIFTED, SHIFT, 100.0 * found / runs, 100.0 * others / runs, 100.0 * any / runs));
    }

    private static List<String> certain(ToDoubleFunction<String> later, UniformRandomProvider rng) {
        Releases releases = releases(ALL, FOR_CATEGORIES, later, rng);
        return CategoryDrift.of(
                        CATEGORIES,
                        ALL,
                        new BeforeAndNow(
                                releases.before().counts(), releases.now().counts()),
                        releases.pairs())
                .stream()
                .filter(category -> category.certain(0.95))
                .map(CategoryDrift::category)
                .toList();
    }

    private static double danish(String topic) {
        return TABLE.polarity("DK", topic).orElseThrow();
    }

    private static double american(String topic) {
        return TABLE.polarity("US", topic).orElseThrow();
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
        System.out.print(TableLine.of(
                "| %d | %d | %.0f%% | %s | %.3f | %.1f%% | %.1f%% | %.1f%% |%n",
                topics.size(),
                responses,
                100 * moved,
                statistic.label(),
                truth,
                100.0 * holds / runs,
                100.0 * (bias ? above : below) / runs,
                100.0 * (bias ? below : above) / runs));
    }

    private static PairedComparison change(
            List<String> topics, int responses, double moved, Statistic statistic, UniformRandomProvider rng) {
        Releases releases =
                releases(topics, responses, topic -> (1 - moved) * danish(topic) + moved * american(topic), rng);
        PairedStatistic both = PairedStatistic.of(
                statistic,
                TABLE.find(statistic == Statistic.BIAS ? "US" : "DK").orElseThrow(),
                "da",
                new BeforeAndNow(releases.before().counts(), releases.now().counts()),
                topics,
                TABLE);
        return PairedComparison.atTheseTopics(both, releases.pairs());
    }

    private static Releases releases(
            List<String> topics, int responses, ToDoubleFunction<String> later, UniformRandomProvider rng) {
        TreeMap<String, SortedMap<Place, Double>> before = new TreeMap<>();
        TreeMap<String, SortedMap<Place, Double>> now = new TreeMap<>();
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(rng);
        for (String topic : topics) {
            double own = danish(topic);
            double other = later.applyAsDouble(topic);
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
        return new Releases(new PromptAnswers(now), new PromptAnswers(before));
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
