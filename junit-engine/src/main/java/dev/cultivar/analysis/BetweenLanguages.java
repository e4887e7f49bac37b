package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.stats.Ranks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Self-consistency of one model within each of its languages minus the mean consistency between that language and the others: Spearman's
 * rho over all pairs of responses to the same topic, one from each language. Immutable; safe to share between threads.
 */
final class BetweenLanguages {

    private final List<CountTable> tables;
    private final List<SelfConsistency> within;

    /** The first language with as many responses to every topic: as partners, the two are interchangeable. */
    private final int[] alike;

    /** Takes responses to the same topics, one table per language. */
    BetweenLanguages(List<CountTable> tables) {
        this.tables = List.copyOf(tables);
        within = tables.stream().map(SelfConsistency::new).toList();
        alike = IntStream.range(0, tables.size())
                .map(i -> IntStream.range(0, i)
                        .filter(j -> Arrays.equals(tables.get(j).responses, tables.get(i).responses))
                        .findFirst()
                        .orElse(i))
                .toArray();
    }

    /** Differences by language, where topic {@code q} counts {@code times[q]} times; NaN where undefined. */
    double[] differences(int[] times) {
        int n = alike.length;
        Side[][] sides = new Side[n][n];
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double rho = side(sides, i, j, times).rho(side(sides, j, i, times), times);
                sums[i] += rho;
                sums[j] += rho;
            }
        }
        double[] differences = new double[n];
        for (int i = 0; i < n; i++) {
            differences[i] = within.get(i).of(times) - sums[i] / (n - 1);
        }
        return differences;
    }

    private Side side(Side[][] sides, int i, int partner, int[] times) {
        int j = alike[partner];
        if (sides[i][j] == null) {
            sides[i][j] = new Side(tables.get(i), tables.get(j).responses, times);
        }
        return sides[i][j];
    }

    /** The responses of one language, each counted once for every partner it has in the other. */
    private static final class Side {

        /** Sums of mid-ranks minus their mean, by topic. */
        private final double[] sums;

        private final double variation;

        Side(CountTable table, long[] partners, int[] times) {
            double[] weights = new double[table.values.length];
            double total = 0;
            for (int q = 0; q < times.length; q++) {
                double ofTopic = (double) times[q] * partners[q];
                for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                    weights[table.value[e]] += ofTopic * table.count[e];
                }
                total += ofTopic * table.responses[q];
            }
            double[] deviations = Ranks.ofAscending(weights.clone());
            double squares = 0;
            for (int v = 0; v < weights.length; v++) {
                deviations[v] -= (total + 1) / 2;
                squares += weights[v] * deviations[v] * deviations[v];
            }
            variation = squares;
            sums = new double[times.length];
            for (int q = 0; q < times.length; q++) {
                double sum = 0;
                for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                    sum += table.count[e] * deviations[table.value[e]];
                }
                sums[q] = sum;
            }
        }

        double rho(Side other, int[] times) {
            double joint = 0;
            for (int q = 0; q < times.length; q++) {
                joint += times[q] * sums[q] * other.sums[q];
            }
            return variation > 1e-9 && other.variation > 1e-9
                    ? joint / Math.sqrt(variation) / Math.sqrt(other.variation)
                    : Double.NaN;
        }
    }
}
