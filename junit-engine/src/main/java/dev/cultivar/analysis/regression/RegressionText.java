package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.stats.Coefficients;
import dev.cultivar.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A regression table for people: columns aligned, the same in every locale. */
final class RegressionText {

    private final String title;
    private final List<List<String>> rows = new ArrayList<>();
    private boolean single;

    RegressionText(String title) {
        this.title = title;
    }

    void add(String term, double value, @Nullable Pivot pivot, double confidence) {
        List<String> row = new ArrayList<>(List.of(term, number(value)));
        if (pivot == null) {
            row.addAll(List.of("-", "-", "-", "-", "-", "-"));
        } else {
            Interval interval = pivot.interval(confidence);
            row.addAll(List.of(
                    number(pivot.standardError()),
                    String.format(Locale.ROOT, "%.1f", pivot.df()),
                    String.format(Locale.ROOT, "%.2f", value / pivot.standardError()),
                    p(pivot.p(0)),
                    number(interval.lower()),
                    number(interval.upper())));
        }
        rows.add(row);
    }

    /** The same with what the single fit says by itself. */
    void add(String term, Coefficients fit, int column, @Nullable Pivot pivot, double confidence) {
        add(term, fit.coefficients()[column], pivot, confidence);
        single = true;
        rows.get(rows.size() - 1).add(number(fit.standardErrors()[column]));
        rows.get(rows.size() - 1).add(String.format(Locale.ROOT, "%.1f", fit.degreesOfFreedom()[column]));
    }

    String notFitted(String why) {
        return title + "\n  not fitted: " + why + "\n\n";
    }

    String render(List<String> footer) {
        List<List<String>> all = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("term", "estimate", "SE", "df", "t", "p", "lower", "upper"));
        if (single) {
            head.addAll(List.of("fit.SE", "fit.df"));
        }
        all.add(head);
        all.addAll(rows);
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> row : all) {
            text.append(' ');
            for (int c = 0; c < row.size(); c++) {
                String space = " ".repeat(widths[c] - row.get(c).length());
                text.append(' ').append(c == 0 ? row.get(c) + space : space + row.get(c));
            }
            text.append('\n');
        }
        footer.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.append('\n').toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String p(double p) {
        return p < 0.0001 ? "<0.0001" : number(p);
    }
}
