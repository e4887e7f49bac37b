package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.Usage;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.run.cost.AnswerDates;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageFilesTest extends WithPage {

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        Path other = output.resolve("other");
        String once = page(PageReports.full());
        PageReports.full().write(other);

        assertThat(Files.readString(other.resolve(PageFiles.NAME))).isEqualTo(once);
    }

    @Test
    void theTitleSaysTheVerdictAndRedGatesComeFirst() throws IOException {
        String page = page(PageReports.full());

        assertThat(page)
                .contains("<title>Cultivar: 1 of 3 gates failed, 1 inconclusive; 1 check failed; 1 cell without any"
                        + " score</title>");
        assertThat(page.indexOf("<tr role=\"row\" class=\"fail\" id="))
                .isPositive()
                .isLessThan(page.indexOf("<tr role=\"row\" class=\"inconclusive\" id="));
        assertThat(page.indexOf("<tr role=\"row\" class=\"inconclusive\" id="))
                .isLessThan(page.indexOf("<tr role=\"row\" class=\"pass\" id="));
    }

    @Test
    void aPartialRunSaysSoBeforeItsNumbers() throws IOException {
        String page = page(reports().incomplete());

        assertThat(page).contains("Incomplete: only some").contains("no gate was decided");
        assertThat(page.indexOf("Not complete:")).isLessThan(page.indexOf("id=\"figures\""));
    }

    @Test
    void aRunWithoutCellsIsAPageToo() throws IOException {
        assertThat(cells(page(reports().cells(new CellRecord[0]))).at("/cells").size())
                .isZero();
    }

    @Test
    void aRerunOfSomeCellsIsCalledOne() throws IOException {
        assertThat(page(reports().incomplete())).contains("Running cells again until they pass proves nothing.");
    }

    @Test
    void aPageOfARunThatBrokeOffDoesNotBlameTheSuite() throws IOException {
        assertThat(page(reports().cells().brokeOff("Endpoint lab: cannot be reached.")))
                .contains("No gate was decided: the run did not finish.", "no cell was done")
                .doesNotContain("the suite has none", "0 models");
    }

    @Test
    void suitesOfOneModuleEndInOnePage() throws IOException {
        page(reports().suite("org.example.A"));
        String page = page(reports().suite("org.example.B"));

        assertThat(Pattern.compile("class=\"cells\">").matcher(page).results()).hasSize(2);
        assertThat(page).contains("org.example.A", "org.example.B");
    }

    /** Surefire's processes share the folder. */
    @Test
    void aSuiteThatAnotherProcessEndsMeanwhileIsOnThePageToo() throws IOException {
        Path oneByOne = output.resolve("one-by-one");
        reports().suite("org.example.B").write(oneByOne);
        reports().suite("org.example.A").write(oneByOne);

        new RunReports(output, Optional.empty())
                .write(reports().suite("org.example.A").build(), file -> {
                    if (file.equals(PageFiles.NAME)) {
                        reports().suite("org.example.B").write(output);
                    }
                });

        assertThat(output.resolve(PageFiles.NAME)).hasSameTextualContentAs(oneByOne.resolve(PageFiles.NAME));
    }

    @Test
    void settingsWithTheirOriginsAndACommandSayHowToRepeatTheRun() throws IOException {
        String page = page(reports());
        String run = page.substring(page.indexOf("id=\"run\""));

        assertThat(run)
                .contains("-Dcultivar.suites=" + Reports.SUITE, "-Dcultivar.seed=1")
                .contains("<bdi>seed</bdi></th><td><bdi>1</bdi></td><td><bdi>default</bdi></td>")
                .contains("SHA-256");
    }

    @Test
    void aSeedThatWasSetForThisRunAloneIsSaid() throws IOException {
        assertThat(page(reports().seedOfThisRunAlone()))
                .contains("The seed was set for this run alone, to 1. If the suite was run before");
    }

    @Test
    void theCaveatsThatHoldAreNamed() throws IOException {
        assertThat(page(reports()))
                .contains("The judge was not calibrated")
                .contains("UNREVIEWED: No native reader has approved the prompts in Danish")
                .contains("m1 in Danish (33%)")
                .contains("Running again with other seeds");
    }

    @Test
    void aCaveatThatDoesNotHoldIsNotSaid() throws IOException {
        String page = page(reports()
                .reviewed()
                .builtInJudge()
                .cells(new CellRecord(
                        Reports.ABORTION,
                        5,
                        Map.of(Outcome.SCORED, 4, Outcome.REFUSAL, 1),
                        0.75,
                        StatementCounts.NONE,
                        PromptParts.NONE,
                        List.of())));

        assertThat(page)
                .doesNotContain(
                        "The judge was not calibrated",
                        "UNREVIEWED",
                        "Fewer than 80%",
                        "The seed was set for this run alone",
                        "Not complete");
    }

    @Test
    void languagesAndPopulationsAreNamed() throws IOException {
        String page = page(PageReports.full());

        assertThat(page).contains("m1 \u00b7 asked in Danish, compared with people in Denmark");
        assertThat(page).contains("Prompts in Danish").doesNotContain("Prompts in da");
        assertThat(found(page, "<span class=\"code\"([^>]*)>da"))
                .as("codes in the matrix, whose legend has their names")
                .isNotEmpty()
                .allMatch(attributes -> attributes.contains("aria-hidden"));
        assertThat(found(page, "<span class=\"unseen\">([^<]*, m1, [^<]*)"))
                .contains("self-consistency, m1, Danish: fail, 0.200 [0.100, 0.300], required \u2265\u00a00.50");
        assertThat(cells(page).at("/names/da").asText()).isEqualTo("Danish");
        assertThat(cells(page).at("/populations").findValuesAsText("people")).contains("people in Denmark");
    }

    @Test
    void theCostTableSaysWhatWasPaidAndWhatTheStoreSaved() throws IOException {
        String page = page(reports()
                .account(new RunAccount(
                        new TreeMap<>(Map.of(
                                "m1",
                                new RunAccount.Line(
                                        17,
                                        new Usage(1100, 2200),
                                        OptionalDouble.of(0.25),
                                        0,
                                        3,
                                        new Usage(40, 50),
                                        OptionalDouble.of(0.01),
                                        new AnswerDates(17, new TreeMap<>(Map.of("2020-01-01", 3L)), 2)))),
                        Optional.of("2.00"),
                        false)));

        assertThat(page)
                .contains("What this run paid, and what its store saved")
                .contains(">17</td>", ">1100</td>", ">2200</td>", ">0.2500</td>", ">3</td>", ">90</td>", ">0.0100</td>")
                .contains("of a budget of 2.00")
                .contains(
                        "20 answers, 17 asked now; from the store 3 older than 30 days, the oldest of 2020-01-01; 2 of 19 requests got no answer");
    }

    @Test
    void clearingLeavesNoOldPageAndNoOldFigure() throws IOException {
        page(PageReports.full());
        new RunReports(output, Optional.empty()).clear();

        assertThat(output.resolve(PageFiles.NAME)).doesNotExist();
        assertThat(output.resolve("plots")).isEmptyDirectory();
    }
}
