package dev.cultivar.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Scope;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.words.Caveats;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Settings.Print;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReportTest {

    @Test
    void theTableHasParametersAsColumnsAndThenCountScoreIntervalsAndUnits() {
        String text = console(new Reports().estimate(Reports.alignment("DK", 0.8123, 0.7001, 0.8999)));

        assertThat(text)
                .containsPattern(
                        "Statistic +\\(model\\) +\\(language\\) +\\(population\\) +n +Score +These topics +Units")
                .containsPattern("alignment +m1 +Danish +Denmark +300 +0\\.812 +\\[0\\.700, 0\\.900\\] +rho");
    }

    @Test
    void boundsAreRoundedAwayFromTheScore() {
        String text = console(new Reports().estimate(Reports.alignment("DK", 0.45, 0.3996, 0.5001)));

        assertThat(text).contains("[0.399, 0.501]").doesNotContain("0.400");
    }

    @Test
    void negativesKeepTheirSignHoweverSmall() {
        String text = console(new Reports()
                .print(Print.ALL)
                .estimate(Reports.alignment("DK", -0.0002, -0.21, 0.2))
                .estimate(Reports.alignment("SE", -0.31, -0.5, -0.1)));

        assertThat(text).contains(" -0.0002 ").contains(" -0.310 ").contains("[-0.500, -0.100]");
    }

    @Test
    void whatPopulationsWouldScoreStandsBesideAnAlignment() {
        String text = console(new Reports()
                .print(Print.ALL)
                .estimate(Reports.alignment("DK", 0.5, 0.4, 0.6)
                        .beside(new ReferencePoints(0.92, 0.65, 0.69, 0.802, "NL", 0.0)))
                .estimate(Reports.alignment("US", 0.5, 0.4, 0.6)
                        .beside(new ReferencePoints(0.93, null, 0.7, null, null, 0.0))));

        assertThat(text)
                .containsPattern("Units +Own +US +World +Best other +Random")
                .containsPattern("Denmark .* rho +0\\.920 +0\\.650 +0\\.690 +the Netherlands 0\\.802 +0\\.000")
                .containsPattern("the US .* rho +0\\.930 {9}0\\.700 {26}0\\.000");
    }

    @Test
    void aStatisticWithoutAValueSaysWhy() {
        String text = console(new Reports()
                .estimate(Reports.estimate(
                        Statistic.ALIGNMENT,
                        "DK",
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        new Note.FewTopics(2, Note.Need.TRUTH, 5))));

        assertThat(text).containsPattern("alignment .* - +rho +only 2 topics").doesNotContain("NaN");
    }

    @Test
    void aVerdictIsNeverContradictedByItsNumbers() {
        String text = console(new Reports()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.39996, 0.5, Verdict.INCONCLUSIVE)));

        assertThat(text)
                .containsPattern(
                        "INCONCLUSIVE +alignment +m1 +Danish +Denmark +300 +0\\.450 +\\[0\\.39996, 0\\.500\\] +these +>= 0\\.40")
                .contains("Gates: 1 inconclusive.")
                .contains("again: mvn test-compile cultivar:check -Dcultivar.suites=org.example.ReleaseGate"
                        + " -Dcultivar.models=m1 -Dcultivar.languages=da -Dcultivar.responses=744 -Dcultivar.seed=1");
    }

    @Test
    void theCommandAfterOpenGatesHasTheResponsesThatDecideTheHungriestUnlessOneFails() {
        GateResult open = Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.39, 0.51, Verdict.INCONCLUSIVE);
        GateResult wider = Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.35, 0.55, Verdict.INCONCLUSIVE);

        assertThat(console(new Reports().gate(open).gate(wider)))
                .contains(" -Dcultivar.responses=2970 -Dcultivar.seed=1")
                .doesNotContain(" -Dcultivar.responses=1069");
        assertThat(console(new Reports()
                        .gate(open)
                        .gate(Reports.gate(Gates.bias("US", 0.05), 0.17, 0.07, 0.27, Verdict.FAIL))))
                .contains(" -Dcultivar.responses=6 -Dcultivar.seed=1");
        // The run of the baseline would need as many.
        assertThat(console(new Reports()
                        .gate(Reports.gate(
                                Gates.regression("v1.json", 0.05, true), -0.06, -0.1, -0.02, Verdict.INCONCLUSIVE))))
                .contains(" -Dcultivar.responses=6 -Dcultivar.seed=1");
    }

    @Test
    void eachOfTwoIntervalsOfAScoreSaysWhatItAllowsFor() {
        String text = console(new Reports()
                .estimate(Reports.alignment("DK", 0.5, 0.45, 0.55))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.5, 0.41, 0.59, Verdict.PASS)));

        assertThat(text)
                .containsPattern("Scores: each interval is for that score alone, at 95%\nStatistic .*These topics")
                .containsPattern("Verdicts: each interval allows for all looks, at 95%\nVerdict .*Interval +Topics");
        assertThat(console(new Reports()
                        .gate(Reports.gate(Gates.coverage(0.8), 0.9, Double.NaN, Double.NaN, Verdict.PASS))))
                .as("an exact share has no interval")
                .doesNotContain("each interval");
    }

    @Test
    void anAlarmIsACountAndHasNoDecimals() {
        assertThat(console(new Reports()
                        .gate(Reports.gate(
                                new Drift("v1.json", "", true, Scope.ALL), 3, Double.NaN, Double.NaN, Verdict.FAIL))))
                .containsPattern("FAIL +drift of categories .* 3 .* <= 0\n");
    }

    @Test
    void theClosingWordsAreThoseOfTheOtherReports() {
        String text = console(new Reports());
        List<String> words = Caveats.always(ResultsFile.of(new Reports().build()));

        assertThat(text.replace('\n', ' ')).contains(String.join(" ", words)).contains("answers in responses.jsonl.");
        assertThat(text.substring(text.indexOf("A score says")).lines().limit(8))
                .allMatch(line -> line.length() <= 104);
        assertThat(console(new Reports().answers(AnswersShown.NONE)).replace('\n', ' '))
                .contains("answers in the store.");
    }

    @Test
    void theHeaderSaysWhereEachSettingCameFromAndWhatWasNotScored() {
        String text = console(new Reports());

        assertThat(text)
                .containsPattern("# +languages +da +parameter")
                .containsPattern("# +models +m1 +annotation")
                .doesNotContainPattern("# +seed +1 +default")
                .containsPattern("\\(model\\) +\\(language\\) +Planned +SCORED +REFUSAL")
                .containsPattern("m1 +Danish +6 +2 +4")
                .contains("took 12.3 s")
                .contains("Backend of m1: m1-2026 fp_1");
    }

    @Test
    void allOfItIsPrintedWhereItIsAskedFor() {
        Reports reports = new Reports()
                .estimate(Reports.alignment("DK", 0.8, 0.7, 0.9))
                .estimate(Reports.alignment("US", 0.6, 0.5, 0.7))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL))
                .failedCheck(Reports.ABORTION, "the gap is 0.6");
        String brief = console(reports);
        String all = console(reports.print(Print.ALL));

        assertThat(brief)
                .doesNotContainPattern("(?m) default$")
                .doesNotContainPattern("alignment +m1 +Danish +the US")
                .doesNotContain("Bias of m1", "the gap is 0.6")
                .containsPattern("alignment +m1 +Danish +Denmark")
                .containsPattern("FAIL +bias +m1 +Danish +Denmark")
                .contains("FAIL: check of F120, m1 in Danish\n")
                .containsPattern("Not shown: \\d+ settings at their defaults, 1 row of statistics\\. They are in"
                        + " results\\.json; -Dcultivar\\.print=all prints them\\.");
        assertThat(all)
                .containsPattern("# +seed +1 +default")
                .containsPattern("alignment +m1 +Danish +the US")
                .contains("FAIL: Bias of m1 in Danish towards Denmark is 0.20")
                .contains("FAIL: check of F120, m1 in Danish: the gap is 0.6")
                .doesNotContain("Not shown");
    }

    /** 3 models in 4 languages on 76 topics, as many populations as English has, and 48 gates of which none holds. */
    @Test
    void aReleaseRunIsReadOnFewLines() {
        SuiteReport report = large(3, Verdict.FAIL);
        String brief = ConsoleReport.of(ResultsFile.of(report), false);
        String all = ConsoleReport.of(ResultsFile.of(report), true);

        assertThat(report.gates()).hasSize(48);
        assertThat(brief.lines()).hasSizeLessThan(110);
        assertThat(brief.lines().skip(brief.lines().count() - 4).map(line -> line.replaceFirst(": .*", "")))
                .containsExactly("model-0", "model-1", "model-2", "  again");
        assertThat(brief)
                .contains("Gates: 48 fail.", "24 more that do not pass are in summary.md and report.html.")
                .containsPattern("model-0 +Danish +0\\.300 FAIL +0\\.500 +0\\.300 FAIL");
        assertThat(all.lines()).hasSizeGreaterThan(280);
        assertThat(all).doesNotContain("Not shown", "more that do not hold");
        for (String model : List.of("model-0", "model-1", "model-2")) {
            for (String language : List.of("Danish", "Dutch", "English", "Portuguese")) {
                assertThat(brief).containsPattern("(?m)^" + model + " +" + language + " +0\\.\\d+ FAIL");
                assertThat(all).containsPattern("(?m)^FAIL +coverage +" + model + " +" + language + " ");
            }
        }
    }

    /** Who reads the end of a log has all of it; what was measured on the way stands above. */
    @Test
    void verdictsModelsAndTheCommandStandTogetherAtTheEnd() {
        String text = console(new Reports()
                .estimate(Reports.alignment("DK", 0.45, 0.4, 0.5))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL))
                .failedCheck(Reports.ABORTION, "the gap is 0.6"));

        assertThat(text.substring(text.indexOf("Verdict ")).lines().filter(line -> !line.isEmpty()))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Verdict "),
                        line -> assertThat(line).startsWith("FAIL "),
                        line -> assertThat(line).isEqualTo("Gates: 1 fail."),
                        line -> assertThat(line).isEqualTo("  FAIL: check of F120, m1 in Danish"),
                        line -> assertThat(line).startsWith("m1: hold back: "),
                        line -> assertThat(line).startsWith("  again: mvn "));
    }

    /** A hundred models more are no more lines, and those whose gates fail come first. */
    @Test
    void aTableThatIsFoldedShowsTheWorstAndCountsTheRest() {
        List<GateResult> gates = new ArrayList<>(large(20, Verdict.PASS).gates());
        gates.set(319, Gates.result(gates.get(319).leaf(), 0.1, 0.05, 0.2, 0.95, Verdict.FAIL));
        SuiteReport report = large(20, Verdict.PASS);
        String brief = ConsoleReport.of(
                ResultsFile.of(new SuiteReport(
                        report.run(),
                        report.estimates(),
                        gates,
                        report.checks(),
                        report.environment(),
                        List.of(),
                        LeftOut.NONE,
                        null)),
                false);

        assertThat(brief.lines()).hasSizeLessThan(140);
        assertThat(brief)
                .contains("Gates: 319 pass, 1 fail.")
                .contains("40 other lines with no worse verdict.", "319 gates that pass. They are in results.json")
                .containsPattern("ok, \\? and FAIL[^\n]*\n\\(model\\)[^\n]*\nmodel-19 +Portuguese .* FAIL");
    }

    /** What a gate decided on and not what came later, so that no verdict is contradicted by the score beside it. */
    @Test
    void theScoreBesideAVerdictIsTheOneThatWasDecidedOn() {
        Reports reports = new Reports()
                .estimate(Reports.alignment("DK", 0.45, 0.4, 0.6))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.39996, 0.3, 0.5, Verdict.INCONCLUSIVE));
        for (int i = 0; i < 25; i++) {
            reports.estimate(of("other-" + i, 0.2));
        }

        assertThat(console(reports)).containsPattern("(?m)^m1 +Danish +0\\.39996 \\?$");
    }

    @Test
    void aGateOnOtherPeopleStandsInAColumnOfItsOwn() {
        Reports reports = new Reports()
                .estimate(Reports.alignment("DK", 0.45, 0.4, 0.6))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.41, 0.5, Verdict.PASS))
                .gate(Gates.result(
                        Gates.leaf(Gates.alignment("US", 0.4), "m1", "da", "US"), 0.1, 0.05, 0.2, 0.95, Verdict.FAIL));
        for (int i = 0; i < 25; i++) {
            reports.estimate(of("other-" + i, 0.2));
        }

        assertThat(console(reports))
                .containsPattern("\\(model\\) +\\(language\\) +alignment +alignment the US\n")
                .containsPattern("(?m)^m1 +Danish +0\\.450 ok +0\\.100 FAIL$");
    }

    private static Estimate of(String model, double value) {
        return new Estimate(
                Statistic.ALIGNMENT,
                model,
                "fam",
                "da",
                "DK",
                "country",
                "spearman",
                value,
                value - 0.1,
                value + 0.1,
                0.95,
                Estimand.THESE_TOPICS,
                300,
                32,
                "rho",
                "robust",
                null,
                List.of());
    }

    /** Models in four languages with four gates each. */
    private static SuiteReport large(int models, Verdict verdict) {
        List<String> languages = List.of("da", "nl", "en", "pt");
        SuiteReport any = new Reports().build();
        List<CellRecord> cells = new ArrayList<>();
        List<Estimate> estimates = new ArrayList<>();
        List<GateResult> gates = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            for (String language : languages) {
                String name = "model-" + model;
                for (int topic = 0; topic < 76; topic++) {
                    cells.add(new CellRecord(
                            new CellKey("T" + topic, name, language),
                            4,
                            Map.of(Outcome.SCORED, 3, Outcome.REFUSAL, 1),
                            0.5,
                            StatementCounts.NONE,
                            PromptParts.NONE,
                            List.of()));
                }
                for (Gate gate : List.of(
                        Gates.alignment("local", 0.4),
                        Gates.consistency(0.4),
                        Gates.bias("US", 0.4),
                        Gates.coverage(0.4))) {
                    gates.add(Gates.result(Gates.leaf(gate, name, language, "own"), 0.3, 0.2, 0.35, 0.95, verdict));
                }
                for (String population : List.of("own", "AU", "CA", "GB", "KE", "NG", "NIR", "NZ", "SG", "US")) {
                    for (Statistic statistic : List.of(Statistic.ALIGNMENT, Statistic.DISTINCT)) {
                        estimates.add(estimate(statistic, name, language, population));
                    }
                }
            }
        }
        RunRecord run = new RunRecord(
                any.run().plan(),
                true,
                cells,
                List.of(),
                any.run().backends(),
                any.run().spent(),
                any.run().started(),
                any.run().finished());
        return new SuiteReport(run, estimates, gates, any.checks(), any.environment(), List.of(), LeftOut.NONE, null);
    }

    private static Estimate estimate(Statistic statistic, String model, String language, String population) {
        return new Estimate(
                statistic,
                model,
                "fam",
                language,
                population,
                "country",
                "spearman",
                0.5,
                0.4,
                0.6,
                0.95,
                Estimand.THESE_TOPICS,
                300,
                76,
                "rho",
                "robust",
                null,
                List.of());
    }

    @Test
    void aRunOfSelectedCellsSaysSo() {
        assertThat(console(new Reports().incomplete()))
                .contains("NOT COMPLETE")
                .contains("No gate was decided")
                .doesNotContain("declared");
        assertThat(console(new Reports())).doesNotContain("NOT COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE", "tr-TR", "hi-IN-u-nu-deva"})
    void theTextIsTheSameInEveryLocale(String tag) {
        Reports reports = new Reports()
                .estimate(Reports.alignment("DK", -0.5, -0.6, 0.4))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.1, 0.06, 0.2, Verdict.FAIL));
        String expected = console(reports);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));

            assertThat(console(reports)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noControlCharacterOfAnUntrustedTextReachesTheTerminal() {
        String hostile =
                "red \u001B[31mtext\u001B[0m \u001B]0;title\u0007 \u009B2J \u202Egnp.exe\r\nsecond line \u0000\u0008";
        String text = console(new Reports()
                .print(Print.ALL)
                .estimate(Reports.estimate(
                        Statistic.ALIGNMENT, "DK", Double.NaN, Double.NaN, Double.NaN, new Note.BiasNotFitted(hostile)))
                .failedCheck(Reports.ABORTION, hostile));

        assertThat(text).contains("red text").doesNotContainPattern("[\\p{Cc}&&[^\\n]]|\u202E|title|2J");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("second line"));
    }

    private static String console(Reports reports) {
        return RunReports.console(reports.build());
    }
}
