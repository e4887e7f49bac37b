package dev.cultivar.analysis;

import dev.cultivar.analysis.SampleStatistics.Kind;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import dev.cultivar.text.TableLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the intervals at these topics promise, for {@code docs/validity.md}. Run by hand:
 * {@code mvn -Pstudy -pl junit-engine verify -Dcultivar.study=dev.cultivar.analysis.MethodAcceptance}.
 *
 * <p>A simulated model's mean answer to a topic is {@code 0.5 + b (world - 0.5) + c (Denmark - world) + residual}, the residual normal and
 * drawn anew in each run. Both kinds of models were fitted by least squares to samples of the paper's release in Danish and Dutch: {@code
 * b} 0.37 to 0.54, {@code c} 0.38 to 0.66, residual 0.09 to 0.10, precision 44 to 62 for Gemma 9B and 27B; 0.27 to 0.47, -0.23 to 0.25,
 * 0.06 to 0.23 and 3 to 7 for OLMo 7B and 13B.
 */
public final class MethodAcceptance {

    private static final double CONFIDENCE = 0.95;
    private static final int ROUNDS = 200;
    /** Every so many runs the topics are resampled too, whose standard error needs fewer runs. */
    private static final int RESAMPLED = 10;

    private MethodAcceptance() {}

    /** @param arguments number of runs of a line, 1000 by default */
    public static void main(String[] arguments) throws java.io.IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        System.out.println(promises(runs));
        System.out.println(plantedModels(Math.max(1, 3 * runs / 10)));
        System.out.println(RealModelDecisions.markdown(Math.max(1, runs / 50)));
        System.out.println(RealModelLooks.markdown(Math.max(1, 3 * runs / 10)));
    }

    /** Kinds of models that the world has. */
    enum Answering {
        STRONG(0.5, 0.5, 0.10, 60),
        WEAK(0.4, 0.1, 0.18, 3.6);

        private final double ofWorld;
        private final double ofOwn;
        private final double residual;
        private final double precision;

        Answering(double ofWorld, double ofOwn, double residual, double precision) {
            this.ofWorld = ofWorld;
            this.ofOwn = ofOwn;
            this.residual = residual;
            this.precision = precision;
        }

        SimulatedModel draw(UniformRandomProvider rng, double[] own, double[] world) {
            ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
            return new SimulatedModel(
                    IntStream.range(0, own.length)
                            .mapToObj(q -> 0.5
                                    + ofWorld * (world[q] - 0.5)
                                    + ofOwn * (own[q] - world[q])
                                    + residual * gauss.sample())
                            .toList(),
                    precision);
        }
    }

    /**
     * One line of the study: models of a kind on topics of a list.
     *
     * @param responses a topic; 0 for 1 to 6 of them, one topic in ten with a single one
     */
    record Line(List<String> topics, int responses, Answering answering) {

        /** What became of each statistic, in the order of the kinds. */
        List<Tally> run(int runs, boolean resampled) {
            double[] own = SurveyTopics.polarity("DK", topics);
            double[] world = SurveyTopics.world("DK", topics);
            Seeds seeds =
                    new Seeds(20261129).split(topics.size()).split(responses).split(answering.name());
            List<List<Tally>> found = IntStream.range(0, runs)
                    .parallel()
                    .mapToObj(run -> one(seeds.stream(run), own, world, resampled && run % RESAMPLED == 0))
                    .toList();
            return Arrays.stream(Kind.values())
                    .map(kind -> Tally.sum(
                            found.stream().map(all -> all.get(kind.ordinal())).toList()))
                    .toList();
        }

        private List<Tally> one(UniformRandomProvider rng, double[] own, double[] world, boolean resampled) {
            long[] asked = asked(rng);
            SimulatedModel model = answering.draw(rng, own, world);
            double[] truths = SampleStatistics.endless(asked, topics, "da", SurveyTopics.country("DK"))
                    .of(model.expected(asked));
            truths[Kind.CONSISTENCY.ordinal()] = model.consistency(asked);
            SampleStatistics sample = SampleStatistics.of(
                    SimulatedModel.counts(model.draw(rng, asked), topics), topics, "da", SurveyTopics.country("DK"));
            Map<Kind, Pivot> these = sample.theseTopics();
            Pivot consistency = sample.consistency();
            if (consistency != null) {
                these.put(Kind.CONSISTENCY, consistency);
            }
            Map<Kind, Pivot> all = resampled ? sample.allTopics(rng, ROUNDS) : Map.of();
            return Arrays.stream(Kind.values())
                    .map(kind -> Tally.of(these.get(kind), all.get(kind), truths[kind.ordinal()]))
                    .toList();
        }

        private long[] asked(UniformRandomProvider rng) {
            long[] asked = new long[topics.size()];
            Arrays.setAll(asked, q -> responses > 0 ? responses : rng.nextDouble() < 0.1 ? 1 : 2 + rng.nextInt(5));
            return asked;
        }
    }

    /** Sums over runs of one statistic; without an interval a run counts in {@code refused} alone. */
    record Tally(
            int runs,
            int refused,
            double holds,
            double passes,
            double fails,
            double off,
            double offOnScale,
            double squares,
            double error,
            int resampled,
            double ratio) {

        static Tally of(@Nullable Pivot pivot, @Nullable Pivot all, double truth) {
            if (pivot == null) {
                return new Tally(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            }
            Interval interval = pivot.interval(CONFIDENCE);
            double off = pivot.centre() - pivot.scale().clamped(truth);
            return new Tally(
                    1,
                    0,
                    interval.contains(truth) ? 1 : 0,
                    interval.lower() > truth ? 1 : 0,
                    interval.upper() < truth ? 1 : 0,
                    pivot.estimate() - truth,
                    off,
                    off * off,
                    pivot.standardError(),
                    all == null ? 0 : 1,
                    all == null ? 0 : all.standardError() / pivot.standardError());
        }

        static Tally sum(List<Tally> all) {
            return all.stream()
                    .reduce((a, b) -> new Tally(
                            a.runs + b.runs,
                            a.refused + b.refused,
                            a.holds + b.holds,
                            a.passes + b.passes,
                            a.fails + b.fails,
                            a.off + b.off,
                            a.offOnScale + b.offOnScale,
                            a.squares + b.squares,
                            a.error + b.error,
                            a.resampled + b.resampled,
                            a.ratio + b.ratio))
                    .orElseThrow();
        }

        double none() {
            return (double) refused / (runs + refused);
        }

        double coverage() {
            return holds / runs;
        }

        double falsePass() {
            return passes / runs;
        }

        double falseFail() {
            return fails / runs;
        }

        double bias() {
            return off / runs;
        }

        /** Mean standard error to the spread of the estimates, both on the scale. */
        double errorToSpread() {
            double mean = offOnScale / runs;
            return error / runs / Math.sqrt((squares - runs * mean * mean) / (runs - 1));
        }

        /** Mean standard error for all topics to that for these. */
        double allToThese() {
            return ratio / resampled;
        }
    }

    private static String promises(int runs) {
        List<Line> lines = new ArrayList<>();
        for (String list : List.of("paper", "wvs7")) {
            for (int responses : new int[] {4, 8, 16, 0}) {
                for (Answering answering : Answering.values()) {
                    lines.add(new Line(SurveyTopics.of(list), responses, answering));
                }
            }
        }
        List<List<Tally>> found =
                lines.stream().map(line -> line.run(runs, true)).toList();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Intervals: %d lines of %d runs: %d and %d topics, 4, 8, 16 and 1 to 6 responses per topic, strong and"
                        + " weak models. The table gives the smallest and greatest value of the lines, and in brackets the"
                        + " mean of all.%n%n| statistic | coverage | false pass | false fail | bias of the estimate |"
                        + " standard error / spread | all topics / these | no interval"
                        + " |%n|---|---:|---:|---:|---:|---:|---:|---:|%n",
                lines.size(),
                runs,
                lines.get(0).topics().size(),
                lines.get(lines.size() - 1).topics().size()));
        for (Kind kind : Kind.values()) {
            List<Tally> of =
                    found.stream().map(line -> line.get(kind.ordinal())).toList();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s | %s | %.1f%% |%n",
                    kind,
                    percent(of.stream().mapToDouble(Tally::coverage).toArray()),
                    percent(of.stream().mapToDouble(Tally::falsePass).toArray()),
                    percent(of.stream().mapToDouble(Tally::falseFail).toArray()),
                    range("%.3f", of.stream().mapToDouble(Tally::bias).toArray()),
                    range("%.2f", of.stream().mapToDouble(Tally::errorToSpread).toArray()),
                    kind == Kind.CONSISTENCY
                            ? ""
                            : range(
                                    "%.1f",
                                    of.stream().mapToDouble(Tally::allToThese).toArray()),
                    100 * of.stream().mapToDouble(Tally::none).average().orElseThrow()));
        }
        return text.toString();
    }

    private static String percent(double[] shares) {
        return range("%.1f%%", Arrays.stream(shares).map(share -> 100 * share).toArray());
    }

    private static String range(String format, double[] values) {
        return TableLine.of(
                format + " to " + format + " (" + format + ")",
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                Arrays.stream(values).average().orElseThrow());
    }

    /** A planted model: who it answers as. */
    enum Planted {
        OWN,
        US,
        WORLD,
        RANDOM,
        DK,
        NL,
        GB,
        NZ,
        PT;

        /** Another people, in case it is close; the table asks on the default list of topics only. */
        boolean neighbour() {
            return ordinal() > RANDOM.ordinal();
        }

        List<Double> means(String local, List<String> topics) {
            double[] means =
                    switch (this) {
                        case OWN -> SurveyTopics.polarity(local, topics);
                        case US, DK, NL, GB, NZ, PT -> SurveyTopics.polarity(name(), topics);
                        case WORLD -> SurveyTopics.world(local, topics);
                        case RANDOM -> topics.stream().mapToDouble(topic -> 0.5).toArray();
                    };
            return Arrays.stream(means).boxed().toList();
        }

        /** Precision of answers; uniform ones have 2, whatever the others have. */
        double precision(double precision) {
            return this == RANDOM ? 2 : precision;
        }
    }

    /**
     * Shares of runs in which {@code @DistinctGate(min = 0.30)} passes and fails.
     *
     * @param precision of the answers; infinite for ten independent respondents
     */
    static double[] passAndFail(Planted planted, String local, List<String> topics, double precision, int runs) {
        long[] asked = new long[topics.size()];
        Arrays.fill(asked, Math.round(300.0 / topics.size()));
        SimulatedModel model = new SimulatedModel(planted.means(local, topics), planted.precision(precision));
        Seeds seeds = new Seeds(20261130).split(local).split(planted.name()).split(topics.size());
        String language =
                SurveyTopics.TABLE.language(SurveyTopics.country(local)).orElseThrow();
        double[][] found = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> {
                    Pivot pivot = SampleStatistics.of(
                                    SimulatedModel.counts(model.draw(seeds.stream(run), asked), topics),
                                    topics,
                                    language,
                                    SurveyTopics.country(local))
                            .theseTopics()
                            .get(Kind.DISTINCT);
                    Interval interval = pivot == null ? new Interval(-1, 1, CONFIDENCE) : pivot.interval(CONFIDENCE);
                    return new double[] {interval.lower() >= 0.30 ? 1 : 0, interval.upper() < 0.30 ? 1 : 0};
                })
                .toArray(double[][]::new);
        return new double[] {
            Arrays.stream(found).mapToDouble(one -> one[0]).average().orElseThrow(),
            Arrays.stream(found).mapToDouble(one -> one[1]).average().orElseThrow()
        };
    }

    private static String plantedModels(int runs) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "`@DistinctGate(min = 0.30)` by itself on planted models, 300 responses, %d runs per cell: PASS / FAIL"
                        + " in percent, the rest INCONCLUSIVE; first ten independent respondents, then ten who are alike"
                        + " (precision 9).%n%n| list | model | DK | NL | BR | PT | GB |%n|---|---|---|---|---|---|---|%n",
                runs));
        for (String list : List.of("values", "wvs7", "paper")) {
            for (Planted planted : Planted.values()) {
                if (planted.neighbour() && !list.equals("values")) {
                    continue;
                }
                text.append("| ")
                        .append(list)
                        .append(" | ")
                        .append(planted.name().toLowerCase(Locale.ROOT));
                for (String local : List.of("DK", "NL", "BR", "PT", "GB")) {
                    if (planted.name().equals(local)) {
                        text.append(" | -");
                        continue;
                    }
                    List<String> topics = SurveyTopics.of(list);
                    double[] sharp = passAndFail(planted, local, topics, Double.POSITIVE_INFINITY, runs);
                    double[] blurred = passAndFail(planted, local, topics, 9, runs);
                    text.append(String.format(
                            Locale.ROOT,
                            " | %.0f/%.0f, %.0f/%.0f",
                            100 * sharp[0],
                            100 * sharp[1],
                            100 * blurred[0],
                            100 * blurred[1]));
                }
                text.append(" |\n");
            }
        }
        return text.toString();
    }
}
