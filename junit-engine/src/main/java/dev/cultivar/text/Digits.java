package dev.cultivar.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as a verdict prints them: never rounded so far that they would contradict the unrounded ones. */
public final class Digits {

    private static final int FEWEST = 2;
    private static final int MOST = 20;

    private Digits() {}

    /** A threshold as it was written; {@code NaN} and infinities by name. */
    public static String exact(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value + 0.0).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    /**
     * A value with at least two decimals, and as many more as it takes for the printed value to lie on the same side of the bound as the
     * value, or on it if the value does.
     */
    public static String beside(double value, double bound) {
        return beside(List.of(value), bound).get(0);
    }

    /** Values of one line, all with as many decimals as the value nearest the bound needs. */
    public static List<String> beside(List<Double> values, double bound) {
        int digits = FEWEST;
        while (digits < MOST && !tellSides(values, bound, digits)) {
            digits++;
        }
        int enough = digits;
        return values.stream()
                .map(value -> Double.isFinite(value)
                        ? new BigDecimal(value)
                                .setScale(enough, RoundingMode.HALF_EVEN)
                                .toPlainString()
                        : Double.toString(value))
                .toList();
    }

    private static boolean tellSides(List<Double> values, double bound, int digits) {
        return !Double.isFinite(bound)
                || values.stream()
                        .filter(Double::isFinite)
                        .allMatch(value -> side(new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN), bound)
                                == Double.compare(value + 0.0, bound + 0.0));
    }

    private static int side(BigDecimal rounded, double bound) {
        return rounded.compareTo(BigDecimal.valueOf(bound));
    }

    /** A confidence level in percent, with as many digits as it needs. */
    public static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        int digits = share > 0.999 ? 3 : share > 0.99 ? 2 : 1;
        return percent.setScale(digits, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }
}
