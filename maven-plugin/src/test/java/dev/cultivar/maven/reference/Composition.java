package dev.cultivar.maven.reference;

import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which countries the figures of a language's speakers are made of: the shares, none below zero, whose mix of the countries' figures is
 * nearest to the speakers' over all topics that all of them have (non-negative least squares, by coordinate descent; Franc, Hlaváč and
 * Navara 2005). The survey's own weights are not published, so this is what the figures say.
 */
final class Composition {

    private static final int ROUNDS = 100_000;
    private static final double ENOUGH = 1e-12;

    private final SortedMap<String, Double> shares;
    private final double error;
    private final int topics;

    private Composition(SortedMap<String, Double> shares, double error, int topics) {
        this.shares = shares;
        this.error = error;
        this.topics = topics;
    }

    static Composition of(PopulationTable table, PopulationKey speakers, List<PopulationKey> countries) {
        List<double[]> rows = new ArrayList<>();
        List<Double> wanted = new ArrayList<>();
        for (String topic : table.topics(speakers)) {
            if (countries.stream()
                    .allMatch(country -> table.polarity(country, topic).isPresent())) {
                rows.add(countries.stream()
                        .mapToDouble(country -> table.polarity(country, topic).orElseThrow())
                        .toArray());
                wanted.add(table.polarity(speakers, topic).orElseThrow());
            }
        }
        double[] shares =
                fit(rows, wanted.stream().mapToDouble(Double::doubleValue).toArray(), countries.size());
        SortedMap<String, Double> byCountry = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            byCountry.put(countries.get(i).name(), shares[i]);
        }
        double squares = 0;
        for (int row = 0; row < rows.size(); row++) {
            double left = wanted.get(row);
            for (int i = 0; i < shares.length; i++) {
                left -= shares[i] * rows.get(row)[i];
            }
            squares += left * left;
        }
        return new Composition(byCountry, Math.sqrt(squares / rows.size()), rows.size());
    }

    /** The x of no negative element that minimises |Ax - b|. */
    static double[] fit(List<double[]> a, double[] b, int width) {
        double[][] gram = new double[width][width];
        double[] gradient = new double[width];
        for (int row = 0; row < b.length; row++) {
            double[] of = a.get(row);
            for (int i = 0; i < width; i++) {
                gradient[i] -= of[i] * b[row];
                for (int j = 0; j < width; j++) {
                    gram[i][j] += of[i] * of[j];
                }
            }
        }
        double[] x = new double[width];
        for (int round = 0; round < ROUNDS; round++) {
            double moved = 0;
            for (int i = 0; i < width; i++) {
                double step = Math.max(0, x[i] - gradient[i] / gram[i][i]) - x[i];
                x[i] += step;
                moved = Math.max(moved, Math.abs(step));
                for (int j = 0; j < width; j++) {
                    gradient[j] += step * gram[i][j];
                }
            }
            if (moved < ENOUGH) {
                return x;
            }
        }
        throw new AssertionError("no least squares after " + ROUNDS + " rounds");
    }

    /** Share of each country, in [0,1]; they need not sum to 1. */
    SortedMap<String, Double> shares() {
        return shares;
    }

    /** Root of the mean squared difference between the mix and the speakers. */
    double error() {
        return error;
    }

    /** How many topics it rests on. */
    int topics() {
        return topics;
    }
}
