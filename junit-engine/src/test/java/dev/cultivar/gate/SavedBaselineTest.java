package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Verdict;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.report.words.FactSentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavedBaselineTest extends SinceBaseline {

    @Test
    void aBaselineIsReadAsItWasWritten() {
        BaselineRun written = suite("DK").saved();
        BaselineFiles.write(written, folder.resolve("again.json"));
        assertThat(baselines.read("again.json")).contains(written);
        assertThat(written.statistics())
                .extracting(BaselineRun.Figure::statistic)
                .contains("alignment", "coverage");
    }

    @Test
    void aBaselineHasALineATopicWithThePolarityOfEachPrompt() throws IOException {
        String file = Files.readString(folder.resolve(FILE));
        assertThat(file.lines().filter(line -> line.contains("\"t01/claim-pro\" : ")))
                .hasSize(suite("DK").topics().size())
                .allMatch(line -> line.matches(
                        "\\s+\"\\w+\" : \\{ \"t01/claim-con\" : [01]\\.\\d, \"t01/claim-pro\" : [01]\\.\\d, .* },?"));
    }

    @Test
    void aFileOfTheVersionBeforeIsStillCompared() throws IOException {
        BaselineRun saved = suite("DK").saved();
        List<BaselineRun.Sample> counts = saved.samples().stream()
                .map(sample -> new BaselineRun.Sample(
                        sample.model(),
                        sample.language(),
                        0,
                        sample.planned(),
                        null,
                        sample.polarityCounts().byTopic()))
                .toList();
        Path file = folder.resolve(FILE);
        BaselineFiles.write(
                new BaselineRun(saved.schema(), saved.suite(), saved.judge(), saved.runs(), saved.statistics(), counts),
                file);
        Files.writeString(file, Files.readString(file).replace("cultivar-baseline/4", "cultivar-baseline/3"));

        assertThat(verdict(suite("NG").seed(2), true).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict(suite("NG").seed(2), true).obstacle()).isEmpty();
    }

    @Test
    void theFileOfAnotherVersionSaysSoInOneLine() throws IOException {
        Path file = folder.resolve(FILE);
        Files.writeString(file, "{\"schema\": \"cultivar-baseline/2\", \"judge\": \"planted/judge\"}");
        assertThat(FactSentences.of(verdict(suite("DK"), true)))
                .contains("has schema 'cultivar-baseline/2' instead of cultivar-baseline/4, so another version of"
                        + " Cultivar wrote it; save it again with cultivar:baseline-save");
    }

    @Test
    void aDamagedBaselineFailsAlsoWhereItIsNotRequired() throws IOException {
        Path file = folder.resolve(FILE);
        String whole = Files.readString(file);
        for (String damaged : List.of(
                "",
                "{",
                "[]",
                whole.substring(0, whole.length() / 2),
                whole.replace("cultivar-baseline/4", "cultivar-baseline/9"),
                whole.replace("\"run\" : 0", "\"run\" : 1"),
                whole.replaceFirst("(?s)\"runs\" : \\[.*?\"statistics\"", "\"runs\" : [], \"statistics\""),
                whole.replace("\"provenance\"", "\"origin\""),
                whole.replaceFirst("\"t01/claim-pro\" : 0\\.\\d", "\"t01/claim-pro\" : 1.5"),
                whole.replaceFirst("\"t01/claim-pro\" : 0\\.\\d", "\"t01/claim-pro\" : -0.5"),
                whole.replaceFirst("\"t01/claim-pro\" : 0\\.\\d", "\"t01/claim-pro\" : \"NaN\""),
                whole.replaceFirst("\"t01/claim-pro\" :", "\"t01\" :"),
                whole.replaceFirst("\"t01/claim-pro\" :", "\"t01/x\" :"),
                whole.replace("\"answers\"", "\"replies\""),
                whole.replace("\"samples\"", "\"examples\""))) {
            Files.writeString(file, damaged);
            GateResult verdict = verdict(suite("DK"), false);
            assertThat(verdict.verdict())
                    .as(damaged.substring(0, Math.min(40, damaged.length())))
                    .isEqualTo(Verdict.FAIL);
            assertThat(FactSentences.of(verdict))
                    .contains(FILE, "baseline-save")
                    .doesNotContain("\n");
        }
    }

    @Test
    void aPartOfASuiteIsNoBaseline() {
        Suite suite = suite("DK").partly();
        assertThatThrownBy(suite::saved)
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("run the whole suite");
    }
}
