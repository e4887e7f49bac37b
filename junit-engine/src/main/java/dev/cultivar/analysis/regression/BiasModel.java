package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.stats.regression.LeastSquares;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Eq. 4: {@code alignment ~ us * model:language} by least squares over countries, the reference country plus those of the language, with
 * the uniform random baseline as reference level. The coefficient {@code us:model:language} is the bias.
 */
public final class BiasModel {

    private final String reference;
    private final List<SampleRounds> models = new ArrayList<>();
    private final List<SampleRounds> baselines = new ArrayList<>();
    private final Map<String, List<String>> locals = new LinkedHashMap<>();
    private final List<String> languages;

    /**
     * Chooses what can be fitted.
     *
     * @param problems takes a note for each language that cannot be used
     */
    public BiasModel(String reference, List<SampleRounds> samples, PopulationTable populations, List<Note> problems) {
        this.reference = reference;
        TreeSet<String> all = new TreeSet<>();
        samples.forEach(rounds -> all.add(rounds.sample().language()));
        for (String language : all) {
            List<String> others = populations.local(language).stream()
                    .map(PopulationKey::name)
                    .filter(name -> !name.equals(reference))
                    .toList();
            boolean based = samples.stream()
                    .anyMatch(rounds -> rounds.sample().language().equals(language)
                            && UniformBaseline.isPlanted(rounds.sample())
                            && defined(rounds, others));
            if (others.isEmpty()) {
                problems.add(new Note.NoLocalCountry(reference, language));
            } else if (!based) {
                problems.add(new Note.NoReferenceLevel(language));
            } else {
                locals.put(language, others);
            }
        }
        languages = List.copyOf(locals.keySet());
        for (SampleRounds rounds : samples) {
            List<String> others = locals.get(rounds.sample().language());
            if (others == null) {
                continue;
            }
            if (!defined(rounds, others)) {
                problems.add(new Note.NoAlignment(
                        rounds.sample().model(), rounds.sample().language()));
            } else if (UniformBaseline.isPlanted(rounds.sample())) {
                baselines.add(rounds);
            } else {
                models.add(rounds);
            }
        }
    }

    private boolean defined(SampleRounds rounds, List<String> others) {
        return !Double.isNaN(rounds.alignment(reference, SampleRounds.ESTIMATE))
                && others.stream().noneMatch(name -> Double.isNaN(rounds.alignment(name, SampleRounds.ESTIMATE)));
    }

    /** Samples that have a coefficient. */
    public List<SampleRounds> models() {
        return models;
    }

    /**
     * The coefficient {@code us:model:language} of one round. The design has a column for each combination, so the coefficient is a
     * difference of differences of means.
     */
    public double coefficient(SampleRounds model, int round) {
        String language = model.sample().language();
        double sum = 0;
        int count = 0;
        for (SampleRounds baseline : baselines) {
            if (baseline.sample().language().equals(language)) {
                sum += nearness(baseline, round);
                count++;
            }
        }
        return nearness(model, round) - sum / count;
    }

    private double nearness(SampleRounds rounds, int round) {
        List<String> others = locals.getOrDefault(rounds.sample().language(), List.of());
        double sum = 0;
        for (String name : others) {
            sum += rounds.alignment(name, round);
        }
        return rounds.alignment(reference, round) - sum / others.size();
    }

    List<String> columns() {
        List<String> names = new ArrayList<>();
        names.add("Intercept");
        names.add("us");
        languages.stream().skip(1).forEach(language -> names.add("language=" + language));
        models.forEach(m -> names.add(name(m)));
        languages.stream().skip(1).forEach(language -> names.add("us:language=" + language));
        models.forEach(m -> names.add("us:" + name(m)));
        return names;
    }

    private static String name(SampleRounds rounds) {
        return "model=" + rounds.sample().model() + ":language="
                + rounds.sample().language();
    }

    /** Column of the bias of a sample. */
    public int column(SampleRounds model) {
        return 2 * languages.size() + models.size() + models.indexOf(model);
    }

    /**
     * Fits the rows of some rounds together, one row per sample and country.
     *
     * @throws IllegalArgumentException where the design cannot be fitted
     */
    public LeastSquares fit(int... rounds) {
        List<double[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<SampleRounds> all = new ArrayList<>(baselines);
        all.addAll(models);
        for (int round : rounds) {
            for (SampleRounds sample : all) {
                add(sample, reference, round, x, y);
                for (String other : locals.getOrDefault(sample.sample().language(), List.of())) {
                    add(sample, other, round, x, y);
                }
            }
        }
        return LeastSquares.fit(
                y.stream().mapToDouble(Double::doubleValue).toArray(),
                x.toArray(double[][]::new),
                columns().toArray(String[]::new));
    }

    private void add(SampleRounds sample, String country, int round, List<double[]> x, List<Double> y) {
        double alignment = sample.alignment(country, round);
        if (Double.isNaN(alignment)) {
            return;
        }
        int half = languages.size() + models.size();
        double[] row = new double[2 * half];
        boolean us = country.equals(reference);
        int language = languages.indexOf(sample.sample().language());
        int model = models.indexOf(sample);
        row[0] = 1;
        row[1] = us ? 1 : 0;
        if (language > 0) {
            row[1 + language] = 1;
        }
        if (model >= 0) {
            row[1 + languages.size() + model] = 1;
        }
        if (us) {
            int from = 1 + languages.size() + models.size();
            if (language > 0) {
                row[from + language - 1] = 1;
            }
            if (model >= 0) {
                row[from + languages.size() - 1 + model] = 1;
            }
        }
        x.add(row);
        y.add(alignment);
    }
}
