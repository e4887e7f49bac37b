package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What populations would score, in words. */
public final class ReferenceWords {

    /** Heads of columns. */
    public static final List<String> HEADS =
            List.of("Own", PopulationTable.REFERENCE, "Mean of others", "Best other", "Random");

    private ReferenceWords() {}

    /** One cell under each head; empty if there is no figure. */
    public static List<String> cells(@Nullable ReferencePoints points) {
        if (points == null) {
            return List.of("", "", "", "", "");
        }
        String best = points.bestOther() == null
                ? ""
                : Names.population(points.bestOtherName()) + " " + score(points.bestOther());
        return List.of(
                score(points.own()), score(points.reference()), score(points.world()), best, score(points.random()));
    }

    /**
     * All of them in one line, for example
     * {@code own 0.92, US 0.65, mean of others 0.69, best other the Netherlands 0.80, random 0.00}.
     */
    public static String line(ReferencePoints points) {
        StringJoiner line = new StringJoiner(", ");
        List<String> cells = cells(points);
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                line.add(name(HEADS.get(i)) + " " + cells.get(i));
            }
        }
        return line.toString();
    }

    private static String name(String head) {
        return head.equals(PopulationTable.REFERENCE)
                ? head
                : Character.toLowerCase(head.charAt(0)) + head.substring(1);
    }

    private static String score(@Nullable Double value) {
        return value == null ? "" : Decimals.score(value);
    }
}
