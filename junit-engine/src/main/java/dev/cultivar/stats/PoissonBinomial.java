package dev.cultivar.stats;

/** How many of several independent trials succeed if each has its own probability: the Poisson-binomial distribution. */
public final class PoissonBinomial {

    private PoissonBinomial() {}

    /**
     * Probability of 0, 1, ..., n successes, by direct convolution (Biscarri, Zhao and Brunner 2018): with one more trial,
     * {@code P(k) = P'(k) (1 - p) + P'(k - 1) p}. Only sums and products of numbers &gt;= 0 occur, so nothing cancels: the relative error
     * of each is at most about 3 n 2^-53. It takes n^2 / 2 steps.
     *
     * @param p probability of success of each of the n trials, in [0, 1]
     * @return n + 1 probabilities that sum to 1
     * @throws IllegalArgumentException if a value lies outside [0, 1]
     */
    public static double[] of(double... p) {
        double[] mass = new double[p.length + 1];
        mass[0] = 1;
        for (int n = 0; n < p.length; n++) {
            if (!(p[n] >= 0 && p[n] <= 1)) {
                throw new IllegalArgumentException("p[" + n + "] is " + p[n] + "; a probability lies between 0 and 1");
            }
            for (int k = n + 1; k > 0; k--) {
                mass[k] = mass[k] * (1 - p[n]) + mass[k - 1] * p[n];
            }
            mass[0] *= 1 - p[n];
        }
        return mass;
    }
}
