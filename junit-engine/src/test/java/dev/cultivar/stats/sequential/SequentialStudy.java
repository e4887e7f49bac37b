package dev.cultivar.stats.sequential;

import java.util.Locale;

/** Errors and savings of asking in looks: twelve gates of four samples, by looks and by how far the truth lies from the thresholds. */
public final class SequentialStudy {

    private SequentialStudy() {}

    /** @param arguments number of runs of a line, 20000 by default */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        System.out.println(
                "| truth (standard errors of a whole run) | looks | gives up | any wrong decision | decided | asked |");
        System.out.println("|---|---|---|---|---|---|");
        for (double[] drifts : new double[][] {{0, 0, 0}, {0, 3, 6}, {3, 3, 3}, {4, 6, 9}}) {
            for (int looks : new int[] {1, 4, 8}) {
                for (boolean futility : looks == 1 ? new boolean[] {false} : new boolean[] {false, true}) {
                    SequentialSimulation.Result result =
                            new SequentialSimulation(looks, drifts, 4, futility).run(runs, 20261129L);
                    System.out.printf(
                            Locale.ROOT,
                            "| %.0f, %.0f, %.0f | %d | %s | %.1f%% | %.0f%% | %.0f%% |%n",
                            drifts[0],
                            drifts[1],
                            drifts[2],
                            looks,
                            futility ? "yes" : "no",
                            100 * result.anyWrong(),
                            100 * result.decided(),
                            100 * result.asked());
                }
            }
        }
    }
}
