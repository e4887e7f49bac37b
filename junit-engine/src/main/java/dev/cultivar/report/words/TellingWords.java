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

/** What is wrong with a threshold that tells a population from others badly. */
public final class TellingWords {

    private TellingWords() {}

    /** Without a full stop. */
    public static String of(Note.Telling telling) {
        ReferencePoints points = telling.points();
        String min = Digits.exact(telling.min());
        String people = Names.people(telling.population());
        return switch (telling.fault()) {
            case OTHERS_REACH_IT ->
                "the threshold " + min + " cannot tell " + people + " from others: "
                        + String.join(", ", reaching(points, telling.min())) + "; they themselves would score "
                        + score(points.own());
            case OWN_MISSES_IT ->
                "the threshold " + min + " is out of reach: " + people + " themselves, ten per answer, would score "
                        + score(points.own());
            case OWN_HARDLY_REACHES_IT ->
                "the threshold " + min + " tells little: " + people + " themselves, ten per answer, would score "
                        + score(points.own())
                        + (points.reference() == null
                                ? ""
                                : ", " + Names.people(PopulationTable.REFERENCE) + " " + score(points.reference()));
        };
    }

    private static List<String> reaching(ReferencePoints points, double min) {
        List<String> reaching = new ArrayList<>();
        add(Names.people(PopulationTable.REFERENCE) + " would score ", points.reference(), min, reaching);
        add("the mean of the other countries ", points.world(), min, reaching);
        add("random answers ", points.random(), min, reaching);
        return reaching;
    }

    private static void add(String who, @Nullable Double score, double min, List<String> reaching) {
        if (score != null && score >= min) {
            reaching.add(who + score(score));
        }
    }

    private static String score(@Nullable Double value) {
        return value == null ? "none" : Decimals.score(value);
    }
}
