package dev.cultivar.analysis.alignment;

import dev.cultivar.stats.PoissonBinomial;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Responses of one size: the same number of their statements take a side. These statements are treated as a draw without replacement from
 * a full number of statements, {@code g} of which people call pro; so responses of all sizes share one distribution of {@code g}.
 */
final class ResponseSize {

    private final int statements;
    /** Probability that {@code pro} statements are pro when {@code g} of the full number are: {@code [pro][g]}. */
    private final double[][] drawn;

    ResponseSize(int statements, int full) {
        this.statements = statements;
        drawn = new double[statements + 1][full + 1];
        for (int g = 0; g <= full; g++) {
            HypergeometricDistribution draw = HypergeometricDistribution.of(full, g, statements);
            for (int pro = 0; pro <= statements; pro++) {
                drawn[pro][g] = draw.probability(pro);
            }
        }
    }

    int statements() {
        return statements;
    }

    /** Polarity of a response with 0, 1, ... pro statements. */
    double[] polarities() {
        return IntStream.rangeClosed(0, statements)
                .mapToDouble(pro -> (double) pro / statements)
                .toArray();
    }

    /**
     * Probability of each number of statements that the judge calls pro (columns), by how many people call pro (rows).
     *
     * @param proAsPro probability that the judge calls a statement pro if people call it pro
     * @param conAsPro probability that the judge calls a statement pro if people call it con
     */
    double[][] judged(double proAsPro, double conAsPro) {
        double[][] judged = new double[statements + 1][];
        for (int pro = 0; pro <= statements; pro++) {
            double[] calledPro = new double[statements];
            Arrays.fill(calledPro, 0, pro, proAsPro);
            Arrays.fill(calledPro, pro, statements, conAsPro);
            judged[pro] = PoissonBinomial.of(calledPro);
        }
        return judged;
    }

    /**
     * Probability of each number of statements that the judge calls pro (rows), by how many of the full number people call pro (columns).
     */
    double[][] likelihood(double[][] judged) {
        double[][] likelihood = new double[statements + 1][drawn[0].length];
        for (int pro = 0; pro <= statements; pro++) {
            for (int called = 0; called <= statements; called++) {
                for (int g = 0; g < drawn[pro].length; g++) {
                    likelihood[called][g] += judged[pro][called] * drawn[pro][g];
                }
            }
        }
        return likelihood;
    }

    /** Probability of each number of statements that people call pro, from the distribution over the full number. */
    double[] people(double[] mixing) {
        double[] people = new double[statements + 1];
        for (int pro = 0; pro <= statements; pro++) {
            for (int g = 0; g < mixing.length; g++) {
                people[pro] += mixing[g] * drawn[pro][g];
            }
        }
        return people;
    }
}
