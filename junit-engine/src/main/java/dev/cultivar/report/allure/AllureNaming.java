package dev.cultivar.report.allure;

import dev.cultivar.gate.GateResult;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names, ids and times of one suite's Allure results. {@code testCaseId} knows no model, language or threshold, so that a topic or
 * gate is one test over all of them; {@code historyId} adds the parameters that tell results apart; {@code uuid} adds the run.
 */
final class AllureNaming {

    private final String suite;
    private final Instant started;
    private final Instant finished;
    private final long seed;

    AllureNaming(SuiteReport report) {
        this.suite = report.suite();
        this.started = report.run().started();
        this.finished = report.run().finished();
        this.seed = report.run().plan().settings().value(Settings.SEED);
    }

    /** A start time within the whole run, on which every result rests. */
    long start(AllureGroup group) {
        return started.toEpochMilli() + group.after();
    }

    long stop(AllureGroup group) {
        return Math.max(finished.toEpochMilli(), start(group));
    }

    String fullName(String what) {
        return PlainText.line(suite + "." + what);
    }

    String testCaseId(String what) {
        return AllureIds.of("case", fullName(what));
    }

    /**
     * @param language shown by name for people, and by code where it identifies the result
     */
    List<AllureTestResult.Parameter> parameters(String model, String language, AllureTestResult.Parameter... further) {
        List<AllureTestResult.Parameter> whom = List.of(
                AllureTestResult.Parameter.ofTest("model", PlainText.line(model)),
                AllureTestResult.Parameter.ofTest("language", PlainText.line(language)));
        return Stream.of(whom, run(), List.of(further)).flatMap(List::stream).toList();
    }

    /** Parameters that name the run; they do not identify a result. */
    List<AllureTestResult.Parameter> run() {
        return List.of(
                AllureTestResult.Parameter.ofRun("run", Numbers.times(started.toString())),
                AllureTestResult.Parameter.ofRun("seed", Long.toString(seed)));
    }

    String historyId(String what, List<AllureTestResult.Parameter> parameters) {
        return AllureIds.of(
                "history",
                fullName(what),
                parameters.stream()
                        .filter(parameter -> !parameter.excluded())
                        .map(parameter -> parameter.name() + "=" + parameter.value())
                        .collect(Collectors.joining("\u0000")));
    }

    String uuid(String historyId) {
        return AllureIds.of("result", started.toString(), historyId);
    }

    /** A gate's kind, and anything else that distinguishes it from gates on the same model, language and population. */
    static String gate(GateResult gate) {
        return gate.gate().key()
                + gate.gate().metric().map(metric -> " " + metric).orElse("")
                + gate.gate().baseline().map(baseline -> " against " + baseline).orElse("");
    }

    /** The same for people. */
    static String named(GateResult gate) {
        return gate.gate().noun()
                + gate.gate().baseline().map(baseline -> " since " + baseline).orElse("");
    }

    /** What distinguishes a gate from others on the same model and language, in words for people. */
    static String gateOfSample(GateResult gate) {
        return gate.gate().noun()
                + gate.leaf().beside()
                + gate.gate().baseline().map(baseline -> " since " + baseline).orElse("");
    }

    /** Package and class, followed by the given parts. */
    List<String> titlePath(String... below) {
        List<String> path = new ArrayList<>();
        int dot = suite.lastIndexOf('.');
        if (dot > 0) {
            path.add(PlainText.line(suite.substring(0, dot)));
        }
        path.add(PlainText.line(suite.substring(dot + 1)));
        Stream.of(below).map(PlainText::line).forEach(path::add);
        return List.copyOf(path);
    }

    /**
     * The labels of every result. Suites separate verdicts and then kinds of gate; behaviours separate models and then languages. There is
     * no label {@code language}, because Allure takes it for a programming language.
     *
     * @param part {@code gate}, {@code check} or {@code cells}
     * @param subject the kind of gate, or the topic; for cells, their language
     */
    List<AllureTestResult.Label> labels(
            String part, AllureGroup group, String subject, String model, @Nullable String language) {
        int dot = suite.lastIndexOf('.');
        String spoken = language == null ? "every language" : Names.language(language);
        String story = part + " " + subject;
        return List.of(
                label("framework", "cultivar"),
                label("testClass", suite),
                label("package", dot > 0 ? suite.substring(0, dot) : ""),
                label("parentSuite", suite),
                label("suite", group.label()),
                label("subSuite", story),
                label("epic", model),
                label("feature", spoken),
                label("story", story),
                label("tag", "model:" + model),
                label("tag", "language:" + (language == null ? spoken : language)));
    }

    private static AllureTestResult.Label label(String name, String value) {
        return new AllureTestResult.Label(name, PlainText.line(value));
    }
}
