package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a threshold that tells a population from others poorly. */
public final class TellingWords {

    private TellingWords() {}

    /** The fault, without a full stop. */
    public static String of(Note.Telling telling) {
        String people = Names.people(telling.population());
        String own = score(telling.points().own());
        return "the threshold " + Digits.exact(telling.threshold()) + " "
                + switch (telling.fault()) {
                    case OTHERS_REACH_IT ->
                        "cannot tell " + people + " from others: " + String.join(", ", reaching(telling))
                                + "; they themselves would score " + own;
                    case OWN_MISSES_IT ->
                        "is too strict: " + people + " themselves, ten per answer, would score " + own
                                + (telling.most() ? others(telling.points()) : "");
                    case OWN_HARDLY_REACHES_IT ->
                        "tells little: " + people + " themselves, ten per answer, would score " + own
                                + others(telling.points());
                };
    }

    private static String others(ReferencePoints points) {
        return points.reference() == null
                ? ""
                : ", " + Names.people(PopulationTable.REFERENCE) + " " + score(points.reference());
    }

    private static List<String> reaching(Note.Telling telling) {
        ReferencePoints points = telling.points();
        String reference = Names.people(PopulationTable.REFERENCE) + " would score ";
        if (telling.most()) {
            return List.of(reference + score(points.reference()));
        }
        List<String> reaching = new ArrayList<>();
        add(reference, points.reference(), telling, reaching);
        add("the mean of the other countries ", points.world(), telling, reaching);
        add("random answers ", points.random(), telling, reaching);
        return reaching;
    }

    private static void add(String who, @Nullable Double score, Note.Telling telling, List<String> reaching) {
        if (score != null && score >= telling.threshold()) {
            reaching.add(who + score(score));
        }
    }

    private static String score(@Nullable Double value) {
        return value == null ? "none" : Decimals.score(value);
    }
}
