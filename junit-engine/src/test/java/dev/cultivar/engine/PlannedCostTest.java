package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedCostTest {

    @Test
    void saysWhatARunWouldCostWithTheJudgeApart(@TempDir Path folder) throws IOException {
        try (Lab lab = new Lab()) {
            Map<String, String> parameters = Map.of(
                    "cultivar.config", lab.settings(folder).toString(),
                    "cultivar.models", "perfect,uniform",
                    "cultivar.responses", "1000",
                    "cultivar.budget", "25 USD");

            String text = DryRun.describe(
                    List.of(BudgetRunTest.Suite.class.getName()), key -> Optional.ofNullable(parameters.get(key)));

            // 1,000 answers of 330 tokens at 2 a million are 0.66, and the prompts come on top.
            assertThat(text)
                    .containsPattern("perfect: 1000 calls, about \\d+ tokens in, 330000 out, about 0\\.7\\d in money")
                    .containsPattern("uniform: 1000 calls, about \\d+ tokens in, 330000 out, about 0\\.7\\d in money")
                    // 2,000 judgements: 630 tokens at 0.5 and 60 at 1 a million each.
                    .contains(
                            "judge judge: at most 2000 calls, about 1260000 tokens in, 120000 out, about 0.75 in money")
                    .containsPattern("in all about 2\\.[12]\\d in money")
                    .contains("never more than the budget of 25 USD")
                    .contains("Nothing was sent.");
            assertThat(lab.calls).hasValue(0);
        }
    }
}
