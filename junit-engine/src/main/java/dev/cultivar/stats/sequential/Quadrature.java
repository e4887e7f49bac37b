package dev.cultivar.stats.sequential;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes and weights for the integral of an even function over [-1, 1]: those of its half above 0.
 *
 * @param nodes in [0, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // a single rule, made here and read in a loop; nobody compares or changes it
record Quadrature(double[] nodes, double[] weights) {

    /**
     * Gauss and Legendre's rule, which is exact to the last digits for densities as smooth as those between looks.
     *
     * @param points in [-1, 1], an even number
     */
    static Quadrature legendre(int points) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(points);
        double[] nodes = new double[points / 2];
        double[] weights = new double[points / 2];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = rule.getPoint(points / 2 + i);
            weights[i] = rule.getWeight(points / 2 + i);
        }
        return new Quadrature(nodes, weights);
    }

    int points() {
        return nodes.length;
    }
}
