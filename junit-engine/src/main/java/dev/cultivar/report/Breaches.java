package dev.cultivar.report;

import dev.cultivar.api.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What in a results file turns a build red. */
public final class Breaches {

    private final ResultsFile results;
    private final Optional<String> inconclusive;

    /**
     * Looks at results.
     *
     * @param results as read
     * @param inconclusive {@code fail} or {@code pass} for inconclusive gates; empty for what the suite's settings say
     */
    public Breaches(ResultsFile results, Optional<String> inconclusive) {
        this.results = results;
        this.inconclusive = inconclusive;
    }

    /**
     * Every breach: gates, failed checks, cells of which nothing was scored, suites of which only a part was asked. Each
     * is a text of a few lines; empty where the build may be green.
     */
    public List<String> all() {
        List<String> breaches = new ArrayList<>();
        results.gates().stream().filter(this::isRed).map(Breaches::gate).forEach(breaches::add);
        for (CheckRow check : results.failedChecks()) {
            breaches.add("FAIL  check of " + Plain.line(check.topic() + ", " + check.model() + ", " + check.language())
                    + " in " + check.suite() + ": " + Plain.line(check.message(), 400));
        }
        breaches.addAll(unscored());
        for (SuiteInfo suite : results.run().suites()) {
            if (!suite.complete()) {
                breaches.add("FAIL  " + suite.suite() + " is not complete: only some of its cells were asked, so its"
                        + " gates were not decided." + again(suite.rerun()));
            }
        }
        return List.copyOf(breaches);
    }

    private boolean isRed(GateRow gate) {
        return switch (gate.verdict()) {
            case PASS -> false;
            case FAIL -> true;
            case INCONCLUSIVE ->
                !inconclusive.orElseGet(() -> policy(gate.suite())).equals("pass");
        };
    }

    private String policy(String suite) {
        return results.run().suites().stream()
                .filter(info -> info.suite().equals(suite))
                .map(info -> info.settings().get("inconclusive"))
                .filter(setting -> setting != null)
                .map(setting -> String.valueOf(setting.value()))
                .findFirst()
                .orElse("fail");
    }

    private static String gate(GateRow gate) {
        String where = GatesText.parameters(gate);
        String advice = gate.verdict() == Verdict.INCONCLUSIVE ? " (the interval straddles the bound)" : "";
        return Plain.line(gate.verdict() + "  " + gate.gate() + " " + GatesText.bound(gate) + advice + ": " + where
                        + ": " + GatesText.score(gate) + ", n " + gate.n())
                + "\n      " + Plain.line(gate.message(), 600) + again(gate.rerun());
    }

    private List<String> unscored() {
        Map<String, TreeSet<String>> topics = new LinkedHashMap<>();
        results.cells().stream()
                .filter(cell -> cell.planned() > 0 && cell.n() == 0)
                .forEach(cell -> topics.computeIfAbsent(
                                Plain.line(cell.model() + " in " + cell.language() + " (" + cell.suite() + ")"),
                                key -> new TreeSet<>())
                        .add(Plain.line(cell.topic())));
        return topics.entrySet().stream()
                .map(entry -> "FAIL  no response of " + entry.getKey() + " was scored on "
                        + entry.getValue().size() + " topics: " + Plain.line(String.join(", ", entry.getValue()), 200)
                        + ". Look at their outcomes in responses.jsonl.")
                .toList();
    }

    private static String again(String rerun) {
        return "\n      again: " + rerun;
    }
}
