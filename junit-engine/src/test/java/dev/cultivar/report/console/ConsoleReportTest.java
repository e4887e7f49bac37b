package dev.cultivar.report.console;

import static dev.cultivar.report.console.ConsoleRuns.console;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Scope;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.report.Reports;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Settings.Print;
import dev.cultivar.stats.Interval;
import java.util.Locale;
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
                .containsPattern("Units +Own +US +Mean of others +Best other +Random")
                .containsPattern("Denmark .* rho +0\\.920 +0\\.650 +0\\.690 +the Netherlands 0\\.802 +0\\.000")
                .containsPattern("the US .* rho +0\\.930 {18}0\\.700 {26}0\\.000");
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

    /** As a correction leaves them: the verdicts together are at 95%, no interval but the last one is. */
    @Test
    void intervalsOfDifferentLevelsSayEachItsOwn() {
        assertThat(console(new Reports()
                        .gate(corrected(0.9917, 0.3, 0.7, Verdict.INCONCLUSIVE))
                        .gate(corrected(0.95, 0.41, 0.59, Verdict.PASS))
                        .gate(Reports.gate(Gates.coverage(0.8), 0.9, Double.NaN, Double.NaN, Verdict.PASS))))
                .containsPattern("Verdicts allow for all gates and looks, at 95%; each interval is at its own level\n"
                        + "Verdict .*Interval +Level +Topics")
                .containsPattern("\\[0\\.300, 0\\.700\\] +99\\.17% +these")
                .containsPattern("\\[0\\.410, 0\\.590\\] +95% +these")
                .containsPattern("coverage .* 0\\.900 +>= 0\\.80");
        assertThat(console(new Reports()
                        .gate(corrected(0.975, 0.3, 0.7, Verdict.INCONCLUSIVE))
                        .gate(corrected(0.975, 0.35, 0.65, Verdict.INCONCLUSIVE))))
                .contains("Verdicts allow for all gates and looks, at 95%; each interval is at 97.5%\n")
                .doesNotContain("Level");
    }

    private static GateResult corrected(double level, double lower, double upper, Verdict verdict) {
        return Gates.result(
                Gates.leaf(Gates.alignment("local", 0.4), "m1", "da", "DK"),
                new GateOutcome.Decided(
                        0.5,
                        new Interval(lower, upper, level),
                        Estimand.THESE_TOPICS,
                        new ErrorControl("holm", 6, 0.95),
                        verdict,
                        null),
                LeaveOneOut.NONE);
    }

    @Test
    void anAlarmIsACountAndHasNoDecimals() {
        assertThat(console(new Reports()
                        .gate(Reports.gate(
                                new Drift("v1.json", "", true, Scope.ALL), 3, Double.NaN, Double.NaN, Verdict.FAIL))))
                .containsPattern("FAIL +drift of categories .* 3 .* <= 0\n");
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
}
