package dev.cultivar.analysis;

import dev.cultivar.analysis.MethodAcceptance.Answering;
import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.StratifiedJackknife;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.TableLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * What bias towards the United States owes to which pole of a topic is called pro, by plain and by mirrored ranks. Run by hand:
 * {@code mvn -Pstudy -pl junit-engine verify -Dcultivar.study=dev.cultivar.analysis.PolesStudy}.
 */
public final class PolesStudy {

    private static final int CODINGS = 1000;
    private static final long A_TOPIC = 8;
    private static final double CONFIDENCE = 0.95;
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};
    private static final double[] MIXED = {0.25, 0.5, 0.75};

    private PolesStudy() {}

    /** @param arguments number of runs of a line, 400 by default */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        endless();
        runs(runs);
        real();
    }

    /** Polarities of the countries that a bias compares, the United States first, under some choice of poles. */
    private record Countries(List<String> topics, List<Truth> truths) {

        static Countries of(String language, List<String> topics) {
            PopulationKey us =
                    SurveyTopics.TABLE.find(PopulationTable.REFERENCE).orElseThrow();
            List<Truth> truths = new ArrayList<>(List.of(Truth.of(us, SurveyTopics.TABLE, topics)));
            SurveyTopics.TABLE.local(language).stream()
                    .filter(local -> !local.equals(us))
                    .forEach(local -> truths.add(Truth.of(local, SurveyTopics.TABLE, topics)));
            return new Countries(topics, truths);
        }

        Countries flipped(boolean[] flips) {
            return new Countries(
                    topics,
                    truths.stream()
                            .map(truth -> new Truth(truth.population, PolesStudy.flipped(truth.polarity, flips)))
                            .toList());
        }

        double[] us() {
            return truths.get(0).polarity;
        }

        double[] local() {
            double[] mean = new double[topics.size()];
            truths.stream()
                    .skip(1)
                    .forEach(truth -> Arrays.setAll(mean, q -> mean[q] + truth.polarity[q] / (truths.size() - 1)));
            return mean;
        }

        /** So much of the United States, the rest local. */
        double[] mixture(double share) {
            double[] mean = local();
            Arrays.setAll(mean, q -> (1 - share) * mean[q] + share * us()[q]);
            return mean;
        }
    }

    /** Plain and mirrored bias of one sample. */
    private record Bias(CountTable table, Countries countries, Alignments plain, Alignments mirrored) {

        static Bias of(CountTable table, Countries countries) {
            return new Bias(
                    table,
                    countries,
                    new Alignments(table, Metric.SPEARMAN, countries.truths()),
                    new Alignments(table, Metric.MIRRORED, countries.truths()));
        }

        double[] of(double[] weights) {
            return new double[] {difference(plain.of(weights)), difference(mirrored.of(weights))};
        }

        private static double difference(double[] each) {
            return each[0] - Arrays.stream(each).skip(1).average().orElseThrow();
        }

        /** Those of a gate, plain and mirrored; null where there is none. */
        @Nullable
        Pivot[] pivots() {
            List<String> topics = countries.topics();
            boolean[] all = new boolean[topics.size()];
            Arrays.fill(all, true);
            FixedTopics fixed = new FixedTopics(table, topics, Set.copyOf(topics));
            double[] estimates = of(table.weights());
            List<StratifiedJackknife.Variance> variances =
                    fixed.variances(all, fixed.without(new SelfConsistency(table), (weights, self) -> of(weights)));
            return IntStream.range(0, 2)
                    .mapToObj(i -> fixed.pivot(estimates[i], variances.get(i), 0, Scale.LINE, 1, all))
                    .toArray(Pivot[]::new);
        }
    }

    private static double[] flipped(double[] polarity, boolean[] flips) {
        double[] image = polarity.clone();
        Arrays.setAll(image, q -> flips[q] ? 1 - polarity[q] : polarity[q]);
        return image;
    }

    private static double[][] flipped(double[][] mass, boolean[] flips) {
        double[][] image = new double[mass.length][];
        Arrays.setAll(image, q -> {
            double[] row = mass[q].clone();
            Arrays.setAll(row, k -> mass[q][flips[q] ? row.length - 1 - k : k]);
            return row;
        });
        return image;
    }

    private static boolean[] flips(UniformRandomProvider rng, int topics) {
        boolean[] flips = new boolean[topics];
        for (int q = 0; q < topics; q++) {
            flips[q] = rng.nextBoolean();
        }
        return flips;
    }

    /** Of endless answers. */
    private static double[] truth(Countries countries, double[][] mass) {
        long[] once = new long[mass.length];
        Arrays.fill(once, 1);
        double[] weights = Arrays.stream(mass).flatMapToDouble(Arrays::stream).toArray();
        return Bias.of(new SimulatedResponses(once).table(), countries).of(weights);
    }

    private static double[][] alike(double[] means) {
        return new SimulatedModel(Arrays.stream(means).boxed().toList(), 9).mass();
    }

    private static void endless() {
        System.out.printf(
                "Endless answers to the topics of `values`: bias by plain ranks as the catalogue names the poles, the same"
                        + " in %d random choices of poles (mean ± SD; least to greatest), and by mirrored ranks.%n%n|"
                        + " language | answers | plain | plain, random poles | mirrored |%n|---|---|---:|---|---:|%n",
                CODINGS);
        for (String language : List.of("da", "nl", "pt", "en")) {
            Countries countries = Countries.of(language, SurveyTopics.of("values"));
            for (double share : SHARES) {
                line(
                        language,
                        String.format(Locale.ROOT, "%.0f%% US", 100 * share),
                        countries,
                        alike(countries.mixture(share)));
            }
            double[] lean = new double[countries.topics().size()];
            Arrays.fill(lean, 0.7);
            line(language, "7 of 10 in favour of everything", countries, alike(lean));
            if (truth(countries, alike(countries.local()))[0] < 0) {
                crossing(language, countries);
            }
        }
    }

    private static void line(String language, String answers, Countries countries, double[][] mass) {
        double[] coded = truth(countries, mass);
        double[] plain = codings(countries, (flips, flipped) -> truth(flipped, flipped(mass, flips))[0]);
        System.out.print(TableLine.of(
                "| %s | %s | %+.3f | %s | %+.3f |%n", language, answers, coded[0], spread(plain), coded[1]));
    }

    private interface InCoding {
        double of(boolean[] flips, Countries flipped);
    }

    private static double[] codings(Countries countries, InCoding statistic) {
        Seeds seeds = new Seeds(20261204);
        return IntStream.range(0, CODINGS)
                .parallel()
                .mapToDouble(coding -> {
                    boolean[] flips =
                            flips(seeds.stream(coding), countries.topics().size());
                    return statistic.of(flips, countries.flipped(flips));
                })
                .toArray();
    }

    private static String spread(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return TableLine.of(
                "%+.3f ± %.3f; %+.3f to %+.3f",
                mean,
                Math.sqrt(squares / (values.length - 1)),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }

    /** The share of the United States at which bias turns positive. */
    private static void crossing(String language, Countries countries) {
        double[] plain = codings(countries, (flips, flipped) -> crossing(flipped, 0));
        System.out.print(TableLine.of(
                "| %s | share of the US at which bias is 0 | %.2f | %s | %.2f |%n",
                language, crossing(countries, 0), spread(plain), crossing(countries, 1)));
    }

    private static double crossing(Countries countries, int which) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 8; step++) {
            double middle = (low + high) / 2;
            if (truth(countries, alike(countries.mixture(middle)))[which] > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Who answers, by the share of the United States. */
    enum Answers {
        ALIKE,
        STRONG,
        WEAK;

        double[][] mass(UniformRandomProvider rng, double[] mixture, double[] world) {
            return switch (this) {
                case ALIKE -> alike(mixture);
                case STRONG -> Answering.STRONG.draw(rng, mixture, world).mass();
                case WEAK -> Answering.WEAK.draw(rng, mixture, world).mass();
            };
        }
    }

    /** Of plain ranks, of plain ranks under random poles, and of mirrored ones: what one run says. */
    private record Said(
            double truth, boolean holds, boolean low, boolean high, boolean pass, boolean fail, double error) {

        static Said of(@Nullable Pivot pivot, double truth) {
            Interval interval = pivot == null ? new Interval(-2, 2, CONFIDENCE) : pivot.interval(CONFIDENCE);
            return new Said(
                    truth,
                    interval.contains(truth),
                    interval.upper() < truth,
                    interval.lower() > truth,
                    interval.upper() <= 0,
                    interval.lower() > 0,
                    pivot == null ? 0 : pivot.standardError());
        }
    }

    private static void runs(int runs) {
        System.out.printf(
                "%n%d responses to each topic of `values`, %d runs a line: mean truth; mean standard error; coverage of the"
                        + " 95%% interval (truth above / below it); `max = 0` by itself PASS / FAIL.%n%n| language | answers"
                        + " | US | plain | plain, random poles | mirrored |%n|---|---|---:|---|---|---|%n",
                A_TOPIC, runs);
        for (String language : List.of("da", "pt")) {
            Countries countries = Countries.of(language, SurveyTopics.of("values"));
            double[] world = SurveyTopics.world(language.equals("da") ? "DK" : "PT", countries.topics());
            for (Answers answers : Answers.values()) {
                for (double share : MIXED) {
                    Seeds seeds = new Seeds(20261205).split(language).split(answers.name());
                    List<List<Said>> found = IntStream.range(0, runs)
                            .parallel()
                            .mapToObj(run -> one(
                                    seeds.stream(run),
                                    countries,
                                    rng -> answers.mass(rng, countries.mixture(share), world)))
                            .toList();
                    System.out.print(TableLine.of(
                            "| %s | %s | %.0f%% | %s | %s | %s |%n",
                            language,
                            answers.name().toLowerCase(Locale.ROOT),
                            100 * share,
                            summary(found, 0),
                            summary(found, 1),
                            summary(found, 2)));
                }
            }
        }
    }

    private interface Drawing {
        double[][] mass(UniformRandomProvider rng);
    }

    private static List<Said> one(UniformRandomProvider rng, Countries countries, Drawing drawing) {
        double[][] mass = drawing.mass(rng);
        boolean[] flips = flips(rng, mass.length);
        Countries flipped = countries.flipped(flips);
        long[] asked = new long[mass.length];
        Arrays.fill(asked, A_TOPIC);
        double[] weights = new SimulatedResponses(asked).draw(rng, mass);
        double[] other = weights.clone();
        Arrays.setAll(other, e -> weights[flips[e / 11] ? e / 11 * 11 + 10 - e % 11 : e]);
        Pivot[] coded = Bias.of(table(weights, countries.topics()), countries).pivots();
        Pivot[] recoded = Bias.of(table(other, countries.topics()), flipped).pivots();
        double[] truth = truth(countries, mass);
        return List.of(
                Said.of(coded[0], truth[0]),
                Said.of(recoded[0], truth(flipped, flipped(mass, flips))[0]),
                Said.of(coded[1], truth[1]));
    }

    private static CountTable table(double[] weights, List<String> topics) {
        return CountTable.of(SimulatedModel.counts(weights, topics), topics);
    }

    private static String summary(List<List<Said>> found, int which) {
        List<Said> said = found.stream().map(one -> one.get(which)).toList();
        return TableLine.of(
                "%+.3f; %.3f; %.1f%% (%.1f / %.1f); %.0f / %.0f",
                said.stream().mapToDouble(Said::truth).average().orElseThrow(),
                said.stream().mapToDouble(Said::error).average().orElseThrow(),
                share(said, Said::holds),
                share(said, Said::low),
                share(said, Said::high),
                share(said, Said::pass),
                share(said, Said::fail));
    }

    private static double share(List<Said> said, Predicate<Said> which) {
        return 100.0 * said.stream().filter(which).count() / said.size();
    }

    private static void real() throws IOException {
        System.out.printf(
                "%nThe paper's released answers: bias (standard error), and of %d random choices of poles the share in"
                        + " which plain bias is above 0, and in which the 95%% interval at these topics lies below / above"
                        + " 0.%n%n| model | language | plain | plain, random poles | above 0 | below / above | mirrored"
                        + " |%n|---|---|---:|---|---:|---|---:|%n",
                CODINGS);
        List<ScoredSample> samples = ScoredSample.of(ReferenceFiles.scoredResponses()).stream()
                .filter(sample -> !sample.isReferenceLevel())
                .sorted(Comparator.comparing(ScoredSample::model).thenComparing(ScoredSample::language))
                .toList();
        for (ScoredSample sample : samples) {
            real(sample);
        }
    }

    private static void real(ScoredSample sample) {
        List<String> topics = new ArrayList<>(sample.counts().byTopic().keySet());
        Countries known = Countries.of(sample.language(), topics);
        topics.removeIf(topic -> known.truths().stream()
                .anyMatch(truth -> Double.isNaN(truth.polarity[known.topics().indexOf(topic)])));
        Countries countries = Countries.of(sample.language(), List.copyOf(topics));
        Pivot[] coded = Bias.of(CountTable.of(sample.counts(), countries.topics()), countries)
                .pivots();
        Seeds seeds = new Seeds(20261204);
        List<Said> recoded = IntStream.range(0, CODINGS)
                .parallel()
                .mapToObj(coding -> {
                    boolean[] flips = flips(seeds.stream(coding), topics.size());
                    Pivot pivot = Bias.of(
                                    CountTable.of(
                                            flipped(sample.counts(), countries.topics(), flips), countries.topics()),
                                    countries.flipped(flips))
                            .pivots()[0];
                    return Said.of(pivot, pivot == null ? Double.NaN : pivot.estimate());
                })
                .toList();
        System.out.print(TableLine.of(
                "| %s | %s | %s | %s | %.0f%% | %.0f%% / %.0f%% | %s |%n",
                sample.model(),
                sample.language(),
                text(coded[0]),
                spread(recoded.stream().mapToDouble(Said::truth).toArray()),
                share(recoded, one -> one.truth() > 0),
                share(recoded, Said::pass),
                share(recoded, Said::fail),
                text(coded[1])));
    }

    private static PolarityCounts flipped(PolarityCounts counts, List<String> topics, boolean[] flips) {
        TreeMap<String, SortedMap<Double, Integer>> image = new TreeMap<>();
        for (int q = 0; q < flips.length; q++) {
            boolean flip = flips[q];
            SortedMap<Double, Integer> row = new TreeMap<>();
            for (Map.Entry<Double, Integer> entry :
                    counts.byTopic().get(topics.get(q)).entrySet()) {
                double value = flip ? 1 - entry.getKey() : entry.getKey();
                row.merge(Math.rint(value * 1e9) / 1e9, entry.getValue(), Integer::sum);
            }
            image.put(topics.get(q), row);
        }
        return new PolarityCounts(image);
    }

    private static String text(@Nullable Pivot pivot) {
        return pivot == null ? "-" : TableLine.of("%+.3f (%.3f)", pivot.estimate(), pivot.standardError());
    }
}
