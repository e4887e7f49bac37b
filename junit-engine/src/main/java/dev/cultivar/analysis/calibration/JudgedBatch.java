package dev.cultivar.analysis.calibration;

import dev.cultivar.api.Stance;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.PercentileInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One batch as labelled by people and by the judge. Batches are the clusters of the bootstrap, since the judge sees a batch's statements
 * together.
 */
final class JudgedBatch {

    private static final List<Stance> ORDER = List.of(Stance.PRO, Stance.CON, Stance.NEUTRAL);
    private static final int ROUNDS = 2000;
    private static final double CONFIDENCE = 0.95;

    /** Statements by the person's stance and the judge's. */
    private final long[][] counts;

    private JudgedBatch(long[][] counts) {
        this.counts = counts;
    }

    static JudgedBatch of(List<HumanLabel> labels, List<Stance> stances) {
        long[][] counts = new long[ORDER.size()][ORDER.size()];
        for (int i = 0; i < labels.size(); i++) {
            counts[ORDER.indexOf(labels.get(i).stance())][ORDER.indexOf(stances.get(i))]++;
        }
        return new JudgedBatch(counts);
    }

    /** Difference between the judge's and people's polarity of the batch; NaN where either found no statement that takes a side. */
    private double polarityError() {
        double proByPeople = Arrays.stream(counts[0]).sum();
        double conByPeople = Arrays.stream(counts[1]).sum();
        double proByJudge = counts[0][0] + counts[1][0] + counts[2][0];
        double conByJudge = counts[0][1] + counts[1][1] + counts[2][1];
        return Math.abs(proByPeople / (proByPeople + conByPeople) - proByJudge / (proByJudge + conByJudge));
    }

    static Calibration.Scores scores(List<JudgedBatch> batches, long seed) {
        double[] estimates = figures(batches);
        BootstrapResult rounds = Bootstrap.run(ROUNDS, seed, rng -> {
            List<JudgedBatch> drawn = new ArrayList<>(batches.size());
            for (int i = 0; i < batches.size(); i++) {
                drawn.add(batches.get(rng.nextInt(batches.size())));
            }
            return figures(drawn);
        });
        long[][] sum = sum(batches);
        return new Calibration.Scores(
                (long) Agreement.total(sum),
                batches.size(),
                lists(sum),
                batches.stream().map(batch -> lists(batch.counts)).toList(),
                figure(estimates, rounds, 0),
                figure(estimates, rounds, 1),
                figure(estimates, rounds, 2),
                figure(estimates, rounds, 3));
    }

    private static List<List<Long>> lists(long[][] counts) {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private static double[] figures(List<JudgedBatch> batches) {
        long[][] sum = sum(batches);
        double error = batches.stream()
                .mapToDouble(JudgedBatch::polarityError)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
        return new double[] {Agreement.observed(sum), Agreement.kappa(sum), Agreement.alpha(sum), error};
    }

    private static long[][] sum(List<JudgedBatch> batches) {
        long[][] sum = new long[ORDER.size()][ORDER.size()];
        for (JudgedBatch batch : batches) {
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[i][j] += batch.counts[i][j];
                }
            }
        }
        return sum;
    }

    private static Calibration.Figure figure(double[] estimates, BootstrapResult rounds, int at) {
        if (Double.isNaN(estimates[at])) {
            return new Calibration.Figure(null, null, null);
        }
        Interval interval = PercentileInterval.of(rounds.replicates(at), CONFIDENCE);
        boolean known = !Double.isNaN(interval.lower());
        return new Calibration.Figure(estimates[at], known ? interval.lower() : null, known ? interval.upper() : null);
    }
}
