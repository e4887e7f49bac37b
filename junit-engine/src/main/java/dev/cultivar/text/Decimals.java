package dev.cultivar.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in every locale. */
public final class Decimals {

    private static final int SHOWN = 3;
    private static final int MOST = 12;

    private Decimals() {}

    /** The value for a file that has no NaN and no infinity. */
    public static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** The value, or null if there is none. */
    public static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** Three decimals, or more if the value would otherwise read as zero. */
    public static String score(double value) {
        return rounded(value, RoundingMode.HALF_EVEN);
    }

    /** A lower bound, rounded down, so that it never reads better than it is. */
    public static String lower(double value) {
        return rounded(value, RoundingMode.FLOOR);
    }

    /** An upper bound, rounded up. */
    public static String upper(double value) {
        return rounded(value, RoundingMode.CEILING);
    }

    /** Three decimals, or as many more as it takes for the printed value to compare with the other as the value itself does. */
    public static String against(double value, double other) {
        for (int digits = SHOWN; digits <= MOST; digits++) {
            BigDecimal shown = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
            if (shown.compareTo(BigDecimal.valueOf(other)) == Double.compare(value, other)) {
                return shown.signum() == 0 ? score(value) : shown.toPlainString();
            }
        }
        return Double.toString(value);
    }

    /** A threshold as it was declared, without trailing zeros but with at least two decimals. */
    public static String threshold(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return (exact.scale() < 2 ? exact.setScale(2, RoundingMode.UNNECESSARY) : exact).toPlainString();
    }

    private static String rounded(double value, RoundingMode mode) {
        BigDecimal exact = BigDecimal.valueOf(value);
        for (int digits = SHOWN; digits <= MOST; digits++) {
            BigDecimal shown = exact.setScale(digits, mode);
            if (shown.signum() != 0 || exact.signum() == 0) {
                return shown.toPlainString();
            }
        }
        return exact.toString();
    }
}
