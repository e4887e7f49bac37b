package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.page.PageReports;
import dev.cultivar.report.page.PageSizeMain;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.Settings;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AllureAttachmentsTest extends InAllureFolder {

    @Test
    void aCellWithoutACheckIsEvidenceOfTheGatesOnItsModelAndLanguage() throws IOException {
        write(new Reports()
                .cells(cell("c", Map.of(Outcome.SCORED, 2, Outcome.REFUSAL, 1)), cell("d", Map.of(Outcome.SCORED, 3)))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS))
                .gate(Reports.gate(Gates.coverage(0.5), 0.9, 0.9, 0.9, Verdict.PASS)));

        assertThat(results())
                .extracting(TestResult::getName)
                .containsExactly("gate bias, m1 in Danish, Denmark", "gate coverage, m1 in Danish, Denmark");
        assertThat(results()).allSatisfy(gate -> assertThat(attached(gate, "topics of m1 in Danish.csv"))
                .contains("\nc,,3,2,1,0,0,0,0,0,0.500,")
                .contains("\nd,,3,3,0,0,0,0,0,0,0.500,"));
    }

    @Test
    void whatNoGateRestsOnIsAttachedToTheFirstGateOfItsModelOrOfAll() throws IOException {
        write(new Reports()
                .cells(cell("c", Map.of(Outcome.SCORED, 3)), other("m1", "nl"), other("m2", "nl"))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results()).singleElement().satisfies(gate -> assertThat(names(gate))
                .contains("topics of m1 in Danish.csv", "topics of m1 in Dutch.csv", "topics of m2 in Dutch.csv"));
    }

    @Test
    void theFigureInWhichAGateStandsAmongOthersIsAttachedToIt() throws IOException {
        write(PageReports.withBaseline());

        assertThat(results().stream()
                        .flatMap(result -> names(result).stream().filter(name -> name.startsWith(Reports.SUITE))))
                .containsExactlyInAnyOrder(
                        Reports.SUITE + ".alignment.da.spearman.svg",
                        Reports.SUITE + ".bias.svg",
                        Reports.SUITE + ".consistency.svg");
    }

    @Test
    void theTableOfTopicsSaysWhatEachAddsToTheGatesOfItsModelAndLanguageTheHeaviestOfAMissedGateFirst()
            throws IOException {
        write(new Reports()
                .cells(
                        cell("F118", Map.of(Outcome.SCORED, 3)),
                        cell("F120", Map.of(Outcome.SCORED, 3)),
                        cell("F123", Map.of(Outcome.SCORED, 3)))
                .gate(weighed(Gates.alignment("local", 0.4), Verdict.PASS, 0.5, 0.1, 0.5))
                .gate(weighed(Gates.bias("US", 0.05), Verdict.FAIL, 0.5, 0.4, 0.1)));

        List<String> rows =
                attached(results().get(0), "topics of m1 in Danish.csv").lines().toList();
        assertThat(rows.get(0)).endsWith(",adds to alignment with people in Denmark,adds to bias towards Denmark");
        assertThat(rows.get(1)).startsWith("F123,Suicide <b>,").endsWith(",0.000,0.400");
        assertThat(rows.get(2)).startsWith("F120,Abortion,").endsWith(",0.400,0.100");
        assertThat(rows.get(3)).startsWith("F118,").endsWith(",0.000,0.000");
    }

    /** What a spreadsheet would take for a formula stays text, whoever wrote it. */
    @Test
    void noFormulaGetsIntoATable() throws IOException {
        write(new Reports()
                .cells(cell("=cmd", Map.of(Outcome.SCORED, 3)))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(attached(results().get(0), "topics of m1 in Danish.csv")).contains("\n'=cmd,");
    }

    @Test
    void answersAreAttachedAsTextOnlyAndOnlyIfTheyMayBeShown() throws IOException {
        write(new Reports().failedCheck(SUICIDE, "hm").failedCheck(Reports.ABORTION, "gap was 0.6"));
        TestResult abortion = results().get(0);
        assertThat(abortion.getAttachments())
                .extracting(attachment -> attachment.getName(), attachment -> attachment.getType())
                .containsExactly(
                        tuple("answers.txt", "text/plain"),
                        tuple("topics of m1 in Danish.csv", "text/csv"),
                        tuple("answers of m1 in Danish.txt", "text/plain"));
        assertThat(attached(abortion, "answers.txt"))
                .contains("  1. PRO     God.")
                .contains("  2. CON     Ond.");
        String again = "again: mvn test-compile cultivar:check '-Dcultivar.select=[engine:cultivar]"
                + "/[suite:org.example.ReleaseGate]/[topic:F120]/[model:m1]/[language:da]' -Dcultivar.models=m1 ";
        assertThat(abortion.getStatusDetails().getTrace())
                .contains("gap was 0.6\n" + again, "\n(one cell decides no gate");
        assertThat(attached(abortion, "answers of m1 in Danish.txt"))
                .contains("==== F120 Abortion, 1 answer\n" + again, "\n(one cell decides no gate")
                .contains("  1. PRO     God.")
                .contains("-- answer\nNej.");

        write(new Reports().answers(AnswersShown.NONE).failedCheck(Reports.ABORTION, "gap was 0.6"));
        assertThat(names(results().get(0))).containsExactly("topics of m1 in Danish.csv");
    }

    @Test
    void anAnswerIsPlainTextWhateverTheModelSaid() throws IOException {
        write(new Reports().refusal("<script>alert(1)</script>\u001B[31m").failedCheck(SUICIDE, "hm"));

        assertThat(attached(results().get(0), "answers.txt"))
                .contains("<script>alert(1)</script>")
                .doesNotContain("\u001B");
    }

    @Test
    void longAnswersAreCutAndSayWhereTheRestIs() throws IOException {
        write(new Reports().refusal("x".repeat(50_000)).failedCheck(SUICIDE, "hm"));

        assertThat(attached(results().get(0), "answers.txt"))
                .contains("(cut; the whole is in responses.jsonl)")
                .hasSizeLessThan(6_000);
    }

    @Test
    void allAnswersAreAttachedWhereTheyWereAskedFor() throws IOException {
        SuiteReport few = PageSizeMain.report(76);
        int shown = answers(few);
        assertThat(shown).isLessThan(few.run().size());

        SuiteReport all = new SuiteReport(
                InMemory.run(
                        new RunPlan(
                                few.suite(),
                                few.run().plan().settings().with(Settings.ANSWERS, AnswersShown.ALL, Origin.PARAMETER),
                                few.run().plan().topics(),
                                few.run().plan().prompts(),
                                few.run().plan().books(),
                                few.run().plan().populations()),
                        true,
                        few.run().cells(),
                        few.run().responses().toList(),
                        few.run().backends(),
                        few.run().spent(),
                        few.run().started(),
                        few.run().finished()),
                few.estimates(),
                few.gates(),
                few.checks(),
                few.environment(),
                List.of(),
                LeftOut.NONE,
                null);
        assertThat(answers(all)).isEqualTo(few.run().size());
    }

    /** How many are in the attached texts of models and languages; what is left out is said. */
    private int answers(SuiteReport report) throws IOException {
        new AllureResults(allure(), folder.resolve("cultivar")).write(report, SuiteFigures.of(report));
        int shown = 0;
        int leftOut = 0;
        try (var files = Files.list(allure())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                String text = Files.readString(file);
                if (text.startsWith("==== ")) {
                    shown += (int)
                            text.lines().filter(line -> line.startsWith("== ")).count();
                    Matcher rest = Pattern.compile("\\((\\d+) further answers").matcher(text);
                    leftOut += rest.find() ? Integer.parseInt(rest.group(1)) : 0;
                }
            }
        }
        assertThat(shown + leftOut).isEqualTo(report.run().size());
        return shown;
    }
}
