package dev.cultivar.report.words;

import dev.cultivar.text.Decimals;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as reports show them. */
public final class Numbers {

    private static final double LEAST_P = 0.0001;

    private Numbers() {}

    /** A p-value in [0,1] with four decimals; {@code <0.0001} where it is smaller. */
    public static String p(double p) {
        return p < LEAST_P ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** The same with its name: {@code p=0.0312}, {@code p<0.0001}. */
    public static String namedP(double p) {
        return (p < LEAST_P ? "p" : "p=") + p(p);
    }

    /** A score with three decimals; a dash where there is none. */
    public static String score(@Nullable Double value) {
        return value == null ? "\u2013" : Decimals.score(value);
    }
}
