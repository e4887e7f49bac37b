package dev.cultivar.analysis;

import dev.cultivar.analysis.RealSample.Threshold;
import dev.cultivar.analysis.SampleStatistics.Kind;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Seeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** What gates say of the six models of the paper's release in four languages, by question and number of responses. */
final class RealModelDecisions {

    /** The gates of a suite for one model and language. */
    static final List<Threshold> MEASURED = List.of(
            new Threshold(Kind.ALIGNMENT, 0.40, true),
            new Threshold(Kind.BIAS, 0.05, false),
            new Threshold(Kind.DISTINCT, 0.30, true));

    /** Those of the README's release gate. */
    static final List<Threshold> RELEASE =
            List.of(new Threshold(Kind.DISTINCT, 0.30, true), new Threshold(Kind.BIAS, 0, false));

    private static final double ALPHA = 0.05;
    private static final int ROUNDS = 1000;
    private static final int[] SIZES = {300, 600, 1200};

    private RealModelDecisions() {}

    /** Gates that pass, fail, and are decided neither way, of one kind. */
    record Count(double pass, double fail, double open) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f / %.0f / %.0f", pass, fail, open);
        }

        static Count sum(List<Count> all) {
            return new Count(
                    all.stream().mapToDouble(Count::pass).sum(),
                    all.stream().mapToDouble(Count::fail).sum(),
                    all.stream().mapToDouble(Count::open).sum());
        }

        Count dividedBy(int runs) {
            return new Count(pass / runs, fail / runs, open / runs);
        }
    }

    /** Pivots of every sample of every model, by model. */
    private record Drawn(List<List<Map<Kind, Pivot>>> byModel) {

        /** One count a threshold; a model's gates are a family. */
        List<Count> decide(List<Threshold> thresholds, Correction correction) {
            double[][] counts = new double[thresholds.size()][3];
            for (List<Map<Kind, Pivot>> model : byModel) {
                double[] p = model.stream()
                        .flatMapToDouble(pivots -> thresholds.stream().mapToDouble(one -> RealSample.p(pivots, one)))
                        .toArray();
                double[] alphas = correction.alphas(p, ALPHA);
                for (int gate = 0; gate < p.length; gate++) {
                    Threshold threshold = thresholds.get(gate % thresholds.size());
                    Pivot pivot = model.get(gate / thresholds.size()).get(threshold.kind());
                    boolean decided = pivot != null && p[gate] <= alphas[gate];
                    int verdict = !decided ? 2 : threshold.passes(pivot.estimate()) ? 0 : 1;
                    counts[gate % thresholds.size()][verdict]++;
                }
            }
            return Arrays.stream(counts)
                    .map(one -> new Count(one[0], one[1], one[2]))
                    .toList();
        }
    }

    /** A column of the table: means over draws. */
    private static List<Count> mean(List<Drawn> draws, List<Threshold> thresholds, Correction correction) {
        List<List<Count>> all =
                draws.stream().map(draw -> draw.decide(thresholds, correction)).toList();
        return IntStream.range(0, thresholds.size())
                .mapToObj(
                        gate -> Count.sum(all.stream().map(one -> one.get(gate)).toList())
                                .dividedBy(draws.size()))
                .toList();
    }

    /** @param n responses of a sample; 0 for those that were recorded */
    private static Drawn draw(
            Collection<List<RealSample>> models, int n, boolean theseTopics, UniformRandomProvider rng, int rounds) {
        List<List<Map<Kind, Pivot>>> byModel = new ArrayList<>();
        for (List<RealSample> model : models) {
            byModel.add(model.stream()
                    .map(sample -> n == 0 ? sample.statistics() : sample.redrawn(rng, n))
                    .map(of -> theseTopics ? of.theseTopics() : of.allTopics(rng, rounds))
                    .toList());
        }
        return new Drawn(byModel);
    }

    private static List<Drawn> draws(
            Collection<List<RealSample>> models, int n, boolean theseTopics, int runs, int rounds) {
        Seeds seeds = new Seeds(20261201).split(n).split(theseTopics ? "these" : "all");
        return IntStream.range(0, n == 0 ? 1 : runs)
                .parallel()
                .mapToObj(run -> draw(models, n, theseTopics, seeds.stream(run), rounds))
                .toList();
    }

    /** Decided gates of all gates of a suite, at the recorded responses. */
    static double decided(Map<String, List<RealSample>> models, boolean theseTopics, Correction correction) {
        return mean(draws(models.values(), 0, theseTopics, 1, ROUNDS), MEASURED, correction).stream()
                .mapToDouble(count -> count.pass() + count.fail())
                .sum();
    }

    static String markdown(int runs) throws IOException {
        Map<String, List<RealSample>> models = RealSample.read();
        int samples = models.values().stream().mapToInt(List::size).sum();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Six models of the paper's release in four languages: of %d gates of a kind, PASS / FAIL /"
                        + " INCONCLUSIVE; 300 to 1,200 responses drawn %d times from each sample's means and scatter.%n%n|"
                        + " gate | all topics, recorded | 300 | 600 | 1200 | these topics, recorded | 300 | 600 | 1200"
                        + " |%n|---|---:|---:|---:|---:|---:|---:|---:|---:|%n",
                samples,
                runs));
        List<List<Drawn>> columns = new ArrayList<>();
        for (boolean theseTopics : new boolean[] {false, true}) {
            columns.add(draws(models.values(), 0, theseTopics, runs, ROUNDS));
            for (int n : SIZES) {
                columns.add(draws(models.values(), n, theseTopics, runs, ROUNDS / 4));
            }
        }
        for (Correction correction : List.of(Correction.NONE, Correction.HOLM)) {
            for (List<Threshold> suite : List.of(MEASURED, RELEASE)) {
                text.append(rows(columns, suite, correction));
            }
        }
        return text.toString();
    }

    private static String rows(List<List<Drawn>> columns, List<Threshold> suite, Correction correction) {
        List<List<Count>> cells =
                columns.stream().map(column -> mean(column, suite, correction)).toList();
        StringBuilder text = new StringBuilder();
        String family = correction == Correction.NONE ? "alone" : "Holm, " + 4 * suite.size() + " gates";
        for (int gate = 0; gate < suite.size(); gate++) {
            if (correction == Correction.NONE
                    && suite == RELEASE
                    && suite.get(gate).kind() == Kind.DISTINCT) {
                continue; // the same as in the suite before
            }
            text.append("| ").append(suite.get(gate)).append(", ").append(family);
            for (List<Count> cell : cells) {
                text.append(" | ").append(Objects.requireNonNull(cell.get(gate)));
            }
            text.append(" |\n");
        }
        return text.toString();
    }
}
