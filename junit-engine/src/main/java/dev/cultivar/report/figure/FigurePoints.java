package dev.cultivar.report.figure;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.report.plot.IntervalPoint;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import org.jspecify.annotations.Nullable;

/** Estimates as points of a figure. */
final class FigurePoints {

    /** The level of significance, which the paper's stars mark too. */
    private static final double SIGNIFICANT = 0.05;

    private static final int LONGEST = 40;

    private FigurePoints() {}

    static IntervalPoint of(String row, String series, Estimate estimate) {
        return new IntervalPoint(
                PlainText.line(row, LONGEST),
                PlainText.line(series, LONGEST),
                estimate.value(),
                estimate.lower(),
                estimate.upper(),
                says(estimate));
    }

    /** The model, or the family if the estimate is about one. */
    static String who(Estimate row) {
        return row.model() == null ? orEmpty(row.family()) : row.model();
    }

    /** For example {@code p=0.0446 *}, with a star if it is below 0.05; empty if there is no p. */
    static String significance(Estimate row) {
        if (row.uncertainty() == null || !Double.isFinite(row.uncertainty().p())) {
            return "";
        }
        return Numbers.namedP(row.uncertainty().p()) + (row.uncertainty().p() < SIGNIFICANT ? " *" : "");
    }

    private static String says(Estimate row) {
        String significance = significance(row);
        return PlainText.line(who(row)
                + (row.language() == null ? "" : " in " + Names.language(row.language()))
                + (row.population() == null ? "" : ", " + Names.population(row.population()))
                + ": "
                + Decimals.score(row.value())
                + (Double.isFinite(row.lower()) && Double.isFinite(row.upper())
                        ? " [" + Decimals.lower(row.lower()) + ", " + Decimals.upper(row.upper()) + "]"
                        : "")
                + (significance.isEmpty() ? "" : ", " + significance)
                + ", " + Plural.of(row.n(), "response"));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
