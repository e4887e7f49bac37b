package dev.cultivar.analysis.estimate;

/**
 * Where the distribution of a statistic around its truth is close enough to t.
 *
 * @param kind of the transformation
 * @param members number of members in a class, for Fisher's z; at least 2
 */
public record Scale(Kind kind, double members) {

    /** Kind of transformation. */
    public enum Kind {
        /** Fisher's z. */
        Z,
        /** No transformation, within [0,1]. */
        UNIT,
        /** No transformation. */
        LINE
    }

    private static final double NEARLY = 1 - 1e-6;

    /** A correlation in [-1,1], by Fisher's z. */
    public static final Scale FISHER = new Scale(Kind.Z, 2);
    /** A share in [0,1], as it is. */
    public static final Scale UNIT = new Scale(Kind.UNIT, 2);
    /** A difference or coefficient, as it is. */
    public static final Scale LINE = new Scale(Kind.LINE, 2);

    /**
     * A correlation between members of the same class, in [-1/(members - 1), 1], by Fisher's z for it,
     * {@code 1/2 log((1 + (members - 1) r) / (1 - r))} (Fisher 1925, section 39). Near its lower end such a correlation is a mean of
     * squares, so it is skewed; the plain z would treat it as symmetric around 0.
     *
     * @param members of each class, the mean where they differ; at least 2
     */
    public static Scale intraclass(double members) {
        return new Scale(Kind.Z, Math.max(2, members));
    }

    /** Name of the transformation, as written in files. */
    public String label() {
        return kind == Kind.Z ? "fisher-z" : "identity";
    }

    /** The least value that the statistic can have. */
    double least() {
        return switch (kind) {
            case Z -> -1 / (members - 1);
            case UNIT -> 0;
            case LINE -> Double.NEGATIVE_INFINITY;
        };
    }

    /**
     * A value on the scale; NaN for NaN. A correlation is kept a millionth away from the ends of its range, which are infinite on the
     * scale.
     */
    public double clamped(double value) {
        return to(kind == Kind.Z ? Math.max(least() * NEARLY, Math.min(NEARLY, value)) : value);
    }

    /** Whether {@link #clamped} would move it. */
    public boolean atEnd(double value) {
        return kind == Kind.Z && (value > NEARLY || value < least() * NEARLY);
    }

    public double to(double value) {
        return kind == Kind.Z ? 0.5 * Math.log((1 + (members - 1) * value) / (1 - value)) : value;
    }

    /** Back from {@link #to}. */
    public double from(double value) {
        return switch (kind) {
            case Z -> members == 2 ? Math.tanh(value) : fromZ(value);
            case UNIT -> Math.max(0, Math.min(1, value));
            case LINE -> value;
        };
    }

    private double fromZ(double z) {
        double small = Math.exp(-2 * Math.abs(z)); // the other way round it could overflow
        return z < 0 ? (small - 1) / (small + members - 1) : (1 - small) / (1 + (members - 1) * small);
    }
}
