package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.regression.Regressions;
import dev.cultivar.analysis.regression.SampleRounds;
import dev.cultivar.api.Outcome;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.text.TableLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Coverage and type I error of the gates on regressions, for {@code docs/validity.md}. Six models of two families answer in two languages,
 * with a random baseline. Every model follows what all populations share, so it stands as near to the US as to the local population and
 * its bias is 0. How closely it follows is set so that Eq. 3 holds exactly over endless topics, with coefficients that are chosen here.
 */
final class RegressionStudy {

    private static final int ROUNDS = 100;
    private static final int ENDLESS = 100_000;
    private static final List<String> LANGUAGES = List.of("da", "nl");
    private static final List<String> COUNTRIES = List.of("DK", "NL");
    private static final double SHARED = 0.7;

    private static final double CONSISTENCY = 0.45;
    private static final Map<String, Double> CAPABILITY = Map.of("rising", 0.4, "same", 0.0);

    private record Model(String name, String family, double spread, double capability) {
        double capability(String language) {
            return language.equals("da") ? capability : 0.1 + 0.8 * capability;
        }
    }

    private static final List<Model> MODELS = List.of(
            new Model("r1", "rising", 0.7, 0.2),
            new Model("r2", "rising", 0.4, 0.5),
            new Model("r3", "rising", 0.5, 0.8),
            new Model("s1", "same", 0.4, 0.3),
            new Model("s2", "same", 0.7, 0.5),
            new Model("s3", "same", 0.5, 0.7));

    /** Of a model in a language, the correlation of its copula with each population. */
    private final Map<List<String>, Double> associations = new HashMap<>();

    private final PopulationTable table;

    RegressionStudy() throws IOException {
        StringBuilder csv = new StringBuilder("type,population,language,topic,polarity\n");
        for (String row :
                List.of("country,US,en", "country,DK,da", "country,NL,nl", "language,da,da", "language,nl,nl")) {
            for (int q = 0; q < 100; q++) { // only that they are known matters; the truths are drawn anew in every run
                csv.append(row).append(',').append(name(q)).append(",0.5\n");
            }
        }
        Path file = Files.createTempFile("populations", ".csv");
        try {
            table = PopulationTable.read(Files.writeString(file, csv));
        } finally {
            Files.delete(file);
        }
        for (Model model : MODELS) {
            double consistency = endless(0, model.spread()).consistency();
            for (String language : LANGUAGES) {
                double alignment =
                        CONSISTENCY * consistency + CAPABILITY.get(model.family()) * model.capability(language);
                associations.put(List.of(model.name(), language), association(alignment, model.spread()));
            }
        }
    }

    private record Endless(double alignment, double consistency) {}

    private static Endless endless(double association, double spread) {
        World.Sample sample = new World(association, spread).draw(new Seeds(98).stream(0), ENDLESS, 2);
        var layout = World.layout(sample);
        int[] once = new int[ENDLESS];
        Arrays.fill(once, 1);
        CountTable counts = layout.getValue();
        return new Endless(
                new Alignments(counts, Metric.SPEARMAN, List.of(layout.getKey())).of(counts.weights())[0],
                new SelfConsistency(counts).of(once));
    }

    private static double association(double alignment, double spread) {
        double low = 0;
        double high = Math.sqrt(SHARED);
        for (int step = 0; step < 12; step++) {
            double middle = (low + high) / 2;
            if (endless(middle, spread).alignment() < alignment) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static String name(int topic) {
        return "Q" + (10_000 + topic);
    }

    String markdown(int runs) {
        StringBuilder text = new StringBuilder("Gates on regressions, " + runs + " runs a line, " + ROUNDS
                + " rounds: share of 95% intervals that hold the truth, and of gates with the truth as threshold that"
                + " pass or fail wrongly (nominal 2.5% each).\n\n"
                + "| gate | topics | responses a topic | truth | mean estimate | coverage | false pass | false fail |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for (int[] size : new int[][] {{10, 4}, {32, 2}, {32, 8}, {80, 4}}) {
            text.append(lines(size[0], size[1], runs));
        }
        return text.toString();
    }

    private static Map<String, Map<String, Double>> capability() {
        Map<String, Map<String, Double>> capability = new HashMap<>();
        MODELS.forEach(model ->
                capability.put(model.name(), Map.of("da", model.capability("da"), "nl", model.capability("nl"))));
        return capability;
    }

    private String lines(int topics, int responses, int runs) {
        Map<String, double[]> sums = new TreeMap<>();
        IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> {
                    List<Note> problems = new ArrayList<>();
                    UniformRandomProvider rng = new Seeds(9).split(topics).split(responses).stream(run);
                    List<SampleRounds> samples = samples(rng, topics, responses, ROUNDS);
                    return Regressions.fit(samples, capability(), table, options(), problems)
                            .measurements();
                })
                .forEachOrdered(all -> all.forEach(row -> count(row, sums)));
        StringBuilder text = new StringBuilder();
        sums.forEach((gate, s) -> text.append(TableLine.of(
                "| %s | %d | %d | %.3f | %.3f | %.1f%% | %.1f%% | %.1f%% |%n",
                gate,
                topics,
                responses,
                s[1] / s[0],
                s[2] / s[0],
                100 * s[3] / s[0],
                100 * s[4] / s[0],
                100 * s[5] / s[0])));
        return text.toString();
    }

    /** A gate on capability passes where the interval lies above its threshold, one on bias where it lies below. */
    private static void count(Measurement row, Map<String, double[]> sums) {
        Estimate estimate = row.estimate();
        boolean bias = estimate.statistic() == Statistic.BIAS;
        String gate = bias ? "bias, every model" : "capability, family '" + estimate.family() + "'";
        double truth = bias ? 0 : CAPABILITY.get(String.valueOf(estimate.family()));
        double[] sum = sums.computeIfAbsent(gate, key -> new double[6]);
        sum[0]++;
        sum[1] += truth;
        sum[2] += estimate.value();
        if (row.pivots().allTopics() != null) {
            Interval interval = row.pivots().allTopics().interval(0.95);
            sum[3] += interval.contains(truth) ? 1 : 0;
            sum[bias ? 5 : 4] += interval.lower() > truth ? 1 : 0;
            sum[bias ? 4 : 5] += interval.upper() < truth ? 1 : 0;
        }
    }

    private static AnalysisOptions options() {
        return new AnalysisOptions(
                1,
                0.95,
                ROUNDS,
                OptionalDouble.of(1),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                true);
    }

    /** A sample a model and language, on topics that all share, with rounds of topics that all share. */
    private List<SampleRounds> samples(UniformRandomProvider rng, int topics, int responses, int rounds) {
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
        double[] common = gauss.samples(topics).toArray();
        Truth us = population("US", common, gauss);
        List<Truth> local =
                COUNTRIES.stream().map(name -> population(name, common, gauss)).toList();
        int[][] times = new int[rounds][];
        Arrays.setAll(times, r -> CountTable.times(rng, topics));
        List<SampleRounds> samples = new ArrayList<>();
        for (int l = 0; l < LANGUAGES.size(); l++) {
            for (Model model : MODELS) {
                double load = associations.get(List.of(model.name(), LANGUAGES.get(l))) / Math.sqrt(SHARED);
                TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
                World world = new World(0, model.spread());
                for (int q = 0; q < topics; q++) {
                    double latent = load * common[q] + Math.sqrt(1 - load * load) * gauss.sample();
                    counts.put(name(q), world.row(rng, gauss, latent, responses));
                }
                samples.add(sample(model.name(), model.family(), l, counts, us, local.get(l), times));
            }
            samples.add(sample("uniform", "planted", l, uniform(rng, topics, responses), us, local.get(l), times));
        }
        return samples;
    }

    private static TreeMap<String, SortedMap<Double, Integer>> uniform(
            UniformRandomProvider rng, int topics, int responses) {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        for (int q = 0; q < topics; q++) {
            TreeMap<Double, Integer> row = new TreeMap<>();
            for (int i = 0; i < responses; i++) {
                row.merge(rng.nextInt(11) / 10.0, 1, Integer::sum);
            }
            counts.put(name(q), row);
        }
        return counts;
    }

    private static Truth population(String name, double[] common, ZigguratSampler.NormalizedGaussian gauss) {
        return new Truth(
                new PopulationKey(PopulationType.COUNTRY, name),
                Arrays.stream(common)
                        .map(c -> World.polarity(Math.sqrt(SHARED) * c + Math.sqrt(1 - SHARED) * gauss.sample()))
                        .toArray());
    }

    private static SampleRounds sample(
            String model,
            String family,
            int language,
            TreeMap<String, SortedMap<Double, Integer>> byTopic,
            Truth us,
            Truth local,
            int[][] times) {
        PolarityCounts counts = new PolarityCounts(byTopic);
        int n = Math.toIntExact(counts.total());
        ScoredSample sample = new ScoredSample(
                model,
                family,
                LANGUAGES.get(language),
                new TreeSet<>(byTopic.keySet()),
                n,
                Map.of(Outcome.SCORED, n),
                counts);
        CountTable layout = CountTable.of(counts, List.copyOf(byTopic.keySet()));
        Alignments alignments = new Alignments(layout, Metric.SPEARMAN, List.of(us, local));
        SelfConsistency consistency = new SelfConsistency(layout);
        double[][] found = new double[3][times.length];
        for (int r = 0; r < times.length; r++) {
            double[] both = alignments.of(layout.weights(times[r]));
            found[0][r] = both[0];
            found[1][r] = both[1];
            found[2][r] = consistency.of(times[r]);
        }
        int[] once = new int[layout.topics()];
        Arrays.fill(once, 1);
        double[] both = alignments.of(layout.weights());
        String country = local.population.name();
        return new SampleRounds(
                sample,
                Map.of("US", both[0], country, both[1], sample.language(), both[1]),
                Map.of("US", found[0], country, found[1], sample.language(), found[1]),
                consistency.of(once),
                found[2]);
    }
}
