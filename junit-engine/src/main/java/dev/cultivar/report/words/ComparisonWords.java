package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.ComparisonGaps;
import dev.cultivar.history.Difference;
import dev.cultivar.history.DriftLimit;
import dev.cultivar.history.TopicDrift;
import dev.cultivar.report.words.record.BackendWords;
import dev.cultivar.report.words.record.CommitText;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sentences of a comparison of two runs. */
public final class ComparisonWords {

    /** Says that no topic certainly moved, which alone does not mean that nothing moved. */
    public static final String NO_DRIFT =
            "No topic is shown to have drifted: with few responses per topic, only a large shift shows.";

    private ComparisonWords() {}

    /** What both ran on, how they differ, and what could not be compared for a model and language; one sentence each. */
    public static List<String> of(ComparedRuns runs) {
        return Stream.concat(beyondTopics(runs).stream(), gaps(runs).stream()).toList();
    }

    /** What could not be compared for a model and language, one sentence each. */
    public static List<String> gaps(ComparedRuns runs) {
        return runs.gaps().stream().flatMap(ComparisonWords::sentences).toList();
    }

    /** What both ran on and how they differ, one sentence each. */
    public static List<String> beyondTopics(ComparedRuns runs) {
        BaselineRun.Judge judge = runs.judge();
        return Stream.of(
                        before(runs),
                        runs.now().stream().map(run -> "This run of " + facts(run)),
                        Stream.of("Judge " + judge.model() + ", prompt " + judge.prompt()
                                + (judge.reliability() == null ? "" : ", reliability " + judge.reliability())
                                + (judge.calibration().isEmpty() ? "" : ", calibrated by " + judge.calibration())
                                + "."),
                        differing(runs))
                .flatMap(Function.identity())
                .toList();
    }

    /** The same, for a report that describes the run itself and its judge elsewhere. */
    public static List<String> besideTheRun(ComparedRuns runs) {
        return Stream.concat(before(runs), differing(runs)).toList();
    }

    private static Stream<String> before(ComparedRuns runs) {
        return runs.before().stream().map(run -> "Baseline of " + facts(run));
    }

    private static Stream<String> differing(ComparedRuns runs) {
        return Stream.of(
                        runs.answered().stream().map(BackendWords::of),
                        runs.differences().stream()
                                .filter(difference -> !(difference instanceof Difference.NotInBaseline)
                                        && !(difference instanceof Difference.OnlyInBaseline))
                                .map(ComparisonWords::of),
                        absent(runs.differences()))
                .flatMap(Function.identity());
    }

    /** What only one of the two runs has, one sentence per model. */
    private static Stream<String> absent(List<Difference> differences) {
        Map<String, List<String>> now = new LinkedHashMap<>();
        Map<String, List<String>> before = new LinkedHashMap<>();
        differences.forEach(difference -> {
            if (difference instanceof Difference.NotInBaseline not) {
                now.computeIfAbsent(not.model(), key -> new ArrayList<>()).add(not.language());
            } else if (difference instanceof Difference.OnlyInBaseline only) {
                before.computeIfAbsent(only.model(), key -> new ArrayList<>()).add(only.language());
            }
        });
        return Stream.concat(
                now.entrySet().stream()
                        .map(entry -> entry.getKey() + " in " + Names.languages(entry.getValue())
                                + " is not in the baseline."),
                before.entrySet().stream()
                        .map(entry -> entry.getKey() + " in " + Names.languages(entry.getValue())
                                + " is only in the baseline."));
    }

    private static String facts(ComparedRuns.Origin run) {
        return Numbers.times(run.created()) + ": Cultivar " + run.cultivar() + ", " + CommitText.of(run) + ", seed "
                + run.seed()
                + ", at most " + Plural.of(run.responses(), "response")
                + " per model and language, population table "
                + run.populations().substring(0, Math.min(12, run.populations().length())) + ".";
    }

    /** One difference, with a full stop. */
    static String of(Difference difference) {
        if (difference instanceof Difference.OtherPopulationTable) {
            return "Both are compared with this run's population table, which differs from the baseline's.";
        }
        if (difference instanceof Difference.OtherCalibration other) {
            return "The judge's calibration differs: " + calibration(other.before()) + " then, "
                    + calibration(other.now()) + " now.";
        }
        if (difference instanceof Difference.OtherResponses other) {
            return "The baseline planned " + Plural.of(other.before(), "response")
                    + " per model and language, this run plans " + other.now() + ".";
        }
        if (difference instanceof Difference.OtherSettings other) {
            return moved(other).stream().collect(Collectors.joining("; ", "Settings that differ: ", "."));
        }
        if (difference instanceof Difference.OtherGates other) {
            return moved(other).stream().collect(Collectors.joining("; ", "Gates that differ: ", "."));
        }
        if (difference instanceof Difference.NotInBaseline not) {
            return not.model() + " in " + Names.language(not.language()) + " is not in the baseline.";
        }
        if (difference instanceof Difference.OnlyInBaseline only) {
            return only.model() + " in " + Names.language(only.language()) + " is only in the baseline.";
        }
        throw new IllegalStateException("no words for " + difference);
    }

    private static String calibration(Difference.Calibration calibration) {
        return (calibration.file().isEmpty() ? "no calibration" : calibration.file())
                + (calibration.reliability() == null ? "" : ", reliability " + Digits.exact(calibration.reliability()));
    }

    /** Each setting, for example {@code method published then, robust now}. */
    public static List<String> moved(Difference.OtherSettings other) {
        return other.settings().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + moved(entry.getValue().before(), entry.getValue().now(), "not set"))
                .toList();
    }

    /** Each gate, for example {@code coverage of gpt-4o in Danish >= 0.9 then, >= 0.8 now}. */
    public static List<String> moved(Difference.OtherGates other) {
        return other.gates().stream()
                .map(gate -> GateKindWords.statistic(gate.gate()) + " "
                        + moved(bound(gate.before()), bound(gate.now()), "no gate"))
                .toList();
    }

    private static @Nullable String bound(@Nullable String bound) {
        return BaselineRun.Threshold.PLANNED.equals(bound) ? "margin planned from the baseline" : bound;
    }

    private static String moved(@Nullable String before, @Nullable String now, String none) {
        return Objects.requireNonNullElse(before, none) + " then, " + Objects.requireNonNullElse(now, none) + " now";
    }

    /** What could not be compared for a model and language, one line each, without names and full stops. */
    public static List<String> of(ComparisonGaps gaps) {
        DriftLimit limit = gaps.limit();
        return Stream.concat(
                        gaps.topics().stream().map(NoteWords::of),
                        Stream.ofNullable(limit)
                                .map(least -> "too few responses to say which of the " + least.topics()
                                        + " topics drifted: at least " + least.responses()
                                        + " per topic are needed in both runs"))
                .toList();
    }

    /** The same as sentences. */
    static Stream<String> sentences(ComparisonGaps gaps) {
        return of(gaps).stream()
                .map(what -> gaps.model() + " in " + Names.language(gaps.language()) + ": " + what + ".");
    }

    /** A difference, in the words of its gate if there is one. */
    public static String difference(AgainstBaseline.Change change) {
        Double limit = limit(change);
        return change.difference() == null || limit == null
                ? Numbers.score(change.difference())
                : Decimals.against(change.difference(), limit);
    }

    /** The same for its interval; empty if there is none. */
    public static String interval(AgainstBaseline.Change change) {
        Double limit = limit(change);
        return limit == null || change.lower() == null || change.upper() == null
                ? StatisticsTable.interval(change.lower(), change.upper())
                : "[" + Decimals.against(change.lower(), limit) + ", " + Decimals.against(change.upper(), limit) + "]";
    }

    private static @Nullable Double limit(AgainstBaseline.Change change) {
        Double margin = change.margin();
        return margin == null
                ? null
                : Double.valueOf(change.statistic().equals(Statistic.BIAS.label()) ? margin : -margin);
    }

    /** Whether answers moved in favour or against, and how this relates to the views in the language's countries. */
    public static String whereTo(TopicDrift drift) {
        return whereTo(drift.before(), drift.now(), drift.truth());
    }

    /** The same for a drift in the results. */
    public static String whereTo(AgainstBaseline.Drift drift) {
        return whereTo(drift.before(), drift.now(), drift.populations());
    }

    private static String whereTo(double before, double now, SortedMap<String, Double> truth) {
        if (now - before == 0) {
            return "unchanged";
        }
        return (now > before ? "more in favour" : "less in favour")
                + truth.entrySet().stream()
                        .map(entry ->
                                (TopicDrift.towards(before, now, entry.getValue()) ? ", towards " : ", away from ")
                                        + Names.population(entry.getKey()) + " (" + Decimals.score(entry.getValue())
                                        + ")")
                        .collect(Collectors.joining());
    }
}
