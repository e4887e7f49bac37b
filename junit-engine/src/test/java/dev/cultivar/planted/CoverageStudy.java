package dev.cultivar.planted;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.TableLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * How often the 95% intervals over all topics of the built-in models hold what was planted, over many seeds: as markdown on standard output. Responses are
 * drawn as the models draw them, without HTTP; the analysis is the real one.
 */
public final class CoverageStudy {

    private static final List<String> MODELS =
            List.of("uniform", "fifty", "perfect-DK", "perfect-local", "mix-US70-DK30");
    private static final List<String> LANGUAGES = List.of("da", "nl", "en", "pt");
    private static final int ROUNDS = 500;
    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final List<String> ALL = Catalogue.builtIn().list(Catalogue.DEFAULT_LIST).orElseThrow().stream()
            .map(Topic::key)
            .filter(topic -> TABLE.populations().stream()
                    // of countries outside the Joint file there are 20 topics
                    .filter(key -> TABLE.topics(key).size() > 20)
                    .allMatch(key -> TABLE.polarity(key, topic).isPresent()))
            .toList();

    private CoverageStudy() {}

    /** Takes the number of seeds, 200 where it is not given, and the models, all where none is. */
    public static void main(String[] arguments) throws IOException {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        List<String> models = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : MODELS;
        System.out.println(
                "| topics | model | language | statistic | implied | mean estimate | mean width | coverage | missed"
                        + " low / high |");
        System.out.println("|---|---|---|---|---:|---:|---:|---:|---:|");
        for (int topics : new int[] {ALL.size(), 32}) {
            for (String model : models) {
                for (String language : LANGUAGES) {
                    study(topics, model, language, seeds);
                }
            }
        }
    }

    private static void study(int topics, String model, String language, int seeds) throws IOException {
        Implied implied = new Implied(TABLE, ALL);
        Tally alignment = new Tally(implied.alignment(model, language, language));
        Tally consistency = new Tally(implied.consistency(model, language));
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed * 1_000_003L + model.hashCode() * 31L + language.hashCode());
            boolean whole = topics == ALL.size();
            List<String> drawn = new ArrayList<>(ALL);
            if (!whole) {
                drawn.clear();
                random.ints(topics, 0, ALL.size()).forEach(i -> drawn.add(ALL.get(i)));
            }
            PopulationTable table = whole ? TABLE : renamed(drawn);
            Analysis analysis = analyse(seed, model, language, drawn, random, table);
            String speakers =
                    table.canonical(table.find(language).orElseThrow()).name();
            alignment.add(find(analysis, Statistic.ALIGNMENT, model, language, speakers));
            consistency.add(find(analysis, Statistic.CONSISTENCY, model, language, null));
        }
        String design = topics == ALL.size() ? topics + ", the same each time" : topics + ", drawn anew";
        System.out.println(alignment.row(design, model, language, "alignment with " + language));
        System.out.println(consistency.row(design, model, language, "self-consistency"));
    }

    private static Analysis analyse(
            int seed, String model, String language, List<String> topics, Random random, PopulationTable table) {
        List<ScoredResponse> responses = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int r = 0; r < 300; r++) {
            int q = order.get(r % order.size());
            double polarity = Implied.polarity(TABLE, model, language, topics.get(q), random);
            String key = table == TABLE ? topics.get(q) : "Q" + q;
            responses.add(new ScoredResponse(model, "planted", language, key, Implied.response(polarity, random)));
        }
        AnalysisOptions options = new AnalysisOptions(
                seed,
                0.95,
                ROUNDS,
                OptionalDouble.of(1),
                new TreeSet<>(),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                Estimand.ALL_TOPICS,
                false,
                Collections.emptySortedMap());
        return new RunAnalysis(table, options).of(ScoredSample.of(responses), Map.of());
    }

    /** The same truth for topics that may come up more than once. */
    private static PopulationTable renamed(List<String> topics) throws IOException {
        StringBuilder csv = new StringBuilder("type,population,language,topic,polarity\n");
        for (String language : LANGUAGES) {
            for (int q = 0; q < topics.size(); q++) {
                csv.append("language,")
                        .append(language)
                        .append(',')
                        .append(language)
                        .append(",Q")
                        .append(q)
                        .append(',')
                        .append(Implied.truth(TABLE, language, topics.get(q)))
                        .append('\n');
            }
        }
        Path file = Files.createTempFile("populations", ".csv");
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
            return PopulationTable.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Estimate find(
            Analysis analysis, Statistic statistic, String model, String language, String population) {
        return analysis.find(statistic, model, language, population, "spearman")
                .map(Measurement::estimate)
                .orElseThrow();
    }

    /** What the seeds came to. */
    private static final class Tally {
        private final double implied;
        private int n;
        private int below;
        private int above;
        private double sum;
        private double width;

        Tally(double implied) {
            this.implied = implied;
        }

        void add(Estimate estimate) {
            n++;
            sum += estimate.value();
            width += estimate.upper() - estimate.lower();
            below += estimate.upper() < implied ? 1 : 0;
            above += estimate.lower() > implied ? 1 : 0;
        }

        String row(String topics, String model, String language, String statistic) {
            return TableLine.of(
                    "| %s | %s | %s | %s | %.3f | %.3f | %.3f | %.1f%% | %d / %d |",
                    topics,
                    model,
                    language,
                    statistic,
                    implied,
                    sum / n,
                    width / n,
                    100.0 * (n - below - above) / n,
                    below,
                    above);
        }
    }
}
