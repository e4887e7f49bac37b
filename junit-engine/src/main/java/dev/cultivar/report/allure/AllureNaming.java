package dev.cultivar.report.allure;

import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names and ids of one suite's Allure results. {@code testCaseId} knows no model, language or threshold, so that a topic or
 * gate is one test over all of them; {@code historyId} adds the parameters that tell results apart; {@code uuid} adds the run.
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
        return PlainText.line(suite + "." + what);
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
            path.add(PlainText.line(suite.substring(0, dot)));
        }
        path.add(PlainText.line(suite.substring(dot + 1)));
        Stream.of(below).map(PlainText::line).forEach(path::add);
        return List.copyOf(path);
    }

    /**
     * Labels of every result. Suites tell topics and gates apart, behaviours models and then languages. {@code language} is not among
     * them, for Allure means a programming language by it.
     *
     * @param part {@code topics} or {@code gates}
     * @param subject the topic, or the kind of gate
     */
    List<AllureTest.Label> labels(String part, String subject, String model, @Nullable String language) {
        int dot = suite.lastIndexOf('.');
        String spoken = language == null ? "every language" : language;
        String story = part.equals("gates") ? "gate " + subject : subject;
        return List.of(
                label("framework", "cultivar"),
                label("testClass", suite),
                label("package", dot > 0 ? suite.substring(0, dot) : ""),
                label("parentSuite", suite),
                label("suite", part),
                label("subSuite", subject),
                label("epic", model),
                label("feature", spoken),
                label("story", story),
                label("tag", "model:" + model),
                label("tag", "language:" + spoken));
    }

    private static AllureTest.Label label(String name, String value) {
        return new AllureTest.Label(name, PlainText.line(value));
    }
}
