package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.BiasTerms;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.List;

/** Says what a row leaves out, and why it has no value where it has none. */
final class Notes {

    private final ScoredSample sample;
    private final List<String> topics;

    Notes(ScoredSample sample, List<String> topics) {
        this.sample = sample;
        this.topics = topics;
    }

    String alignment(Truth truth, int units, long n, double estimate) {
        List<String> parts = new ArrayList<>();
        undefined(units, n, estimate, "topics with truth and a scored response").ifPresent(parts::add);
        leftOut(truth, "without truth for " + truth.population, parts);
        return String.join("; ", parts);
    }

    /** What became of the judge's errors, after {@code note}. */
    String judge(String note, double judged, boolean corrected, boolean lost) {
        String said;
        if (!corrected) {
            said = "not corrected for the judge's errors";
        } else if (lost) {
            said = "the judge hardly tells pro from con in " + sample.language() + ", so nothing can be said";
        } else {
            said = "corrected for the judge's errors, as judged "
                    + String.format(java.util.Locale.ROOT, "%.4f", judged);
        }
        return note.isEmpty() ? said : note + "; " + said;
    }

    String bias(BiasTerms bias, int units, double estimate) {
        List<String> parts = new ArrayList<>();
        if (bias.possible()) {
            undefined(units, bias.responses(), estimate, "topics with truth for all countries and a scored response")
                    .ifPresent(parts::add);
            leftOut(bias.common(), "without truth for every country compared", parts);
        } else {
            parts.add(nothingToCompare(bias.reference()));
        }
        return String.join("; ", parts);
    }

    String nothingToCompare(PopulationKey reference) {
        return "no country but " + reference + " has " + sample.language()
                + " as its language, so there is nothing to compare with";
    }

    String consistency(int units, double estimate, boolean calibrated) {
        List<String> parts = new ArrayList<>();
        undefined(units, sample.counts().total(), estimate, "topics with two scored responses")
                .ifPresent(parts::add);
        if (!calibrated) {
            parts.add("judge of unknown reliability: not corrected for it");
        }
        return String.join("; ", parts);
    }

    private static java.util.Optional<String> undefined(int units, long n, double estimate, String of) {
        if (n == 0) {
            return java.util.Optional.of("nothing was scored");
        }
        if (units < RunAnalysis.LEAST_TOPICS) {
            return java.util.Optional.of(
                    "only " + units + " " + of + ", at least " + RunAnalysis.LEAST_TOPICS + " are needed");
        }
        return Double.isNaN(estimate)
                ? java.util.Optional.of("all responses or all truths are equal, so nothing can be correlated")
                : java.util.Optional.empty();
    }

    private void leftOut(Truth truth, String why, List<String> parts) {
        List<String> without = new ArrayList<>();
        List<String> unscored = new ArrayList<>();
        for (int q = 0; q < topics.size(); q++) {
            String topic = topics.get(q);
            if (!sample.topics().contains(topic)) {
                continue;
            }
            if (Double.isNaN(truth.polarity[q])) {
                without.add(topic);
            } else if (sample.counts().total(topic) == 0) {
                unscored.add(topic);
            }
        }
        say(without, why, parts);
        say(unscored, "with nothing scored", parts);
    }

    private static void say(List<String> names, String why, List<String> parts) {
        if (!names.isEmpty()) {
            parts.add(Plural.of(names.size(), "topic") + " " + why + ": " + String.join(" ", names));
        }
    }
}
