package dev.cultivar.stats;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Binomial random numbers at a cost that does not grow with the number of trials: by inversion where few successes are expected,
 * otherwise by Hörmann's transformed rejection (BTRS, 1993). Commons RNG has only table samplers, whose set-up grows with the number of
 * trials.
 */
public final class Binomial {

    private static final double FEW = 10;

    private Binomial() {}

    /** Number of successes in {@code trials} trials, each with probability {@code p}. */
    public static long draw(UniformRandomProvider rng, long trials, double p) {
        if (p <= 0 || trials == 0) {
            return 0;
        }
        if (p > 0.5) {
            return trials - draw(rng, trials, 1 - p);
        }
        return trials * p < FEW ? invert(rng, trials, p) : reject(rng, trials, p);
    }

    private static long invert(UniformRandomProvider rng, long n, double p) {
        double odds = p / (1 - p);
        double none = p > 1e-6 ? Math.pow(1 - p, (double) n) : Math.exp(n * Math.log1p(-p)); // log1p is slow but exact
        while (true) {
            double u = rng.nextDouble();
            double probability = none;
            long k = 0;
            while (k <= n && u > probability) {
                u -= probability;
                k++;
                probability *= odds * (n - k + 1) / k;
                if (probability == 0) {
                    break; // rounding lost the rest of u: start again
                }
            }
            if (k <= n && probability > 0) {
                return k;
            }
        }
    }

    private static long reject(UniformRandomProvider rng, long n, double p) {
        double sd = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * sd;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double box = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * sd;
        double odds = p / (1 - p);
        long mode = (long) Math.floor((n + 1) * p);
        while (true) {
            double v = rng.nextDouble();
            double u = rng.nextDouble() - 0.5;
            double edge = 0.5 - Math.abs(u);
            long k = (long) Math.floor((2 * a / edge + b) * u + centre);
            if (k < 0 || k > n) {
                continue;
            }
            if (edge >= 0.07 && v <= box) {
                return k;
            }
            double height = Math.log(v * alpha / (a / (edge * edge) + b));
            double ratio = (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
                    + (n + 1.0) * Math.log((n - mode + 1.0) / (n - k + 1.0))
                    + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
                    + stirling(mode)
                    + stirling(n - mode)
                    - stirling(k)
                    - stirling(n - k);
            if (height <= ratio) {
                return k;
            }
        }
    }

    /** {@code log(k!) - [log(sqrt(2 pi)) + (k + 1/2) log(k + 1) - (k + 1)]}. */
    private static double stirling(long k) {
        if (k < EXACT.length) {
            return EXACT[(int) k];
        }
        double m = k + 1.0;
        double mm = m * m;
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / mm) / mm) / m;
    }

    private static final double[] EXACT = exact();

    private static double[] exact() {
        double[] table = new double[16];
        double logFactorial = 0;
        for (int k = 0; k < table.length; k++) {
            logFactorial += k > 0 ? Math.log(k) : 0;
            table[k] = logFactorial - (0.5 * Math.log(2 * Math.PI) + (k + 0.5) * Math.log(k + 1.0) - (k + 1.0));
        }
        return table;
    }
}
