package dev.cultivar.survey.microdata;

/** Weighted sums of one population's answers to one topic: enough for Eq. 1 and its standard error. */
final class PolarityTally {

    private long n;
    private double weight;
    private double weightInFavour;
    private double squares;
    private double squaresInFavour;

    void add(double w, boolean inFavour) {
        n++;
        weight += w;
        squares += w * w;
        if (inFavour) {
            weightInFavour += w;
            squaresInFavour += w * w;
        }
    }

    long n() {
        return n;
    }

    /** Eq. 1: the weighted share in favour, in [0,1]. */
    double polarity() {
        return weightInFavour / weight;
    }

    /** Kish's effective sample size: (sum of w)^2 / sum of w^2. */
    double effectiveSize() {
        return weight * weight / squares;
    }

    /** Linearised standard error of a weighted mean: sqrt(sum of w^2 (a - p)^2) / sum of w (Särndal et al. 1992, 5.6). */
    double standardError() {
        double p = polarity();
        double sum = squaresInFavour * (1 - p) * (1 - p) + (squares - squaresInFavour) * p * p;
        return Math.sqrt(sum) / weight;
    }
}
