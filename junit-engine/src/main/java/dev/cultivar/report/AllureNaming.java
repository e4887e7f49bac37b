package dev.cultivar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names and ids of one suite's Allure results. {@code testCaseId} knows no model, so that trends of a topic or gate
 * hold over models; {@code historyId} adds the parameters that tell results apart; {@code uuid} adds the run.
 */
final class AllureNaming {

    private final String suite;
    private final String run;

    /**
     * Names results of a suite.
     *
     * @param suite class name
     * @param run what tells this run from others
     */
    AllureNaming(String suite, String run) {
        this.suite = suite;
        this.run = run;
    }

    String fullName(String what) {
        return Plain.line(suite + "." + what);
    }

    String testCaseId(String what) {
        return AllureIds.of("case", fullName(what));
    }

    String historyId(String what, List<AllureTest.Parameter> parameters) {
        return AllureIds.of(
                "history",
                fullName(what),
                parameters.stream()
                        .filter(parameter -> !parameter.excluded())
                        .map(parameter -> parameter.name() + "=" + parameter.value())
                        .collect(Collectors.joining("\u0000")));
    }

    String uuid(String historyId) {
        return AllureIds.of("result", run, historyId);
    }

    /** Package, class, and then what is given. */
    List<String> titlePath(String... below) {
        List<String> path = new ArrayList<>();
        int dot = suite.lastIndexOf('.');
        if (dot > 0) {
            path.add(Plain.line(suite.substring(0, dot)));
        }
        path.add(Plain.line(suite.substring(dot + 1)));
        Stream.of(below).map(Plain::line).forEach(path::add);
        return List.copyOf(path);
    }

    /** Labels of every result; {@code language} is not among them, for Allure means a programming language by it. */
    List<AllureTest.Label> labels(String subSuite, String feature, String model) {
        int dot = suite.lastIndexOf('.');
        return List.of(
                new AllureTest.Label("framework", "cultivar"),
                new AllureTest.Label("testClass", Plain.line(suite)),
                new AllureTest.Label("package", Plain.line(dot > 0 ? suite.substring(0, dot) : "")),
                new AllureTest.Label("parentSuite", Plain.line(suite)),
                new AllureTest.Label("suite", Plain.line(subSuite)),
                new AllureTest.Label("subSuite", Plain.line(model)),
                new AllureTest.Label("epic", "Cultural alignment"),
                new AllureTest.Label("feature", Plain.line(feature)),
                new AllureTest.Label("story", Plain.line(model)));
    }
}
