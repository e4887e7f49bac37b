package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.StanceCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of a correlation the judge's errors leave of it.
 *
 * <p>Errors that do not depend on the topic shift and stretch polarities, which no rank correlation sees, and scatter them, which
 * lowers it. Were the rank of the truth linear in the rank that people would have given the response, it would be lowered by exactly
 * the correlation between a response's polarity by the judge and by people (Spearman 1904). That correlation follows from the confusion
 * matrix and the distribution of polarities by people, and the latter is what explains those by the judge best: the nonparametric
 * maximum likelihood estimate of a mixing distribution (Laird 1978), found by expectation and maximisation.
 *
 * <p>People are taken to see a side in as many of a response's statements as the judge does; the number of pro among them is a draw from
 * the full number, so that responses of all sizes share one mixing distribution. A statement that people would call neutral is one
 * whose side the judge draws by the matrix.
 */
public final class JudgeNoise {

    /** Below this the judge hardly tells pro from con, and nothing can be recovered. */
    private static final double LEAST_DIFFERENCE = 0.05;

    private static final int NEUTRAL_STEPS = 200;

    /** What is left of a correlation, each in (0,1]; NaN where nothing can be said. */
    public static final class Left {
        private final double spearman;
        private final double pearson;
        private final double[] mixing;

        private Left(double spearman, double pearson, double[] mixing) {
            this.spearman = spearman;
            this.pearson = pearson;
            this.mixing = mixing;
        }

        public double spearman() {
            return spearman;
        }

        public double pearson() {
            return pearson;
        }

        /** Polarities by people that it rests on. */
        double[] mixing() {
            return mixing;
        }
    }

    private final CountTable table;
    private final double[] totals = new double[3];
    /** Numbers of statements with a side that occur, ascending. */
    private final List<Integer> sizes = new ArrayList<>();
    /** Cell of {@code k} pro among {@code sizes[i]} is {@code offset[i] + k}. */
    private final int[] offset;

    private final int cells;
    /** Full number of statements. */
    private final int full;
    /** Probability of {@code k} pro in a draw of the cell's size from {@code g} pro among the full number: {@code [cell][g]}. */
    private final double[][] drawn;
    /** For each value of the table its cells and their shares. */
    private final List<Map<Integer, Double>> cellsOfValue = new ArrayList<>();
    /** Mid-rank order of cells: index of the cell's polarity among the distinct ones. */
    private final int[] place;

    private final double[] polarities;

    JudgeNoise(StanceCounts counts, CountTable table) {
        this.table = table;
        counts.responses().forEach((sides, n) -> {
            totals[0] += (double) n * sides.pro();
            totals[1] += (double) n * sides.con();
            totals[2] += (double) n * sides.neutral();
            int size = sides.pro() + sides.con();
            if (!sizes.contains(size)) {
                sizes.add(size);
            }
        });
        sizes.sort(null);
        full = sizes.get(sizes.size() - 1);
        offset = new int[sizes.size()];
        int next = 0;
        for (int i = 0; i < offset.length; i++) {
            offset[i] = next;
            next += sizes.get(i) + 1;
        }
        cells = next;
        drawn = new double[cells][full + 1];
        for (int i = 0; i < offset.length; i++) {
            for (int k = 0; k <= sizes.get(i); k++) {
                for (int g = 0; g <= full; g++) {
                    drawn[offset[i] + k][g] = hypergeometric(k, sizes.get(i), g);
                }
            }
        }
        TreeMap<Double, List<Integer>> distinct = new TreeMap<>();
        for (int i = 0; i < offset.length; i++) {
            for (int k = 0; k <= sizes.get(i); k++) {
                distinct.computeIfAbsent((double) k / sizes.get(i), key -> new ArrayList<>())
                        .add(offset[i] + k);
            }
        }
        place = new int[cells];
        polarities = new double[distinct.size()];
        int at = 0;
        for (Map.Entry<Double, List<Integer>> entry : distinct.entrySet()) {
            polarities[at] = entry.getKey();
            for (int cell : entry.getValue()) {
                place[cell] = at;
            }
            at++;
        }
        for (int v = 0; v < table.values.length; v++) {
            cellsOfValue.add(new TreeMap<>());
        }
        counts.responses().forEach((sides, n) -> {
            int size = sides.pro() + sides.con();
            int v = Arrays.binarySearch(table.values, (double) sides.pro() / size);
            if (v >= 0) {
                cellsOfValue.get(v).merge(offset[sizes.indexOf(size)] + sides.pro(), (double) n, Double::sum);
            }
        });
        for (Map<Integer, Double> shares : cellsOfValue) {
            double sum =
                    shares.values().stream().mapToDouble(Double::doubleValue).sum();
            shares.replaceAll((cell, n) -> n / sum);
        }
    }

    /**
     * What is left under one confusion matrix.
     *
     * @param weights of the table's entries
     * @param matrix probability of the judge's stance (columns) given the person's (rows): pro, con, neutral
     * @param start mixing distribution to start from
     * @param steps of expectation and maximisation
     */
    Left of(double[] weights, double[][] matrix, double[] start, int steps) {
        double[] observed = observed(weights);
        double neutral = neutralAmongSided(matrix);
        double neutralPro = matrix[2][0] / (matrix[2][0] + matrix[2][1]);
        double ofPro = mixed(matrix[0][0] / (matrix[0][0] + matrix[0][1]), neutral, neutralPro);
        double ofCon = mixed(matrix[1][0] / (matrix[1][0] + matrix[1][1]), neutral, neutralPro);
        if (!(ofPro - ofCon > LEAST_DIFFERENCE)) {
            return new Left(Double.NaN, Double.NaN, start);
        }
        double[][] called = called(ofPro, ofCon);
        double[] mixing = mixing(observed, given(called), start, steps);
        return left(mixing, called, sizesShare(observed));
    }

    /** Every full number of pro statements equally likely. */
    double[] flat() {
        double[] flat = new double[full + 1];
        Arrays.fill(flat, 1.0 / flat.length);
        return flat;
    }

    private static double mixed(double own, double neutral, double neutralPro) {
        return (1 - neutral) * own + neutral * neutralPro;
    }

    private double[] observed(double[] weights) {
        double[] byValue = new double[table.values.length];
        for (int e = 0; e < weights.length; e++) {
            byValue[table.value[e]] += weights[e];
        }
        double[] observed = new double[cells];
        for (int v = 0; v < byValue.length; v++) {
            double weight = byValue[v];
            cellsOfValue.get(v).forEach((cell, share) -> observed[cell] += weight * share);
        }
        return observed;
    }

    /** Share of people's neutrals among the statements to which the judge gives a side. */
    private double neutralAmongSided(double[][] matrix) {
        double[] people = {1.0 / 3, 1.0 / 3, 1.0 / 3};
        double all = totals[0] + totals[1] + totals[2];
        for (int step = 0; step < NEUTRAL_STEPS; step++) {
            double[] next = new double[3];
            for (int j = 0; j < 3; j++) {
                double expected = people[0] * matrix[0][j] + people[1] * matrix[1][j] + people[2] * matrix[2][j];
                for (int h = 0; h < 3 && expected > 0; h++) {
                    next[h] += totals[j] / all * people[h] * matrix[h][j] / expected;
                }
            }
            people = next;
        }
        double sided = 0;
        for (int h = 0; h < 3; h++) {
            sided += people[h] * (matrix[h][0] + matrix[h][1]);
        }
        return people[2] * (matrix[2][0] + matrix[2][1]) / sided;
    }

    /** Numbers called pro by the number of pro statements: {@code [cell][k]}. */
    private double[][] called(double ofPro, double ofCon) {
        double[][] called = new double[cells][];
        for (int i = 0; i < offset.length; i++) {
            for (int pro = 0; pro <= sizes.get(i); pro++) {
                called[offset[i] + pro] = called(pro, sizes.get(i) - pro, ofPro, ofCon);
            }
        }
        return called;
    }

    /** Probability of a cell among those of its size given the full number of pro statements: {@code [cell][g]}. */
    private double[][] given(double[][] called) {
        double[][] given = new double[cells][full + 1];
        for (int i = 0; i < offset.length; i++) {
            for (int pro = 0; pro <= sizes.get(i); pro++) {
                for (int k = 0; k <= sizes.get(i); k++) {
                    double chance = called[offset[i] + pro][k];
                    for (int g = 0; g <= full; g++) {
                        given[offset[i] + k][g] += chance * drawn[offset[i] + pro][g];
                    }
                }
            }
        }
        return given;
    }

    /** Distribution of the number called pro. */
    private static double[] called(int pro, int con, double ofPro, double ofCon) {
        double[] mass = new double[pro + con + 1];
        mass[0] = 1;
        for (int n = 0; n < pro + con; n++) {
            double p = n < pro ? ofPro : ofCon;
            for (int k = n + 1; k > 0; k--) {
                mass[k] = mass[k] * (1 - p) + mass[k - 1] * p;
            }
            mass[0] *= 1 - p;
        }
        return mass;
    }

    private double hypergeometric(int pro, int size, int of) {
        return pro > of || size - pro > full - of
                ? 0
                : choose(of, pro) * choose(full - of, size - pro) / choose(full, size);
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }

    private double[] mixing(double[] observed, double[][] given, double[] start, int steps) {
        double[] mixing = start;
        for (int step = 0; step < steps; step++) {
            double[] next = new double[mixing.length];
            double sum = 0;
            for (int cell = 0; cell < cells; cell++) {
                double expected = 0;
                for (int g = 0; g < mixing.length && observed[cell] > 0; g++) {
                    expected += mixing[g] * given[cell][g];
                }
                for (int g = 0; g < mixing.length && expected > 0; g++) {
                    double part = observed[cell] * mixing[g] * given[cell][g] / expected;
                    next[g] += part;
                    sum += part;
                }
            }
            for (int g = 0; g < next.length; g++) {
                next[g] /= sum;
            }
            mixing = next;
        }
        return mixing;
    }

    private double[] sizesShare(double[] observed) {
        double[] share = new double[offset.length];
        double sum = 0;
        for (int i = 0; i < offset.length; i++) {
            for (int k = 0; k <= sizes.get(i); k++) {
                share[i] += observed[offset[i] + k];
            }
            sum += share[i];
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= sum;
        }
        return share;
    }

    private Left left(double[] mixing, double[][] called, double[] sizesShare) {
        double[][] joint = new double[polarities.length][polarities.length]; // by people, by the judge
        double[] people = new double[polarities.length];
        double[] judge = new double[polarities.length];
        for (int i = 0; i < offset.length; i++) {
            for (int pro = 0; pro <= sizes.get(i); pro++) {
                int cell = offset[i] + pro;
                double prior = 0;
                for (int g = 0; g < mixing.length; g++) {
                    prior += mixing[g] * drawn[cell][g];
                }
                for (int k = 0; k <= sizes.get(i); k++) {
                    double mass = sizesShare[i] * prior * called[cell][k];
                    joint[place[cell]][place[offset[i] + k]] += mass;
                    people[place[cell]] += mass;
                    judge[place[offset[i] + k]] += mass;
                }
            }
        }
        return new Left(
                correlation(joint, ranks(people), ranks(judge)), correlation(joint, polarities, polarities), mixing);
    }

    private static double[] ranks(double[] mass) {
        double[] ranks = new double[mass.length];
        double below = 0;
        for (int v = 0; v < mass.length; v++) {
            ranks[v] = below + mass[v] / 2;
            below += mass[v];
        }
        return ranks;
    }

    private static double correlation(double[][] joint, double[] x, double[] y) {
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        for (int g = 0; g < x.length; g++) {
            for (int v = 0; v < y.length; v++) {
                sum += joint[g][v];
                meanX += joint[g][v] * x[g];
                meanY += joint[g][v] * y[v];
            }
        }
        meanX /= sum;
        meanY /= sum;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int g = 0; g < x.length; g++) {
            for (int v = 0; v < y.length; v++) {
                double dx = x[g] - meanX;
                double dy = y[v] - meanY;
                xx += joint[g][v] * dx * dx;
                yy += joint[g][v] * dy * dy;
                xy += joint[g][v] * dx * dy;
            }
        }
        double correlation = xy / Math.sqrt(xx * yy);
        return xx > 1e-12 && yy > 1e-12 && correlation > 0 ? Math.min(1, correlation) : Double.NaN;
    }
}
