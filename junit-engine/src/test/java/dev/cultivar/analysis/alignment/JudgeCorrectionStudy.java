package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.calibration.JudgeErrors;
import dev.cultivar.analysis.counts.StanceCounts;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.text.TableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How often the 95% intervals at these topics, corrected for a judge of known errors, hold what endless answers would score if people read
 * them: as markdown on standard output. Each run draws answers, the judge's readings of them, and a calibration.
 */
public final class JudgeCorrectionStudy {

    private static final Statistic[] STATISTICS = {Statistic.ALIGNMENT, Statistic.BIAS, Statistic.DISTINCT};

    /** Answers a topic that are as good as endless. */
    private static final int ENDLESS = 2000;

    private JudgeCorrectionStudy() {}

    /** Takes the number of runs a line, 400 where it is not given. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        System.out.println(
                "| spread | responses a topic | labelled batches | statistic | truth | mean estimate | mean SE / SD |"
                        + " coverage | too low / high |");
        System.out.println("|---:|---:|---:|---|---:|---:|---:|---:|---:|");
        for (double spread : new double[] {3, 0.4}) {
            List<Estimate> truth = JudgeCorrectionTest.estimates(
                    JudgeCorrectionTest.answers(new Random(99), spread, JudgeCorrectionTest.JUDGE, ENDLESS)
                            .byPeople(),
                    StanceCounts.UNKNOWN,
                    Map.of());
            for (int perTopic : new int[] {4, 8}) {
                for (int batches : new int[] {20, 60}) {
                    line(spread, perTopic, batches, runs, truth);
                }
            }
        }
    }

    private static void line(double spread, int perTopic, int batches, int runs, List<Estimate> truth) {
        List<List<Estimate>> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Random random = new Random(1000L + i);
            JudgeCorrectionTest.Answers answers =
                    JudgeCorrectionTest.answers(random, spread, JudgeCorrectionTest.JUDGE, perTopic);
            JudgeErrors errors = JudgeCorrectionTest.labelled(random, JudgeCorrectionTest.JUDGE, batches);
            all.add(JudgeCorrectionTest.estimates(
                    answers.asJudged(), StanceCounts.of(answers.stances().stream()), Map.of("da", errors)));
        }
        for (Statistic statistic : STATISTICS) {
            String population = statistic == Statistic.BIAS ? "US" : "DK";
            double wanted =
                    JudgeCorrectionTest.only(truth, statistic, population).value();
            double mean = 0;
            double squares = 0;
            double widths = 0;
            int low = 0;
            int high = 0;
            for (List<Estimate> run : all) {
                Estimate estimate = JudgeCorrectionTest.only(run, statistic, population);
                mean += estimate.value() / runs;
                squares += estimate.value() * estimate.value() / runs;
                widths += (estimate.upper() - estimate.lower()) / runs;
                low += estimate.upper() < wanted ? 1 : 0;
                high += estimate.lower() > wanted ? 1 : 0;
            }
            System.out.print(TableLine.of(
                    "| %.1f | %d | %d | %s | %.4f | %.4f | %.2f | %.1f%% | %.1f%% / %.1f%% |%n",
                    spread,
                    perTopic,
                    batches,
                    statistic.label(),
                    wanted,
                    mean,
                    widths / (2 * 1.97 * Math.sqrt(squares - mean * mean)),
                    100.0 * (runs - low - high) / runs,
                    100.0 * low / runs,
                    100.0 * high / runs));
        }
    }
}
