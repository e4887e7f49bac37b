package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.stats.regression.LinearMixedModel;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Eq. 3: {@code alignment ~ 0 + consistency:language + capability:family:language + (1 | model)}, fitted by REML. The population is the
 * speakers of the language.
 */
final class CapabilityModel {

    /** A family in a language: a coefficient of capability. */
    record Slope(String family, String language) implements Comparable<Slope> {
        @Override
        public int compareTo(Slope other) {
            int order = family.compareTo(other.family);
            return order != 0 ? order : language.compareTo(other.language);
        }
    }

    private record Observed(SampleRounds rounds, double capability, int model, int language, int slope) {}

    /** If coefficients and models explain more than this share of the alignments, they reproduce them. */
    private static final double REPRODUCED = 0.9999;

    private final List<Observed> observed = new ArrayList<>();
    private final int models;
    private final List<String> languages;
    private final List<Slope> slopes;
    private final List<String> columns;

    /**
     * Chooses what can be fitted.
     *
     * @param capability by model, then language
     * @param problems takes a note for each sample that cannot be used
     */
    CapabilityModel(
            List<SampleRounds> samples,
            Map<String, Map<String, Double>> capability,
            PopulationTable populations,
            List<Note> problems) {
        List<SampleRounds> usable = samples.stream()
                .filter(rounds -> !UniformBaseline.isPlanted(rounds.sample()))
                .filter(rounds -> usable(rounds, capability, populations, problems))
                .toList();
        languages = List.copyOf(new TreeSet<>(
                usable.stream().map(rounds -> rounds.sample().language()).toList()));
        slopes = List.copyOf(
                new TreeSet<>(usable.stream().map(CapabilityModel::slope).toList()));
        columns = columns(languages, slopes);
        List<String> names = usable.stream()
                .map(rounds -> rounds.sample().model())
                .distinct()
                .toList();
        models = names.size();
        for (SampleRounds rounds : usable) {
            ScoredSample sample = rounds.sample();
            observed.add(new Observed(
                    rounds,
                    capability.getOrDefault(sample.model(), Map.of()).getOrDefault(sample.language(), Double.NaN),
                    names.indexOf(sample.model()),
                    languages.indexOf(sample.language()),
                    slopes.indexOf(slope(rounds))));
        }
    }

    private static Slope slope(SampleRounds rounds) {
        return new Slope(rounds.sample().family(), rounds.sample().language());
    }

    private static boolean usable(
            SampleRounds rounds,
            Map<String, Map<String, Double>> capability,
            PopulationTable populations,
            List<Note> problems) {
        ScoredSample sample = rounds.sample();
        if (!capability.getOrDefault(sample.model(), Map.of()).containsKey(sample.language())) {
            problems.add(new Note.NoCapability(sample.model(), sample.language()));
            return false;
        }
        boolean known = populations
                .find(sample.language())
                .filter(key -> key.type() == PopulationType.LANGUAGE)
                .isPresent();
        if (!known) {
            problems.add(new Note.NoSpeakers(sample.model(), sample.language()));
            return false;
        }
        if (Double.isNaN(rounds.alignment(sample.language(), SampleRounds.ESTIMATE))
                || Double.isNaN(rounds.consistency(SampleRounds.ESTIMATE))) {
            problems.add(new Note.NoAlignmentOrConsistency(sample.model(), sample.language()));
            return false;
        }
        return true;
    }

    boolean empty() {
        return observed.isEmpty();
    }

    List<Slope> slopes() {
        return slopes;
    }

    List<String> columns() {
        return columns;
    }

    private static List<String> columns(List<String> languages, List<Slope> slopes) {
        List<String> names = new ArrayList<>();
        languages.forEach(language -> names.add("consistency:language=" + language));
        slopes.forEach(slope -> names.add("capability:family=" + slope.family() + ":language=" + slope.language()));
        return List.copyOf(names);
    }

    /** Column of a slope in the fit. */
    int column(Slope slope) {
        return languages.size() + slopes.indexOf(slope);
    }

    long responses(Slope slope) {
        return observed.stream()
                .filter(o -> slopes.get(o.slope()).equals(slope))
                .mapToLong(o -> o.rounds().sample().counts().total())
                .sum();
    }

    /** Says, where it is so, that coefficients and models can absorb all there is to explain. */
    Optional<Note> fewRows() {
        return saturated(observed.size())
                ? Optional.of(new Note.FewRows(observed.size(), columns.size(), models))
                : Optional.empty();
    }

    private boolean saturated(int rows) {
        return rows <= columns.size() + models;
    }

    /**
     * The fit whose coefficients are reported.
     *
     * @throws IllegalArgumentException where the design cannot be fitted, or leaves nothing to tell an effect from noise
     */
    LinearMixedModel estimate(int... rounds) {
        LinearMixedModel fit = fit(rounds);
        int rows = rounds.length * observed.size();
        if (saturated(rows) && fit.conditionalRSquared() > REPRODUCED) {
            throw new IllegalArgumentException(
                    columns.size() + " coefficients and " + models + " models reproduce its " + rows
                            + " rows, so nothing is left to tell an effect from noise; add models, or languages of them");
        }
        return fit;
    }

    /**
     * Fits the observations of some rounds together, without the samples that a round leaves undefined.
     *
     * @throws IllegalArgumentException where the design cannot be fitted
     */
    LinearMixedModel fit(int... rounds) {
        List<double[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int round : rounds) {
            for (Observed o : observed) {
                double alignment = o.rounds().alignment(o.rounds().sample().language(), round);
                double consistency = o.rounds().consistency(round);
                if (!Double.isNaN(alignment) && !Double.isNaN(consistency)) {
                    double[] row = new double[languages.size() + slopes.size()];
                    row[o.language()] = consistency;
                    row[languages.size() + o.slope()] = o.capability();
                    x.add(row);
                    y.add(alignment);
                    group.add(o.model());
                }
            }
        }
        return LinearMixedModel.fit(
                y.stream().mapToDouble(Double::doubleValue).toArray(),
                x.toArray(double[][]::new),
                group.stream().mapToInt(Integer::intValue).toArray(),
                columns.toArray(String[]::new));
    }
}
