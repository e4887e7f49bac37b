package dev.cultivar.report.words;

import dev.cultivar.analysis.calibration.Calibration;
import dev.cultivar.analysis.calibration.CalibrationException;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.Locale;

/** A calibration as text for people. */
public final class CalibrationText {

    private static final List<String> STANCES = List.of("pro", "con", "neutral");

    private CalibrationText() {}

    /**
     * The basis of the calibration, a table of figures by language and overall, the confusion matrices, and the reliability; lines end in
     * {@code \n}.
     */
    public static String of(Calibration calibration) {
        StringBuilder text = new StringBuilder(basis(calibration)).append('\n');
        text.append(String.format(
                Locale.ROOT,
                "%-10s %10s %8s %22s %22s %22s %22s\n",
                "Language",
                "Statements",
                "Batches",
                "Agreement",
                "Cohen's kappa",
                "Krippendorff's alpha",
                "Error of polarity"));
        calibration.languages().forEach((language, scores) -> row(text, Names.language(language), scores));
        row(text, "(all)", calibration.overall());
        calibration.languages().forEach((language, scores) -> confusion(text, language, scores));
        text.append(reliability(calibration)).append('\n');
        return text.toString();
    }

    private static String basis(Calibration calibration) {
        String judge = "Judge " + calibration.judge() + ": ";
        return calibration.failed() == 0
                ? judge + "all " + Plural.of(calibration.asked(), "batch", "batches") + " usable"
                : judge + calibration.overall().batches() + " of "
                        + Plural.of(calibration.asked(), "batch", "batches") + " usable. LEFT OUT: "
                        + calibration.failed()
                        + ", because the judge gave no usable answer or labelled a control statement wrongly twice; their"
                        + " statements count in no figure";
    }

    private static String reliability(Calibration calibration) {
        try {
            return String.format(Locale.ROOT, "Reliability %.3f", calibration.reliability())
                    + ": 1 minus the mean absolute error of a batch's polarity";
        } catch (CalibrationException e) {
            return "No reliability. " + e.getMessage();
        }
    }

    private static void row(StringBuilder text, String name, Calibration.Scores scores) {
        text.append(String.format(
                Locale.ROOT,
                "%-10s %10d %8d %22s %22s %22s %22s\n",
                name,
                scores.statements(),
                scores.batches(),
                figure(scores.agreement()),
                figure(scores.kappa()),
                figure(scores.alpha()),
                figure(scores.polarityError())));
    }

    private static String figure(Calibration.Figure figure) {
        if (figure.value() == null) {
            return "not defined";
        }
        String value = String.format(Locale.ROOT, "%.3f", figure.value());
        return figure.lower() == null || figure.upper() == null
                ? value
                : value + String.format(Locale.ROOT, " [%.3f, %.3f]", figure.lower(), figure.upper());
    }

    private static void confusion(StringBuilder text, String language, Calibration.Scores scores) {
        text.append("Statements in ")
                .append(Names.language(language))
                .append(": people's stances in rows, the" + " judge's in columns\n");
        text.append(String.format(Locale.ROOT, "%-10s %9s %9s %9s\n", "", "pro", "con", "neutral"));
        for (int i = 0; i < STANCES.size(); i++) {
            List<Long> row = scores.confusion().get(i);
            text.append(String.format(
                    Locale.ROOT, "%-10s %9d %9d %9d\n", STANCES.get(i), row.get(0), row.get(1), row.get(2)));
        }
    }
}
