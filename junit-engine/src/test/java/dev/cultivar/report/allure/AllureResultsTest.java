package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.page.PageSizeMain;
import dev.cultivar.results.SuiteReport;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AllureResultsTest extends InAllureFolder {

    @Test
    void gatesAndCellsWithACheckOfTheirOwnHaveAResultThatAllureReads() throws IOException {
        write(new Reports()
                .heldCheck(Reports.ABORTION)
                .heldCheck(SUICIDE)
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results())
                .extracting(TestResult::getName)
                .containsExactly(
                        "F120 Abortion, m1 in Danish",
                        "F123 Suicide <b>, m1 in Danish",
                        "gate bias, m1 in Danish, Denmark");
        assertThat(results()).allSatisfy(result -> {
            assertThat(result.getStage()).isNotNull();
            assertThat(result.getStart()).isPositive();
            assertThat(result.getStop()).isGreaterThanOrEqualTo(result.getStart());
            assertThat(result.getLabels()).extracting(Label::getName).doesNotContain("language");
            assertThat(result.getAttachments())
                    .allSatisfy(attachment ->
                            assertThat(allure().resolve(attachment.getSource())).isNotEmptyFile());
        });
    }

    @Test
    void parametersAreNamesAndNoCodes() throws IOException {
        write(new Reports()
                .heldCheck(Reports.ABORTION)
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results()).allSatisfy(result -> assertThat(result.getParameters())
                .filteredOn(parameter -> parameter.getName().equals("language"))
                .extracting(Parameter::getValue)
                .containsExactly("Danish"));
        assertThat(results().stream().flatMap(result -> result.getParameters().stream()))
                .filteredOn(parameter -> parameter.getName().equals("population"))
                .extracting(Parameter::getValue)
                .containsExactly("Denmark");
    }

    @Test
    void descriptionsHoldNoHtmlOfATopicsLabelOrOfACheck() throws IOException {
        write(new Reports()
                .failedCheck(SUICIDE, "<script>alert(1)</script>")
                .gate(weighed(Gates.bias("US", 0.05), Verdict.FAIL, 0.5, 0.4, 0.1)));

        assertThat(results())
                .extracting(TestResult::getDescriptionHtml)
                .anySatisfy(html -> assertThat(html).contains("&lt;script&gt;"))
                .anySatisfy(html -> assertThat(html).contains("F123 Suicide &lt;b&gt;"))
                .noneSatisfy(html -> assertThat(html).contains("<script>"))
                .noneSatisfy(html -> assertThat(html).contains("<b>"));
    }

    @Test
    void theEnvironmentIsAPropertiesFileThatReadsBack() throws IOException {
        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(allure().resolve("environment.properties"))) {
            properties.load(in);
        }
        assertThat(properties)
                .containsEntry("cultivar", "0.1.0")
                .containsEntry("cultivar.seed", "1 (default)")
                .containsEntry("git.commit", "0123456789abcdef0123456789abcdef01234567");
        assertThat(properties.getProperty("judge")).startsWith("UNCALIBRATED JUDGE ");
        assertThat(results())
                .filteredOn(result -> result.getDescriptionHtml().contains("UNCALIBRATED JUDGE"))
                .isNotEmpty();
        assertThat(allure().resolve("categories.json")).isNotEmptyFile();
        assertThat(allure().resolve("executor.json")).isNotEmptyFile();
    }

    /** 26 models in 10 languages with four gates each. */
    @Test
    @Tag("slow")
    void twentyThousandCellsAreFewFiles() throws IOException {
        SuiteReport report = PageSizeMain.report(20_000);
        new AllureResults(allure(), folder.resolve("cultivar")).write(report, SuiteFigures.of(report));

        assertThat(report.gates()).hasSizeGreaterThan(1_000);
        List<TestResult> results = results();
        assertThat(results.size()).isEqualTo(report.gates().size());
        try (var files = Files.list(allure())) {
            assertThat(files.count()).isLessThan(2_000);
        }
        for (TestResult result : results) {
            for (String name : names(result)) {
                if (name.startsWith("answers of")) {
                    assertThat(attached(result, name)).contains("==== ").hasSizeLessThan(10_000);
                }
            }
        }
    }
}
