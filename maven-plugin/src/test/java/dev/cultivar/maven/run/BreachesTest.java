package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.maven.bridge.FailedLeaf;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class BreachesTest extends WithResults {

    @Test
    void everyBreachIsToldWithItsReportAndTheCommandThatRepeatsIt() throws Exception {
        results(gate("FAIL") + "," + gate("FAIL").replace("\"da\"", "\"nl\""), "fail");
        run(List.of(), List.of(Verdicts.failedCell("m > da: the gap was 0.6")));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("3 breaches")
                .hasMessageContaining("Alignment of m in Danish with people in Denmark is 0.30 [0.20, 0.38]")
                .hasMessageContaining("Alignment of m in Dutch")
                .hasMessageContaining("again: mvn verify -Dcultivar.suites=it.Gate")
                .hasMessageContaining("m > da: the gap was 0.6")
                .hasMessageContaining("results.json");
    }

    @Test
    void oneCommandIsToldOnceForAllGatesThatItDecides() throws Exception {
        String other = gate("FAIL").replace("\"da\"", "\"nl\"");
        results(gate("FAIL") + "," + other, "fail");
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute).satisfies(red -> {
            String[] parts = String.valueOf(red.getMessage()).split("again: ", -1);
            assertThat(parts).hasSize(2);
            assertThat(parts[0]).contains("Alignment of m in Danish", "Alignment of m in Dutch");
            assertThat(parts[1]).startsWith("mvn verify");
        });
    }

    @Test
    void thePageIsNamedWhereThereIsOne() throws Exception {
        results(gate("FAIL"), "fail");
        run(List.of(), List.of());
        Files.writeString(output().resolve("report.html"), "");

        assertThatThrownBy(mojo::execute).hasMessageContaining("report.html").hasMessageNotContaining("results.json");
    }

    @Test
    void aLeafThatFailedForItsGateIsToldOnce() throws Exception {
        results(gate("FAIL"), "fail");
        run(List.of(), List.of(Verdicts.failedGate("da", "gates > alignment: whatever it says")));

        assertThatThrownBy(mojo::execute).hasMessageContaining("1 breach:").hasMessageNotContaining("whatever it says");
    }

    @Test
    void aLeafWhoseGateIsNotAmongTheMissedOnesIsToldByItself() throws Exception {
        results(gate("FAIL") + "," + gate("PASS").replace("\"da\"", "\"nl\""), "fail");
        run(List.of(), List.of(Verdicts.failedGate("nl", "gates > alignment nl: it broke")));

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("2 breaches:")
                .hasMessageContaining("gates > alignment nl: it broke");
    }

    @Test
    void gatesThatOneThingKeptFromBeingMeasuredAreOneBreach() throws Exception {
        String spent = gate("FAIL")
                .replace("\"VIOLATION\"", "\"BUDGET\"")
                .replace(
                        "\"obstacle\":null",
                        "\"obstacle\":{\"kind\":\"BudgetSpent\",\"budget\":\"9 calls\",\"answered\":4,\"planned\":40,"
                                + "\"kept\":true,\"enough\":\"99 calls\"}");
        results(spent + "," + spent.replace("\"da\"", "\"nl\""), "fail");
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("1 breach:")
                .hasMessageContaining(
                        "m: 2 gates were not measured: the budget of 9 calls was spent after 4 of at most 40"
                                + " responses; run again with -Dcultivar.budget=\"99 calls\", which should pay for the rest"
                                + " (answers are kept). Alignment with people in Denmark in Danish and Dutch.\n    again: ");
    }

    @Test
    void cellsThatAreRedAlikeAreOneBreach() throws Exception {
        List<String> topics = List.of("F118", "F119", "F120", "F121", "F122", "F123");
        results(gate("PASS"), "fail", file -> {
            Matcher cell = Pattern.compile("(?s)\\{\"suite\":\"it.Gate\",\"topic\".*?\"note\":\"\"\\}")
                    .matcher(file);
            assertThat(cell.find()).isTrue();
            return cell.replaceFirst(topics.stream()
                    .map(topic -> cell.group()
                            .replace("F120", topic)
                            .replace("\"SCORED\":2", "\"NO_STANCE\":2")
                            .replace("\"polarity\":0.5,\"n\":2", "\"polarity\":null,\"n\":0"))
                    .collect(Collectors.joining(",")));
        });
        run(
                List.of(),
                topics.stream()
                        .map(topic -> new FailedLeaf(
                                topic, FailedLeaf.Kind.CELL, "it.Gate", topic, "m", "da", null, "None of " + topic))
                        .toList());

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining(
                        "1 breach:\n  - 6 of 6 cells of m in Danish have no scored response (12 NO_STANCE):"
                                + " F118, F119, F120, F121, F122 and 1 more\n    again: mvn verify\n");
    }
}
