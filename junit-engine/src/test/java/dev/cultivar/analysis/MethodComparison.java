package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.regression.RegressionTable;
import dev.cultivar.analysis.scores.AnalysisResult;
import dev.cultivar.analysis.scores.ScoresAnalysis;
import dev.cultivar.analysis.scores.ScoresRequest;
import dev.cultivar.analysis.scores.ScoresRequests;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.TableLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.opentest4j.TestAbortedException;

/** Published against robust on the scores of six models, and of models that answer at random. For {@code docs/validity.md}. */
final class MethodComparison {

    private static final double LEVEL = 0.05;

    /** Of random answers. */
    private static final int SUITES = 40;

    private MethodComparison() {}

    static String markdown() throws IOException {
        return onTheRelease() + atRandom();
    }

    private static String onTheRelease() throws IOException {
        Path scores = Files.createTempFile("scores", ".csv");
        try {
            String released = Files.readString(ReferenceFiles.find("scored_responses.csv"));
            Files.writeString(scores, released.replace(",baseline,", "," + ScoredSample.REFERENCE_FAMILY + ","));
            ScoresRequest published = ScoresRequest.of(scores, Method.PUBLISHED);
            ScoresRequest robust = ScoresRequest.of(scores, Method.ROBUST);
            AnalysisResult before =
                    ScoresAnalysis.of(ScoresRequests.withCapability(published, ReferenceFiles.find("capability.csv")));
            AnalysisResult now =
                    ScoresAnalysis.of(ScoresRequests.withCapability(robust, ReferenceFiles.find("capability.csv")));
            return table("Capability (Eq. 3), `capability:family:language`", Statistic.CAPABILITY, before, now)
                    + table("Bias (Eq. 4), `us:model:language`", Statistic.BIAS, before, now);
        } catch (TestAbortedException e) {
            return "Published against robust: " + e.getMessage() + "\n";
        } finally {
            Files.delete(scores);
        }
    }

    /** Models that answer at random, so that no capability matters: how often one seems to, and by how much. */
    private static String atRandom() {
        StringBuilder text = new StringBuilder("Capability (Eq. 3) of models that answer at random, " + SUITES
                + " suites a line, 32 topics, 8 responses each:\n\n"
                + "| families x models | languages | method | p < 0.05 | median size | largest | median standard"
                + " deviation between models |\n|---|---:|---|---:|---:|---:|---:|\n");
        for (Design design : List.of(
                new Design(2, 2, 0.10, List.of("da", "nl")),
                new Design(2, 2, 0.10, List.of("da", "nl", "pt", "en")),
                new Design(3, 3, 0.15, List.of("da", "nl", "pt", "en")))) {
            text.append(line(design, Method.PUBLISHED)).append(line(design, Method.ROBUST));
        }
        return text.toString();
    }

    /** @param step in capability from one model of a family to the next */
    private record Design(int families, int models, double step, List<String> languages) {}

    private static String line(Design design, Method method) {
        List<Double> sizes = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        int significant = 0;
        for (int suite = 0; suite < SUITES; suite++) {
            RegressionTable.Fitted fitted = random(design, method, suite);
            deviations.add(Math.sqrt(Objects.requireNonNull(fitted.mixed()).groupVariance()));
            for (RegressionTable.Row row : fitted.rows()) {
                if (row.term().startsWith("capability")) {
                    sizes.add(Math.abs(row.value()));
                    significant += row.pivot() != null && row.pivot().p(0) < LEVEL ? 1 : 0;
                }
            }
        }
        sizes.sort(null);
        deviations.sort(null);
        return String.format(
                Locale.ROOT,
                "| %d x %d | %d | %s | %.0f%% | %.2f | %.2f | %.2f |%n",
                design.families(),
                design.models(),
                design.languages().size(),
                method.label(),
                100.0 * significant / sizes.size(),
                sizes.get(sizes.size() / 2),
                sizes.get(sizes.size() - 1),
                deviations.get(deviations.size() / 2));
    }

    private static RegressionTable.Fitted random(Design design, Method method, int suite) {
        UniformRandomProvider rng = new Seeds(21).split(design.toString()).stream(suite);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        List<String> topics = Catalogue.builtIn().list("paper").orElseThrow().stream()
                .map(Topic::key)
                .toList();
        List<ScoredResponse> responses = new ArrayList<>();
        Map<String, Map<String, Double>> capability = new HashMap<>();
        for (int model = 0; model < design.families() * design.models(); model++) {
            String family = "family" + model % design.families();
            String name = "model" + model;
            for (String language : design.languages()) {
                double of = 0.5 + design.step() * (model / design.families() - (design.models() - 1) / 2.0);
                capability.computeIfAbsent(name, key -> new HashMap<>()).put(language, of + 0.01 * normal.sample());
                for (String topic : topics) {
                    for (int i = 0; i < 8; i++) {
                        responses.add(new ScoredResponse(name, family, language, topic, rng.nextInt(11) / 10.0));
                    }
                }
            }
        }
        AnalysisOptions options = new AnalysisOptions(
                1,
                0.95,
                method == Method.PUBLISHED ? 100 : 400,
                OptionalDouble.of(ScoresRequest.PAPER_RELIABILITY),
                new TreeSet<>(),
                new TreeSet<>(),
                Set.of(),
                method,
                true);
        return new RunAnalysis(PopulationTable.builtIn(), options)
                .of(ScoredSample.of(responses), capability).regressions().stream()
                        .flatMap(table ->
                                table instanceof RegressionTable.Fitted fitted ? Stream.of(fitted) : Stream.empty())
                        .findFirst()
                        .orElseThrow();
    }

    private static String table(String title, Statistic statistic, AnalysisResult published, AnalysisResult robust) {
        List<Estimate> before = coefficients(statistic, published);
        List<Estimate> now = coefficients(statistic, robust);
        StringBuilder text =
                new StringBuilder(title + ":\n\n| of | language | published | SE | p | robust | SE | p | |\n"
                        + "|---|---|---:|---:|---:|---:|---:|---:|---|\n");
        int claimed = 0;
        int stay = 0;
        int appear = 0;
        List<Double> ratios = new ArrayList<>();
        for (Estimate old : before) {
            Estimate same = now.stream()
                    .filter(e -> of(e).equals(of(old)) && e.language().equals(old.language()))
                    .findFirst()
                    .orElseThrow();
            boolean was = old.uncertainty().p() < LEVEL;
            boolean is = same.uncertainty().p() < LEVEL;
            claimed += was ? 1 : 0;
            stay += was && is ? 1 : 0;
            appear += !was && is ? 1 : 0;
            ratios.add(same.uncertainty().stdError() / old.uncertainty().stdError());
            text.append(TableLine.of(
                    "| %s | %s | %.3f | %.3f | %s | %.3f | %.3f | %s | %s |%n",
                    of(old),
                    old.language(),
                    old.value(),
                    old.uncertainty().stdError(),
                    p(old),
                    same.value(),
                    same.uncertainty().stdError(),
                    p(same),
                    was == is ? "" : was ? "no longer significant" : "significant only here"));
        }
        ratios.sort(null);
        return text.append(String.format(
                        Locale.ROOT,
                        "%n%d of %d significant at 5%% as published; %d of them stay, %d are new. Median ratio of"
                                + " standard errors, robust to published: %.1f.%n%n",
                        claimed,
                        before.size(),
                        stay,
                        appear,
                        ratios.get(ratios.size() / 2)))
                .toString();
    }

    private static List<Estimate> coefficients(Statistic statistic, AnalysisResult result) {
        return result.estimates().stream()
                .filter(e -> e.statistic() == statistic && e.metric().equals("coefficient"))
                .toList();
    }

    private static String of(Estimate estimate) {
        return estimate.model() == null ? String.valueOf(estimate.family()) : estimate.model();
    }

    private static String p(Estimate estimate) {
        double p = estimate.uncertainty().p();
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
