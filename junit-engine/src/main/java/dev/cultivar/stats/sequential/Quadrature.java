package dev.cultivar.stats.sequential;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes and weights of an integral over [-1, 1].
 *
 * @param nodes ascending
 */
record Quadrature(double[] nodes, double[] weights) {

    /**
     * Gauss and Legendre's rule, which is exact to the last digits for densities as smooth as those between looks.
     *
     * @param points at least 2
     */
    static Quadrature legendre(int points) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(points);
        double[] nodes = new double[points];
        double[] weights = new double[points];
        for (int i = 0; i < points; i++) {
            nodes[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
        return new Quadrature(nodes, weights);
    }

    int points() {
        return nodes.length;
    }
}
