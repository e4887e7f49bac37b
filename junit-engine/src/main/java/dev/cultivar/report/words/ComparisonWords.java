package dev.cultivar.report.words;

import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.RunComparison;
import dev.cultivar.history.TopicDrift;
import dev.cultivar.results.AgainstBaseline;
import dev.cultivar.text.Decimals;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a comparison of two runs is told in. */
public final class ComparisonWords implements AgainstBaseline.Words {

    @Override
    public List<String> of(RunComparison comparison) {
        Stream<String> parts = comparison.parts().stream().flatMap(part -> part.said().stream()
                .map(what -> part.model() + " in " + part.language() + ": " + what + "."));
        return Stream.of(provenance(comparison).stream(), comparison.said().stream(), parts)
                .flatMap(Function.identity())
                .toList();
    }

    @Override
    public String of(TopicDrift drift) {
        return whereTo(drift);
    }

    /** What both ran on, a sentence a run and one on the judge. */
    public static List<String> provenance(RunComparison comparison) {
        BaselineRun.Judge judge = comparison.now().judge();
        return Stream.of(
                        comparison.before().runs().stream().map(origin -> "Baseline of " + facts(origin)),
                        comparison.now().runs().stream().map(origin -> "This run of " + facts(origin)),
                        Stream.of("Judge " + judge.model() + ", prompt " + judge.prompt()
                                + (judge.reliability() == null ? "" : ", reliability " + judge.reliability())
                                + (judge.calibration().isEmpty() ? "" : ", calibrated by " + judge.calibration())
                                + "."))
                .flatMap(Function.identity())
                .toList();
    }

    private static String facts(BaselineRun.Origin origin) {
        return origin.created() + ": " + origin.provenance().text() + ", seed " + origin.seed() + ", "
                + origin.responses() + " responses, population table "
                + origin.populations()
                        .substring(0, Math.min(12, origin.populations().length())) + ".";
    }

    /** In favour or against, and how that lies to what the language's countries say. */
    public static String whereTo(TopicDrift drift) {
        if (drift.difference() == 0) {
            return "did not move";
        }
        return (drift.difference() > 0 ? "more in favour" : "less in favour")
                + drift.truth().entrySet().stream()
                        .map(entry -> (drift.towards(entry.getKey()) ? ", towards " : ", away from ") + entry.getKey()
                                + " (" + score(entry.getValue()) + ")")
                        .collect(Collectors.joining());
    }

    private static String score(double value) {
        return Double.isFinite(value) ? Decimals.score(value) : "-";
    }
}
