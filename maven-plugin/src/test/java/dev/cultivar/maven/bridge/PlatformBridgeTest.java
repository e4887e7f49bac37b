package dev.cultivar.maven.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CellResult;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Skipped;
import dev.cultivar.api.Verdict;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformBridgeTest {

    @TempDir
    Path output;

    @Test
    void aSuiteIsRunAndItsFailedCheckIsAViolation() {
        Map<String, Object> result = apply("run", Checked.class.getName());

        assertThat(result)
                .containsEntry(BridgeKeys.VERSION, RunEnvironment.cultivarVersion())
                .containsEntry(BridgeKeys.FOUND, 2L)
                .containsEntry(BridgeKeys.GATES, 1L)
                .containsEntry(BridgeKeys.ERRORS, List.of());
        assertThat(failures(result)).singleElement().satisfies(leaf -> {
            assertThat(leaf.kind()).isEqualTo(FailedLeaf.Kind.CELL);
            assertThat(leaf.suite()).isEqualTo(Checked.class.getName());
            assertThat(List.of(
                            String.valueOf(leaf.topic()),
                            String.valueOf(leaf.model()),
                            String.valueOf(leaf.language())))
                    .containsExactly("F120", "planted/perfect-DK", "da");
            assertThat(leaf.text()).contains("did not like F120", "again: ", "one cell decides no gate");
        });
        assertThat(output.resolve("results.json")).isNotEmptyFile();
    }

    /** That the command then asks the same is shown by the build {@code rerun-cell-red}: in one process a failed cell stays red. */
    @Test
    void theCommandOfARedCellGivesEveryParameterAgain() throws IOException {
        Path table = output.resolve("populations.csv");
        try (InputStream builtIn = PopulationTable.class.getResourceAsStream("populations.csv")) {
            Files.write(table, builtIn.readAllBytes());
        }
        Map<String, String> given = Map.of(
                "cultivar.populations", table.toString(),
                "cultivar.confidence", "0.9",
                "cultivar.correction", "none",
                "cultivar.report.answers", "all",
                "cultivar.seed", "7",
                "cultivar.responses", "3");

        Map<String, String> again = again(apply("run", Checked.class.getName(), given));

        assertThat(again.remove("cultivar.select")).endsWith("[topic:F120]/[model:planted%2Fperfect-DK]/[language:da]");
        assertThat(again).containsExactlyInAnyOrderEntriesOf(given);
    }

    /** What the command after {@code again:} of the one failed cell gives. */
    private static Map<String, String> again(Map<String, Object> run) {
        assertThat(failures(run)).hasSize(1);
        String told = failures(run).get(0).text();
        assertThat(told).contains("again: mvn test-compile cultivar:check ");
        Matcher word =
                Pattern.compile("'-D([\\w.]+)=([^']*)'|-D([\\w.]+)=(\\S+)").matcher(told);
        Map<String, String> given = new HashMap<>();
        while (word.find()) {
            boolean quoted = word.group(1) != null;
            given.put(word.group(quoted ? 1 : 3), word.group(quoted ? 2 : 4));
        }
        return given;
    }

    @Test
    void aMissedGateIsKnownByItsRowOfTheResults() throws Exception {
        Map<String, Object> result = apply("run", Demanding.class.getName());

        assertThat(result).containsEntry(BridgeKeys.MISTAKES, List.of());
        List<GateRow> rows = ResultsFile.read(output.resolve("results.json")).gates();
        FailedLeaf leaf = failures(result).get(0);
        assertThat(failures(result)).hasSize(1);
        assertThat(rows.stream().filter(leaf::isVerdictOf)).singleElement().satisfies(row -> assertThat(row.verdict())
                .isEqualTo(Verdict.FAIL));
        assertThat(rows).hasSize(2);
    }

    @Test
    void whatIsToldOnceIsTheFaultAndNotItsWording() {
        Map<String, Object> result = apply("run", Throwing.class.getName());

        assertThat(result.get(BridgeKeys.ERRORS))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .singleElement()
                .asString()
                .isEqualTo("not on F120 in da today (2 cells and gates)");
    }

    @Test
    void whatStopsAllTopicsAlikeIsToldOnce() {
        Map<String, Object> result = apply("run", Two.class.getName(), Map.of("cultivar.budget", "1 calls"));

        assertThat(result.get(BridgeKeys.ERRORS))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .singleElement()
                .asString()
                .contains("OVER_BUDGET", "(3 cells and gates)");
    }

    /** The suite breaks off beside its leaves, and is none of them. */
    @Test
    void whatBreaksARunOffStopsAsManyLeavesAsThereAre() {
        Map<String, String> store =
                Map.of("cultivar.store", output.resolve("responses.db").toString());
        apply("run", Torn.class.getName(), with(store, Map.of("cultivar.responses", "3")));

        Map<String, Object> result = apply("run", Torn.class.getName(), with(store, Map.of("cultivar.mode", "replay")));

        assertThat(result).containsEntry(BridgeKeys.FOUND, 4L).containsEntry(BridgeKeys.IN_ERROR, 4L);
        assertThat(result.get(BridgeKeys.ERRORS))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .singleElement()
                .asString()
                .startsWith("The run broke off: ")
                .endsWith(" (4 cells and gates)");
        assertThat(output.resolve("results.json")).content().contains("\"brokeOff\" : \"replay found no stored answer");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    @Test
    void aPlanAsksNothing() {
        Map<String, Object> result = apply("plan", Checked.class.getName());

        assertThat(result.get(BridgeKeys.TEXT).toString())
                .contains(Checked.class.getName())
                .contains("At most 2 responses per model and language")
                .contains("Nothing was sent.");
        assertThat(output.resolve("results.json")).doesNotExist();
    }

    @Test
    void mistakesAreToldAtOnceAndNothingIsAsked() {
        Map<String, Object> result = apply("run", Mistaken.class.getName());

        assertThat(result.get(BridgeKeys.MISTAKES).toString()).contains("F12O").contains("F12I");
        assertThat(result).doesNotContainKey(BridgeKeys.FOUND);
    }

    @Test
    void whereEverySuiteIsSkippedTheRunIsInErrorAndSaysWhy() {
        Map<String, Object> result = apply("run", Off.class.getName());

        assertThat(result.get(BridgeKeys.ERRORS).toString()).contains("not today");
        assertThat(Files.exists(output.resolve("results.json"))).isFalse();
    }

    private static List<FailedLeaf> failures(Map<String, Object> result) {
        return ((List<?>) Objects.requireNonNull(result.get(BridgeKeys.FAILURES)))
                .stream().map(FailedLeaf::from).toList();
    }

    private Map<String, Object> apply(String goal, String suite) {
        return apply(goal, suite, Map.of());
    }

    private Map<String, Object> apply(String goal, String suite, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("cultivar.output", output.toString());
        parameters.put("cultivar.allure.results", "none");
        return new PlatformBridge()
                .apply(Map.of(
                        BridgeKeys.GOAL,
                        goal,
                        BridgeKeys.ROOTS,
                        List.of(),
                        BridgeKeys.SUITES,
                        List.of(suite),
                        BridgeKeys.PARAMETERS,
                        parameters));
    }

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 2)
    @CoverageGate(min = 0.1)
    static class Checked {
        @CulturalProbe("F120")
        void abortion(CellResult cell) {
            throw new AssertionError("did not like " + cell.topic());
        }
    }

    @CulturalSuite(models = "planted/uniform", languages = "da", responses = 76)
    @CoverageGate(min = 0.1)
    @AlignmentGate(population = "DK", min = 0.99)
    static class Demanding {
        @CulturalProbe(catalogue = "wvs7")
        void values() {}
    }

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 2)
    @CoverageGate(min = 0.1)
    static class Throwing {
        @CulturalProbe({"F118", "F120"})
        void values() {
            throw new IllegalStateException("not on F120 in da today");
        }
    }

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 6)
    @CoverageGate(min = 0.1)
    static class Two {
        @CulturalProbe({"F118", "F120", "F121"})
        void values() {}
    }

    /** Its own, as a process of Surefire keeps what was red of a suite. */
    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 6)
    @CoverageGate(min = 0.1)
    static class Torn {
        @CulturalProbe({"F118", "F120", "F121"})
        void values() {}
    }

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 2)
    @CoverageGate(min = 0.1)
    static class Mistaken {
        @CulturalProbe("F12O")
        void one() {}

        @CulturalProbe("F12I")
        void other() {}
    }

    @Skipped("not today")
    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 2)
    @CoverageGate(min = 0.1)
    static class Off {
        @CulturalProbe("F120")
        void abortion() {}
    }
}
