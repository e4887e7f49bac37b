package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.regression.RegressionTable;
import dev.cultivar.analysis.regression.RegressionTable.Equation;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Interval;
import dev.cultivar.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Regression tables for people: columns aligned, the same in every locale. */
public final class RegressionWords {

    private RegressionWords() {}

    /** All tables, each followed by an empty line; empty if no regression was requested. */
    public static String of(List<RegressionTable> tables) {
        return tables.stream().map(RegressionWords::of).collect(Collectors.joining());
    }

    private static String of(RegressionTable table) {
        String title = title(table.equation()) + "\n";
        if (table instanceof RegressionTable.Fitted fitted) {
            return title + rows(fitted) + footer(fitted) + "\n";
        }
        return title + "  not fitted: " + why(table) + "\n\n";
    }

    private static String title(Equation equation) {
        if (equation instanceof RegressionTable.BiasEquation bias) {
            return "Bias towards " + Names.population(bias.reference().name())
                    + " (Eq. 4): alignment ~ us * model:language, least squares, reference level: uniform random";
        }
        return "Capability (Eq. 3): alignment ~ 0 + consistency:language"
                + " + capability:family:language + (1 | model), REML";
    }

    private static String why(RegressionTable table) {
        if (table instanceof RegressionTable.Unfit unfit) {
            return unfit.problem();
        }
        return table.equation() instanceof RegressionTable.BiasEquation
                ? "no model can be compared in any language"
                : "no model has both capability and a population of its language";
    }

    private static String rows(RegressionTable.Fitted fitted) {
        List<String> head = new ArrayList<>(List.of("term", "estimate", "SE", "df", "t", "p", "lower", "upper"));
        if (fitted.rows().stream().anyMatch(row -> row.single() != null)) {
            head.addAll(List.of("fit.SE", "fit.df"));
        }
        List<List<String>> all = new ArrayList<>();
        all.add(head);
        fitted.rows().forEach(row -> all.add(cells(row, fitted.confidence())));
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : all) {
            text.append(' ');
            for (int c = 0; c < row.size(); c++) {
                String space = " ".repeat(widths[c] - row.get(c).length());
                text.append(' ').append(c == 0 ? row.get(c) + space : space + row.get(c));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(RegressionTable.Row row, double confidence) {
        List<String> cells = new ArrayList<>(List.of(row.term(), number(row.value())));
        Pivot pivot = row.pivot();
        if (pivot == null) {
            cells.addAll(List.of("-", "-", "-", "-", "-", "-"));
        } else {
            Interval interval = pivot.interval(confidence);
            cells.addAll(List.of(
                    number(pivot.standardError()),
                    String.format(Locale.ROOT, "%.1f", pivot.df()),
                    String.format(Locale.ROOT, "%.2f", row.value() / pivot.standardError()),
                    Numbers.p(pivot.p(0)),
                    number(interval.lower()),
                    number(interval.upper())));
        }
        RegressionTable.SingleFit single = row.single();
        if (single != null) {
            cells.add(number(single.standardError()));
            cells.add(String.format(Locale.ROOT, "%.1f", single.df()));
        }
        return cells;
    }

    private static String footer(RegressionTable.Fitted fitted) {
        RegressionTable.MixedFit mixed = fitted.mixed();
        String fit = mixed == null
                ? ""
                : "  models " + number(mixed.groupVariance()) + " residual " + number(mixed.residualVariance())
                        + " (variances), REML log-likelihood " + number(mixed.remlLogLikelihood()) + "\n  R2 marginal "
                        + number(mixed.marginalRSquared()) + ", conditional " + number(mixed.conditionalRSquared())
                        + (mixed.boundary() ? "; variance between models estimated as 0" : "") + "\n"
                        + mixed.fault()
                                .map(fault -> "  " + NoteWords.of(fault) + "\n")
                                .orElse("");
        String errors = fitted.method() == Method.PUBLISHED
                ? NoteWords.of(new Note.RoundsAsObservations(fitted.rounds()))
                : "SE, df, t, p and interval by resampling topics (" + fitted.rounds() + " rounds)"
                        + (mixed == null ? "" : "; fit.SE and fit.df of the single fit, Satterthwaite");
        return fit + "  " + errors + (fitted.rSquared() == null ? "" : "; R2 " + number(fitted.rSquared())) + "\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
