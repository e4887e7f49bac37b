package dev.cultivar.analysis;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.scores.AnalysisResult;
import dev.cultivar.analysis.scores.ScoresAnalysis;
import dev.cultivar.analysis.scores.ScoresRequest;
import dev.cultivar.settings.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/** Published against robust on the scores of six models: which coefficients stay significant. For {@code docs/validity.md}. */
final class MethodComparison {

    private static final double LEVEL = 0.05;

    private MethodComparison() {}

    static String markdown() {
        try {
            ScoresRequest published = ScoresRequest.of(ReferenceFiles.find("scored_responses.csv"), Method.PUBLISHED);
            ScoresRequest robust = ScoresRequest.of(ReferenceFiles.find("scored_responses.csv"), Method.ROBUST);
            AnalysisResult before = ScoresAnalysis.of(published.withCapability(ReferenceFiles.find("capability.csv")));
            AnalysisResult now = ScoresAnalysis.of(robust.withCapability(ReferenceFiles.find("capability.csv")));
            return table("Capability (Eq. 3), `capability:family:language`", Statistic.CAPABILITY, before, now)
                    + table("Bias (Eq. 4), `us:model:language`", Statistic.BIAS, before, now);
        } catch (TestAbortedException e) {
            return "Published against robust: " + e.getMessage() + "\n";
        }
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
            boolean was = old.regression().p() < LEVEL;
            boolean is = same.regression().p() < LEVEL;
            claimed += was ? 1 : 0;
            stay += was && is ? 1 : 0;
            appear += !was && is ? 1 : 0;
            ratios.add(same.regression().stdError() / old.regression().stdError());
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %.3f | %s | %.3f | %.3f | %s | %s |%n",
                    of(old),
                    old.language(),
                    old.value(),
                    old.regression().stdError(),
                    p(old),
                    same.value(),
                    same.regression().stdError(),
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
        double p = estimate.regression().p();
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
