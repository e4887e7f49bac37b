package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.provider.Usage;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.run.cost.AnswerDates;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.AnswersShown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class PageFilesTest {

    static final String HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=1'>]]>"
            + "<!-- \u202E\u05E9\u05DC\u05D5\u05DD \uD83D\uDE00 \u0000\u0007\u001B[31m \uD83D";

    @TempDir
    private Path output;

    @Test
    void aHostileAnswerIsDataAndNothingElse() throws IOException {
        String page = page(reports().answer(HOSTILE));

        assertThat(page).doesNotContain("<script>window", "<img", "<!-- ");
        assertThat(cells(page).at("/cells/0/r/0/a").asText()).startsWith(HOSTILE.substring(0, HOSTILE.length() - 1));
    }

    @Test
    void hostileMessagesOfGatesAndChecksStayText() throws IOException {
        String page = page(reports().failedCheck(Reports.ABORTION, HOSTILE));

        assertThat(page).doesNotContain("<script>window", "<img").contains("&lt;script&gt;window");
    }

    @Test
    void aStatementIsKeptAsItsPlaceInTheAnswer() throws IOException {
        JsonNode response = cells(page(reports())).at("/cells/0/r/0");

        assertThat(response.at("/k").asText()).isEqualTo("PC");
        assertThat(response.at("/a")
                        .asText()
                        .substring(
                                response.at("/s/0/0").asInt(),
                                response.at("/s/0/1").asInt()))
                .isEqualTo("God.");
    }

    /** Once for each model: for each cell it would be a good part of the page. */
    @Test
    void theCommandThatAsksACellAgainIsThereOnceForItsModel() throws IOException {
        String page = page(reports());

        assertThat(cells(page).at("/again"))
                .singleElement()
                .extracting(JsonNode::asText)
                .asString()
                .startsWith("mvn test-compile cultivar:check '-Dcultivar.select=[engine:cultivar]"
                        + "/[suite:org.example.ReleaseGate]/[topic:@topic@]/[model:m1]/[language:@language@]'"
                        + " -Dcultivar.models=m1 -Dcultivar.languages=@language@ ");
        assertThat(page).containsOnlyOnce("cultivar.select");
    }

    @Test
    void noAnswerAndNoPromptIsShownWhereNoneIsWanted() throws IOException {
        String page = page(reports().answers(AnswersShown.NONE).answer("Secret answer"));

        assertThat(page).doesNotContain("Secret answer", "Skriv om abort").contains("Answers are not shown");
        assertThat(cells(page).at("/cells").size()).isEqualTo(2);
    }

    @Test
    void longAnswersAreCutUnlessAllAreWanted() throws IOException {
        String answer = "a".repeat(5000);

        assertThat(cells(page(reports().answer(answer))).at("/cells/0/r/0/cut").asBoolean())
                .isTrue();
        assertThat(cells(page(reports().answers(AnswersShown.ALL).answer(answer)))
                        .at("/cells/0/r/0/a")
                        .asText())
                .isEqualTo(answer);
    }

    @Test
    void aGreenGateDoesNotMakeARedCellGreen() throws IOException {
        assertThat(page(new Reports().gate(Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS))))
                .contains("<title>Cultivar: the gate passes; 1 cell without any score</title>")
                .contains("<header class=\"fail\">");
    }

    @Test
    void aGateThatComparedNothingIsNotCountedAmongThoseThatPass() throws IOException {
        GateResult uncompared = Gates.uncompared("m1");

        assertThat(page(new Reports().gate(uncompared)))
                .contains("<title>Cultivar: no gate had anything to be compared with");
        assertThat(page(new Reports()
                        .gate(Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS))
                        .gate(uncompared)))
                .contains("<title>Cultivar: 1 of 2 gates passes, 1 had nothing to be compared with")
                .contains("class=\"mark uncompared\"")
                .contains("\u25cb not compared")
                .contains("Danish: not compared, required");
    }

    @Test
    void anIntervalNeverReadsAsIfItBrokeTheVerdict() throws IOException {
        String page = page(
                new Reports().gate(Reports.gate(Gates.alignment("local", 0.4005), 0.7, 0.4009, 0.8, Verdict.PASS)));

        assertThat(page).contains("[0.401, 0.800]").doesNotContain("[0.400, 0.800]");
    }

    @Test
    void aRegressionGateIsHeldAgainstTheLossThatItsMarginAllows() throws IOException {
        assertThat(page(new Reports()
                        .gate(Reports.gate(Gates.regression("v1.json", 0.05, true), -0.01, -0.03, 0.02, Verdict.PASS))))
                .contains("threshold \u22120.05", "margin 0.05");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        Path other = output.resolve("other");
        String once = page(full());
        new RunReports(other, Optional.empty()).write(full().build());

        assertThat(Files.readString(other.resolve(PageFiles.NAME))).isEqualTo(once);
    }

    @Test
    void theTitleSaysTheVerdictAndRedGatesComeFirst() throws IOException {
        String page = page(full());

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
    void aSpentBudgetIsToldApartFromAModelThatFails() throws IOException {
        Reports reports = new Reports().cells();
        for (String language : List.of("da", "nl")) {
            reports.gate(Gates.result(
                    Gates.leaf(Gates.bias("US", 0.05), "m1", language, "US"),
                    new GateOutcome.Undecidable(new Obstacle.BudgetSpent("20 calls", 10, 40, true, "80 calls")),
                    LeaveOneOut.NONE));
        }
        String page = page(reports);

        assertThat(page)
                .contains(
                        "<title>Cultivar: 2 of 2 gates not measured (the budget was spent)</title>",
                        "<header class=\"inconclusive\">",
                        "the budget of 20 calls was spent after 10 of at most 40 responses",
                        "class=\"mark unmeasured\"",
                        "<tr role=\"row\" class=\"unmeasured\"")
                .doesNotContain("<svg class=\"strip\"", "\u2715 </span>");
        assertThat(page.split("was spent after", -1)).as("said once").hasSize(2);
    }

    @Test
    void whatHoldsOfEveryOpenGateIsSaidOnceAndReferredTo() throws IOException {
        Reports reports = new Reports();
        for (String language : List.of("da", "nl", "pt")) {
            reports.gate(Gates.result(
                    Gates.leaf(Gates.bias("US", 0.05), "m1", language, "US"),
                    0.06,
                    0.02,
                    0.1,
                    0.95,
                    Verdict.INCONCLUSIVE));
        }

        String page = page(reports);

        assertThat(page.split("hold the model back", -1)).hasSize(2);
        assertThat(page.split("href=\"#inconclusive\"", -1)).hasSize(4);
        assertThat(page).contains("<p id=\"inconclusive\">");
    }

    @Test
    void aNumberThatDoesNotExistIsADash() throws IOException {
        String page = page(reports()
                .gate(Reports.gate(Gates.alignment("local", 0.4), Double.NaN, Double.NaN, Double.NaN, Verdict.FAIL))
                .estimate(Reports.alignment("DK", Double.NaN, Double.NaN, Double.NaN))
                .estimate(Reports.alignment("US", 0.5, Double.NaN, Double.NaN)));

        assertThat(page).doesNotContain("NaN", "Infinity").contains("\u2013</td>");
    }

    /** The US and the world are hard to tell apart, and so were their letters. */
    @Test
    void lettersOfReferencePointsDoNotLieOnEachOther() throws IOException {
        for (double own : new double[] {0.71, 0.7, 1}) {
            String page = page(new Reports()
                    .estimate(Reports.alignment("DK", 0.45, 0.4, 0.5)
                            .beside(new ReferencePoints(own, 0.70, 0.705, null, null, 0.0)))
                    .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.41, 0.5, Verdict.PASS)));

            Map<String, Double> letters = new HashMap<>();
            Matcher letter = Pattern.compile("<text x=\"([0-9.]+)\" y=\"25\"[^>]*>([ORW])<")
                    .matcher(page);
            while (letter.find()) {
                letters.put(letter.group(2), Double.parseDouble(letter.group(1)));
            }

            assertThat(letters).containsOnlyKeys("O", "R", "W");
            assertThat(letters.values()).allSatisfy(x -> assertThat(x).isBetween(5.0, 215.0));
            assertThat(Math.abs(letters.get("W") - letters.get("R"))).isGreaterThan(9.8);
            assertThat(Math.abs(letters.get("W") - letters.get("O"))).isGreaterThan(9.8);
            assertThat(Math.abs(letters.get("O") - letters.get("R"))).isGreaterThan(9.8);
        }
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
    void aSeedThatWasSetForThisRunAloneIsSaid() throws IOException {
        assertThat(page(reports().seedOfThisRunAlone()))
                .contains("The seed was set for this run alone, to 1. If the suite was run before");
    }

    @Test
    void aRerunOfSomeCellsIsCalledOne() throws IOException {
        assertThat(page(reports().incomplete())).contains("Running cells again until they pass proves nothing.");
    }

    @Test
    void theHeadSaysWhatMovedSinceTheBaseline() throws IOException {
        String page = page(withBaseline());

        assertThat(page.substring(0, page.indexOf("<main")))
                .contains(
                        "Since the baseline: </strong><bdi>m1: alignment fell in Danish; 1 topic of m1 drifted</bdi>");
        assertThat(page(full())).doesNotContain("Since the baseline");
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
                        "20 answers, 17 asked now; from the store 3 older than 30 days, the oldest of 2020-01-01; 2 requests got no answer");
    }

    @Test
    void outcomesAreCountedByModelAndLanguage() throws IOException {
        String page = page(reports());
        String table = page.substring(page.indexOf("<caption>How responses ended"));

        assertThat(table.substring(0, table.indexOf("</table>")))
                .contains(">refusal</th>")
                .contains("<bdi>m1</bdi></th><td><bdi>Danish</bdi></td>")
                .contains(
                        ">6</td><td class=\"number\">2</td><td class=\"number\">33.3%</td><td class=\"number\">4</td>");
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
    void theHeadSaysWhomToHoldBackBeforeAnythingElseIsTold() throws IOException {
        String page = page(full());
        String head = page.substring(0, page.indexOf("<main"));

        assertThat(head)
                .contains(
                        "<bdi>m1</bdi></strong>: <span class=\"badge\">hold back</span>: <bdi>has too little self-consistency in"
                                + " Danish; 1 check of the suite failed</bdi>")
                .contains(
                        "<caption><bdi>\u2715 fails, \u2013 not measured, ? too close to call (INCONCLUSIVE), \u2713 passes")
                .contains("Smallest difference this run could detect: </strong><bdi>alignment with local people 0.1");
        assertThat(Pattern.compile("class=\"mark ").matcher(head).results())
                .as("a mark a gate")
                .hasSize(3);
    }

    @Test
    void everyMarkAndGateHasALinkThatLeadsToItsLine() throws IOException {
        String page = page(full());
        List<String> ids = found(page, "<tr role=\"row\" class=\"(?:fail|inconclusive|pass)\" id=\"([^\"]+)\"");

        assertThat(ids).hasSize(3).doesNotHaveDuplicates().contains("gate-bias-m1-da-DK");
        assertThat(found(page, "class=\"mark [^\"]*\" href=\"#([^\"]+)\"")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(found(page, "class=\"answers\" href=\"#(gate[^\"]+)\"")).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void languagesAndPopulationsAreNamed() throws IOException {
        String page = page(full());

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
    void numbersAndTimesHaveOneStyle() throws IOException {
        String page = page(withBaseline()).replaceAll("(?s)<(script|style|pre|code)[ >].*?</\\1>", "");

        assertThat(found(page, "(>[\\[ ]?-\\d)")).as("minus signs").isEmpty();
        assertThat(found(page.replaceAll("datetime=\"[^\"]*\"", ""), "(\\d{4}-\\d\\d-\\d\\dT)"))
                .as("times")
                .isEmpty();
        assertThat(PageNumbers.of("[-0.4, 1234567]")).isEqualTo("[\u22120.4, 1,234,567]");
        assertThat(PageNumbers.in("lab-7b at 2026-11-24T10:00:00Z, seed 12345, -3"))
                .isEqualTo("lab-7b at 2026-11-24 10:00 UTC, seed 12345, \u22123");
    }

    @Test
    void theShareOfTheModelAgainstThatOfPeopleIsTheFirstFigure() throws IOException {
        String page = page(full());
        String figures = page.substring(page.indexOf("id=\"figures\""));

        assertThat(figures.indexOf("<figure")).isLessThan(figures.indexOf("m1: share in favour by topic"));
        assertThat(figures.substring(0, figures.indexOf("</figure>")))
                .contains("F120 Abortion: model 0.750, people in Denmark 0.84");
        assertThat(figures).contains("Danish: model / people in Denmark", "0.750 / 0.84");
    }

    @Test
    void figuresAreFilesAndInThePage() throws IOException {
        String page = page(full());

        try (Stream<Path> plots = Files.list(output.resolve("plots"))) {
            assertThat(plots.map(file -> file.getFileName().toString()))
                    .contains(Reports.SUITE + ".alignment.da.spearman.svg", Reports.SUITE + ".consistency.svg");
        }
        assertThat(page).contains("aria-labelledby=\"org-example-ReleaseGate-consistency-title\"");
    }

    @Test
    void aStatisticThatCouldNotBeEstimatedKeepsItsReason() throws IOException {
        String page = page(reports()
                .estimate(Reports.estimate(
                        Statistic.CONSISTENCY, "", Double.NaN, Double.NaN, Double.NaN, new Note.AllEqual())));

        assertThat(page).contains("Nothing could be estimated", "nothing can be correlated");
    }

    @Test
    void suitesOfOneModuleEndInOnePage() throws IOException {
        page(reports().suite("org.example.A"));
        String page = page(reports().suite("org.example.B"));

        assertThat(Pattern.compile("class=\"cells\">").matcher(page).results()).hasSize(2);
        assertThat(page).contains("org.example.A", "org.example.B");
    }

    @Test
    void whatMovedSinceTheBaselineIsToldAndDrawn() throws IOException {
        String page = page(full().against(Reports.fell(HOSTILE)));
        String section = page.substring(page.indexOf("id=\"baseline\""), page.indexOf("id=\"caveats\""));

        assertThat(section)
                .contains(
                        "\u22120.300",
                        "[\u22120.400, \u22120.200]",
                        "97.50%",
                        ">0.05<",
                        ">fail<",
                        "other scores, without a gate, changed no more than chance explains")
                .contains("1 topic drifted", "less in favour, away from Denmark (0.845)", "0.0004")
                .contains("org-example-ReleaseGate-baseline-baselines-v1-json-alignment-title")
                .doesNotContain("<script", "<img");
        assertThat(output.resolve("plots").resolve(Reports.SUITE + ".baseline.baselines_v1.json.alignment.svg"))
                .isNotEmptyFile();
        assertThat(page.substring(page.indexOf("id=\"figures\""))).doesNotContain("Change against the baseline");
    }

    @Test
    void withoutABaselineThePageSaysHowToSaveOne() throws IOException {
        String command = "mvn cultivar:baseline-save -Dcultivar.suites=" + Reports.SUITE
                + " -Dcultivar.baseline=baselines/baseline.json";
        assertThat(page(reports().against(Reports.noBaselineYet(0))))
                .contains(
                        "No baseline: save this run with:</bdi></p>",
                        "<code><bdi>" + command + "</bdi></code>",
                        "name it in @RegressionGate");
    }

    @Test
    void aPageOfARunThatBrokeOffDoesNotBlameTheSuite() throws IOException {
        assertThat(page(reports().cells().brokeOff("Endpoint lab: cannot be reached.")))
                .contains("No gate was decided: the run did not finish.", "no cell was done")
                .doesNotContain("the suite has none", "0 models");
    }

    @Test
    void aRunThatMissedGatesIsNotToldToBecomeABaseline() throws IOException {
        assertThat(page(reports().against(Reports.noBaselineYet(2))))
                .contains("Nothing was compared with a baseline.")
                .doesNotContain("No baseline");
    }

    @Test
    void clearingLeavesNoOldPageAndNoOldFigure() throws IOException {
        page(full());
        new RunReports(output, Optional.empty()).clear();

        assertThat(output.resolve(PageFiles.NAME)).doesNotExist();
        assertThat(output.resolve("plots")).isEmptyDirectory();
    }

    @Test
    void noSecretAndNoAddressIsInThePage() throws IOException {
        assertThat(page(full())).doesNotContain("hunter2").doesNotContain("src=", "@import");
    }

    public static Reports withBaseline() {
        return full().against(Reports.fell(HOSTILE));
    }

    static Reports full() {
        return new Reports()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.6, 0.5, 0.7, Verdict.PASS))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.05, 0.01, 0.09, Verdict.INCONCLUSIVE))
                .gate(Reports.gate(Gates.consistency(0.5), 0.2, 0.1, 0.3, Verdict.FAIL))
                .estimate(Reports.alignment("DK", 0.6, 0.5, 0.7)
                        .beside(new ReferencePoints(0.9, 0.65, 0.69, 0.8, "NL", 0.0)))
                .estimate(Reports.estimate(Statistic.CONSISTENCY, "", 0.2, 0.1, 0.3))
                .estimate(Reports.estimate(Statistic.BIAS, "US", 0.05, 0.01, 0.09))
                .failedCheck(Reports.ABORTION, "gap 0.5 is not below 0.4");
    }

    private static Reports reports() {
        return new Reports();
    }

    private String page(Reports reports) throws IOException {
        new RunReports(output, Optional.empty()).write(reports.build());
        return Files.readString(output.resolve(PageFiles.NAME), StandardCharsets.UTF_8);
    }

    private static JsonNode cells(String page) throws IOException {
        Matcher matcher = Pattern.compile("(?s)<script type=\"application/json\" class=\"cells\">(.*?)</script>")
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        List<String> found = List.of(matcher.group(1));
        return ResultsJson.mapper().readTree(found.get(0));
    }
}
