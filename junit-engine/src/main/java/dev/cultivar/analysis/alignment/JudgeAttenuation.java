package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.StanceCounts;
import dev.cultivar.stats.JointDistribution;
import dev.cultivar.stats.MixingDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much the judge's errors lower the correlations of one sample.
 *
 * <p>Errors that do not depend on the topic shift and stretch polarities, which no rank correlation sees, and scatter them, which lowers
 * every correlation. If the rank of the truth were linear in the rank that people would have given the response, the correlation would be
 * multiplied by exactly the correlation between the judge's and people's polarity of a response (Spearman 1904). That factor follows from
 * the confusion matrix and the distribution of people's polarities; the latter is the one that best explains the judge's polarities
 * ({@link MixingDistribution}).
 *
 * <p>People are assumed to see a side in as many of a response's statements as the judge does ({@link ResponseSize}). If people would
 * call a statement neutral, the judge draws its side by the matrix.
 */
final class JudgeAttenuation {

    private static final int PRO = 0;
    private static final int CON = 1;
    private static final int NEUTRAL = 2;

    /** Below this difference the judge hardly tells pro from con, and nothing can be recovered. */
    private static final double LEAST_DIFFERENCE = 0.05;

    /** Of the mean log-likelihood: a thousand responses are at most e^0.01 times likelier under any other distribution. */
    private static final double TOLERANCE = 1e-5;

    private static final double TOLERANCE_OF_STANCES = 1e-12;

    private static final int MOST_STEPS_OF_STANCES = 200;

    /** Number of statements by the judge's stance. */
    private final double[] statements = new double[3];

    private final SizesByPolarity responses;
    private final List<ResponseSize> sizes;
    /** Every polarity that responses of these sizes can have, ascending. */
    private final double[] polarities;
    /** Index of each polarity in that array, by size and number of pro statements. */
    private final int[][] place;

    JudgeAttenuation(StanceCounts counts, CountTable table) {
        counts.responses().forEach((sides, n) -> {
            statements[PRO] += (double) n * sides.pro();
            statements[CON] += (double) n * sides.con();
            statements[NEUTRAL] += (double) n * sides.neutral();
        });
        responses = new SizesByPolarity(counts, table);
        int[] occurring = responses.sizes();
        int full = occurring[occurring.length - 1];
        sizes = Arrays.stream(occurring)
                .mapToObj(size -> new ResponseSize(size, full))
                .toList();
        polarities = sizes.stream()
                .flatMapToDouble(size -> Arrays.stream(size.polarities()))
                .sorted()
                .distinct()
                .toArray();
        place = sizes.stream()
                .map(size -> Arrays.stream(size.polarities())
                        .mapToInt(polarity -> Arrays.binarySearch(polarities, polarity))
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * The attenuation under one confusion matrix.
     *
     * @param weights of the table's entries
     * @param matrix probability of the judge's stance (columns) given the person's (rows): pro, con, neutral
     * @param start people's distribution of pro statements to start from, as in {@link Attenuation#people()}
     * @param mostSteps limit on the steps of expectation and maximisation
     */
    Attenuation of(double[] weights, double[][] matrix, double[] start, int mostSteps) {
        double neutral = neutralAmongSided(matrix);
        double neutralAsPro = neutral > 0 ? proAmongSides(matrix[NEUTRAL]) : 0;
        double proAsPro = (1 - neutral) * proAmongSides(matrix[PRO]) + neutral * neutralAsPro;
        double conAsPro = (1 - neutral) * proAmongSides(matrix[CON]) + neutral * neutralAsPro;
        if (!(proAsPro - conAsPro > LEAST_DIFFERENCE)) {
            return new Attenuation(Double.NaN, Double.NaN, start);
        }
        double[][] observed = responses.of(weights);
        double[][][] judged =
                sizes.stream().map(size -> size.judged(proAsPro, conAsPro)).toArray(double[][][]::new);
        List<double[]> likelihood = new ArrayList<>();
        for (int i = 0; i < judged.length; i++) {
            likelihood.addAll(Arrays.asList(sizes.get(i).likelihood(judged[i])));
        }
        double[] shares =
                Arrays.stream(observed).flatMapToDouble(Arrays::stream).toArray();
        double[] people = MixingDistribution.fit(
                        shares, likelihood.toArray(double[][]::new), start, TOLERANCE, mostSteps)
                .weights();
        JointDistribution joint = joint(people, judged, observed);
        return new Attenuation(aboveZero(joint.spearman()), aboveZero(joint.pearson(polarities, polarities)), people);
    }

    /** A start in which every number of pro statements, out of the full number, is equally likely. */
    double[] flat() {
        return MixingDistribution.flat(sizes.get(sizes.size() - 1).statements() + 1);
    }

    private static double proAmongSides(double[] row) {
        return row[PRO] / (row[PRO] + row[CON]);
    }

    private static double aboveZero(double correlation) {
        return correlation > 0 ? correlation : Double.NaN;
    }

    /** Among the statements to which the judge gives a side, the share that people call neutral. */
    private double neutralAmongSided(double[][] matrix) {
        double[][] byJudge = new double[3][3];
        for (int person = PRO; person <= NEUTRAL; person++) {
            for (int judge = PRO; judge <= NEUTRAL; judge++) {
                byJudge[judge][person] = matrix[person][judge];
            }
        }
        double[] people = MixingDistribution.fit(
                        statements, byJudge, MixingDistribution.flat(3), TOLERANCE_OF_STANCES, MOST_STEPS_OF_STANCES)
                .weights();
        double sided = 0;
        for (int person = PRO; person <= NEUTRAL; person++) {
            sided += people[person] * (matrix[person][PRO] + matrix[person][CON]);
        }
        return people[NEUTRAL] * (matrix[NEUTRAL][PRO] + matrix[NEUTRAL][CON]) / sided;
    }

    /** Joint distribution of people's polarity (rows) and the judge's (columns). */
    private JointDistribution joint(double[] mixing, double[][][] judged, double[][] observed) {
        double[][] joint = new double[polarities.length][polarities.length];
        for (int i = 0; i < place.length; i++) {
            double ofSize = Arrays.stream(observed[i]).sum();
            double[] people = sizes.get(i).people(mixing);
            for (int pro = 0; pro < people.length; pro++) {
                for (int called = 0; called < people.length; called++) {
                    joint[place[i][pro]][place[i][called]] += ofSize * people[pro] * judged[i][pro][called];
                }
            }
        }
        return new JointDistribution(joint);
    }
}
