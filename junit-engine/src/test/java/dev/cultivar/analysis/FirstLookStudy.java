package dev.cultivar.analysis;

import dev.cultivar.analysis.MethodAcceptance.Answering;
import dev.cultivar.analysis.SampleStatistics.Kind;
import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.DistinctTerms;
import dev.cultivar.analysis.alignment.ResponseScores;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.StratifiedJackknife;
import dev.cultivar.stats.sequential.GroupSequentialDesign;
import dev.cultivar.stats.sequential.LevelTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often a gate whose threshold is the truth, so that any decision is wrong, is decided where a look has two responses a topic. Run by
 * hand: {@code mvn -Pstudy -pl junit-engine verify -Dcultivar.study=dev.cultivar.analysis.FirstLookStudy}.
 */
public final class FirstLookStudy {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final List<Kind> GATED = List.of(Kind.ALIGNMENT, Kind.BIAS, Kind.DISTINCT);
    private static final int LOOKS = 4;
    private static final long A_TOPIC = 2;
    private static final double ALPHA = 0.05;
    private static final LevelTable LEVELS = new LevelTable(LOOKS);

    /** The p-value that decides at the first look. */
    private static final double DECIDES = new GroupSequentialDesign(0.25, 0.5, 0.75, 1).nominal(0, ALPHA);

    private FirstLookStudy() {}

    /** @param arguments number of first looks of a line, 4,000 by default; a tenth as many runs go to the end */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
        System.out.printf(
                Locale.ROOT,
                "First looks, %d a line, three gates each (alignment, bias, distinct): how often p is at most so small, as"
                        + " a multiple of what it should be, and how many gates of %d are decided, where %.1f should be;"
                        + " whole runs, %d a line: gates decided at looks 1 / 2 / 3 / 4, and at any.%n%n| topics | answers"
                        + " | 0.05 | 0.01 | 0.001 | decided | looks | any |%n|---:|---|---:|---:|---:|---:|---|---:|%n",
                runs,
                GATED.size() * runs,
                GATED.size() * runs * DECIDES,
                runs / 10);
        List<String> values = SurveyTopics.of("values");
        for (List<String> topics : List.of(values, values.subList(0, 20))) {
            for (Answers answers : Answers.values()) {
                System.out.printf(
                        "| %d | %s | %s | %s |%n",
                        topics.size(),
                        answers.name().toLowerCase(Locale.ROOT),
                        first(topics, answers, runs),
                        whole(topics, answers, runs / 10));
            }
        }
    }

    /** Who answers. */
    enum Answers {
        DANES,
        STRONG,
        WEAK,
        RANDOM,
        /** As Danes, to the nearest tenth; one answer in twenty differs, by a tenth. */
        STEADY;

        /** Probability of 0, 0.1, ..., 1, by topic. */
        double[][] mass(UniformRandomProvider rng, List<String> topics) {
            double[] own = SurveyTopics.polarity("DK", topics);
            return switch (this) {
                case DANES -> people(own);
                case STRONG ->
                    Answering.STRONG
                            .draw(rng, own, SurveyTopics.world("DK", topics))
                            .mass();
                case WEAK ->
                    Answering.WEAK
                            .draw(rng, own, SurveyTopics.world("DK", topics))
                            .mass();
                case RANDOM ->
                    Arrays.stream(own)
                            .mapToObj(p -> SimulatedResponses.uniform())
                            .toArray(double[][]::new);
                case STEADY -> Arrays.stream(own).mapToObj(Answers::steady).toArray(double[][]::new);
            };
        }

        private static double[][] people(double[] polarity) {
            return Arrays.stream(polarity)
                    .mapToObj(SimulatedResponses::tenRespondents)
                    .toArray(double[][]::new);
        }

        private static double[] steady(double polarity) {
            double[] mass = new double[11];
            int nearest = (int) Math.round(10 * polarity);
            mass[nearest] += 0.95;
            mass[Math.max(0, nearest - 1)] += 0.025;
            mass[Math.min(10, nearest + 1)] += 0.025;
            return mass;
        }
    }

    /** p-values of gates at their truth, by look and gate. */
    private static double[][] p(UniformRandomProvider rng, List<String> topics, Answers answers, int looks) {
        long[] asked = new long[topics.size()];
        Arrays.fill(asked, A_TOPIC);
        SimulatedResponses responses = new SimulatedResponses(asked);
        double[][] mass = answers.mass(rng, topics);
        double[] truths = new Gated(responses.table(), topics)
                .of(Arrays.stream(mass).flatMapToDouble(Arrays::stream).toArray());
        double[] weights = new double[responses.table().count.length];
        double[][] p = new double[looks][];
        for (int look = 0; look < looks; look++) {
            double[] more = responses.draw(rng, mass);
            Arrays.setAll(weights, e -> weights[e] + more[e]);
            p[look] = new Gated(CountTable.of(SimulatedModel.counts(weights, topics), topics), topics).p(truths);
        }
        return p;
    }

    /** The statistics of one sample in Danish, in the order of the kinds: terms, jackknife and pivots are those of the analysis. */
    private static final class Gated {
        private static final Scale[] SCALES = GATED.stream().map(Kind::scale).toArray(Scale[]::new);

        private final CountTable table;
        private final List<String> topics;
        private final ResponseScores responses;
        private final Alignments alignments;
        private final DistinctTerms distinct;

        Gated(CountTable table, List<String> topics) {
            this.table = table;
            this.topics = topics;
            responses = new ResponseScores(table);
            Truth own = Truth.of(SurveyTopics.country("DK"), SurveyTopics.TABLE, topics);
            Truth us = Truth.of(SurveyTopics.country("US"), SurveyTopics.TABLE, topics);
            alignments = new Alignments(table, Metric.SPEARMAN, List.of(own, us));
            distinct = DistinctTerms.of(own, SurveyTopics.world("DK", topics), table);
        }

        double[] of(double[] weights) {
            ResponseScores.Under under = responses.under(weights);
            double[] each = alignments.of(under);
            return new double[] {each[0], each[1] - each[0], distinct.of(under, 1)};
        }

        double[] p(double[] truths) {
            boolean[] mask = new boolean[topics.size()];
            Arrays.fill(mask, true);
            FixedTopics fixed = new FixedTopics(table, topics, Set.copyOf(topics));
            StratifiedJackknife jackknife = StratifiedJackknife.of(table.start, table.count);
            List<StratifiedJackknife.Variance> variances =
                    jackknife.of((q, entry) -> scaled(of(jackknife.without(q, entry))));
            double[] estimates = of(table.weights());
            double[] p = new double[truths.length];
            Arrays.setAll(p, i -> {
                Pivot pivot = fixed.pivot(estimates[i], variances.get(i), 0, SCALES[i], 1, mask);
                return pivot == null ? 1 : pivot.p(truths[i]);
            });
            return p;
        }

        private static double[] scaled(double[] values) {
            Arrays.setAll(values, i -> SCALES[i].clamped(values[i]));
            return values;
        }
    }

    private static String first(List<String> topics, Answers answers, int runs) {
        double[] p = each(topics, answers, runs, 1).stream()
                .flatMapToDouble(run -> Arrays.stream(run[0]))
                .toArray();
        return DoubleStream.of(0.05, 0.01, 0.001)
                        .mapToObj(level -> String.format(Locale.ROOT, "%.2f", atMost(p, level) / (p.length * level)))
                        .collect(Collectors.joining(" | "))
                + " | " + atMost(p, DECIDES);
    }

    private static long atMost(double[] p, double level) {
        return Arrays.stream(p).filter(one -> one <= level).count();
    }

    private static String whole(List<String> topics, Answers answers, int runs) {
        double[] shares = new double[LOOKS];
        for (double[][] run : each(topics, answers, runs, LOOKS)) {
            for (int gate = 0; gate < GATED.size(); gate++) {
                int decided = decidedAt(run, gate);
                if (decided < LOOKS) {
                    shares[decided] += 100.0 / runs / GATED.size();
                }
            }
        }
        return Arrays.stream(shares)
                        .mapToObj(share -> String.format(Locale.ROOT, "%.1f%%", share))
                        .collect(Collectors.joining(" / "))
                + String.format(Locale.ROOT, " | %.1f%%", Arrays.stream(shares).sum());
    }

    private static List<double[][]> each(List<String> topics, Answers answers, int runs, int looks) {
        Seeds seeds =
                new Seeds(20261203).split(topics.size()).split(answers.name()).split(looks);
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> p(seeds.stream(run), topics, answers, looks))
                .toList();
    }

    /** The look that decides a gate first; {@link #LOOKS} where none does. */
    private static int decidedAt(double[][] p, int gate) {
        return IntStream.range(0, p.length)
                .filter(look ->
                        LEVELS.level(look, NORMAL.inverseSurvivalProbability(Math.max(p[look][gate], 1e-300) / 2))
                                <= ALPHA)
                .findFirst()
                .orElse(LOOKS);
    }
}
