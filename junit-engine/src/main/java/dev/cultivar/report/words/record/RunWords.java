package dev.cultivar.report.words.record;

import dev.cultivar.history.BaselineRun;
import dev.cultivar.results.provenance.AccountInfo;
import dev.cultivar.results.provenance.JudgeInfo;
import dev.cultivar.results.provenance.ModelInfo;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Names;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to keep on file about a run: when it took place, on what, and which models actually answered. */
public final class RunWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private RunWords() {}

    /** When and on what a run took place, with which seed, and who judged; without a full stop. */
    public static String of(RunInfo run) {
        Map<String, List<String>> scored = run.suites().stream()
                .collect(Collectors.groupingBy(
                        suite -> "seed " + suite.seed() + ", judge " + judge(suite),
                        LinkedHashMap::new,
                        Collectors.mapping(SuiteInfo::suite, Collectors.toList())));
        return Stream.concat(
                        Stream.of(
                                when(run),
                                "Cultivar " + run.cultivar(),
                                run.git() == null ? "no commit known" : "commit " + CommitText.of(run.git())),
                        scored.entrySet().stream()
                                .map(each -> (scored.size() == 1 ? "" : "of " + Names.list(each.getValue()) + " ")
                                        + each.getKey()))
                .collect(Collectors.joining("; "));
    }

    /**
     * Who answered under the name of each model, one line each without a full stop.
     *
     * @param told models for which this is said elsewhere
     */
    public static List<String> models(RunInfo run, Set<String> told) {
        return run.suites().stream()
                .flatMap(suite -> suite.models().stream()
                        .filter(model -> !told.contains(model.name()))
                        .map(model -> model.name() + ": " + answered(suite, model)))
                .distinct()
                .toList();
    }

    private static String when(RunInfo run) {
        String start = run.started();
        String end = run.finished();
        if (start.isEmpty() || end.isEmpty()) {
            return "no time known";
        }
        boolean sameDay = day(start).equals(day(end));
        String from = TIME.format(utc(start));
        String to = TIME.format(utc(end));
        return day(start) + " " + from
                + (sameDay && from.equals(to) ? "" : " to " + (sameDay ? "" : day(end) + " ") + to) + " UTC";
    }

    /** The day of an instant, in UTC. */
    static String day(String instant) {
        return DAY.format(utc(instant));
    }

    private static OffsetDateTime utc(String instant) {
        return Instant.parse(instant).atOffset(ZoneOffset.UTC);
    }

    /** The judge, how good it is known to be, and what its endpoint is asked for: who answers as the judge is not recorded. */
    public static String judge(SuiteInfo suite) {
        JudgeInfo judge = suite.judge();
        return judge.model().name() + " ("
                + (judge.calibration().isEmpty()
                        ? judge.calibrated() ? "built in" : "not calibrated"
                        : "calibrated by " + judge.calibration())
                + (judge.reliability() == null ? "" : ", reliability " + judge.reliability())
                + (judge.model().wireName().equals(judge.model().name())
                        ? ""
                        : ", asked for as " + judge.model().wireName())
                + ")";
    }

    /** Who answered under the name of a model of the suite. */
    public static String answered(SuiteInfo suite, ModelInfo model) {
        AccountInfo.Line line = suite.account().models().get(model.name());
        if (line != null && line.asked() + line.recalled() == 0) {
            return "no answer, asked for as " + model.wireName();
        }
        return "answered by "
                + BackendWords.of(new BaselineRun.Backend(
                        model.wireName(), suite.backends().getOrDefault(model.name(), List.of())));
    }
}
