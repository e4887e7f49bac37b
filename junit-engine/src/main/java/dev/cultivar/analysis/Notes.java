package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.BiasTerms;
import dev.cultivar.analysis.alignment.DistinctTerms;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a row leaves out and, if it has no value, why. */
final class Notes {

    private final ScoredSample sample;
    private final List<String> topics;
    private final PopulationTable populations;

    Notes(ScoredSample sample, List<String> topics, PopulationTable populations) {
        this.sample = sample;
        this.topics = topics;
        this.populations = populations;
    }

    List<Note> alignment(Truth truth, int units, long n, double estimate) {
        List<Note> parts = new ArrayList<>();
        undefined(units, n, estimate, Note.Need.TRUTH_AND_SCORED_RESPONSE).ifPresent(parts::add);
        if (truth.population.type() == PopulationType.LOCAL) {
            parts.add(new Note.MeanOf(populations.countries(truth.population).stream()
                    .map(PopulationKey::name)
                    .toList()));
        }
        leftOut(truth, Note.Lack.TRUTH, truth.population.toString(), parts);
        return parts;
    }

    List<Note> distinct(DistinctTerms terms, int units, long n, double judged, double[] weights) {
        PopulationKey own = terms.own().population;
        List<Note> parts = new ArrayList<>();
        if (units >= Estimate.LEAST_TOPICS && !terms.differs(weights)) {
            parts.add(new Note.AsTheOthers(own.toString()));
        } else {
            undefined(units, n, judged, Note.Need.TRUTH_FOR_ALL_COUNTRIES_AND_SCORED_RESPONSE)
                    .ifPresent(parts::add);
        }
        parts.add(new Note.WithoutMeanOf(
                populations.others(own).stream().map(PopulationKey::name).toList()));
        leftOut(terms.own(), Note.Lack.TRUTH_OR_THE_OTHERS, own.toString(), parts);
        return parts;
    }

    /** The given notes, followed by what was done about the judge's errors. */
    List<Note> judge(List<Note> notes, double judged, boolean corrected, boolean lost) {
        List<Note> all = new ArrayList<>(notes);
        if (!corrected) {
            all.add(new Note.NotCorrectedForJudge());
        } else if (lost) {
            all.add(new Note.JudgeCannotTell(sample.language()));
        } else {
            all.add(new Note.CorrectedForJudge(judged));
        }
        return all;
    }

    List<Note> bias(BiasTerms bias, int units, double estimate) {
        List<Note> parts = new ArrayList<>();
        if (bias.possible()) {
            undefined(units, bias.responses(), estimate, Note.Need.TRUTH_FOR_ALL_COUNTRIES_AND_SCORED_RESPONSE)
                    .ifPresent(parts::add);
            leftOut(bias.common(), Note.Lack.TRUTH_FOR_EVERY_COUNTRY, null, parts);
        } else {
            parts.add(nothingToCompare(bias.reference()));
        }
        return parts;
    }

    Note nothingToCompare(PopulationKey reference) {
        return new Note.NothingToCompare(reference.toString(), sample.language());
    }

    List<Note> consistency(int units, double estimate, boolean calibrated) {
        List<Note> parts = new ArrayList<>();
        undefined(units, sample.counts().total(), estimate, Note.Need.TWO_SCORED_RESPONSES)
                .ifPresent(parts::add);
        add(
                topics.stream()
                        .filter(topic -> sample.topics().contains(topic)
                                && sample.counts().total(topic) < 2)
                        .toList(),
                Note.Lack.SECOND_RESPONSE,
                null,
                parts);
        if (!calibrated) {
            parts.add(new Note.UnknownReliability());
        }
        return parts;
    }

    private static Optional<Note> undefined(int units, long n, double estimate, Note.Need need) {
        if (n == 0) {
            return Optional.of(new Note.NothingScored());
        }
        if (units < Estimate.LEAST_TOPICS) {
            return Optional.of(new Note.FewTopics(units, need, Estimate.LEAST_TOPICS));
        }
        return Double.isNaN(estimate) ? Optional.of(new Note.AllEqual()) : Optional.empty();
    }

    private void leftOut(Truth truth, Note.Lack lack, @Nullable String population, List<Note> parts) {
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
        add(without, lack, population, parts);
        add(unscored, Note.Lack.SCORED_RESPONSE, null, parts);
    }

    private static void add(List<String> topics, Note.Lack lack, @Nullable String population, List<Note> parts) {
        if (!topics.isEmpty()) {
            parts.add(new Note.LeftOut(topics, lack, population));
        }
    }
}
