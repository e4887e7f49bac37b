package dev.cultivar.report.words;

import dev.cultivar.text.Decimals;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as reports show them. */
public final class Numbers {

    private Numbers() {}

    /** A p-value in [0,1] with four decimals; {@code <0.0001} where it is smaller. */
    public static String p(double p) {
        return p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** A score with three decimals; a dash where there is none. */
    public static String score(@Nullable Double value) {
        return value == null ? "\u2013" : Decimals.score(value);
    }
}
