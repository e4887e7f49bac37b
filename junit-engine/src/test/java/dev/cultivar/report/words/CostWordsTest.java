package dev.cultivar.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.RunPlanner;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostWordsTest {

    private static final long HEAP = 512_000_000;

    private static RunPlan plan(int responses, Map<String, String> parameters) {
        return RunPlanner.plan(
                "demo.Gate",
                SettingsResolver.resolve(
                        new SuiteDefaults(List.of("planted/uniform", "planted/fifty"), List.of("da"), responses, 1),
                        SettingsFile.NONE,
                        key -> Optional.ofNullable(parameters.get(key))),
                List.of("F120"));
    }

    @Test
    void aRunWhoseAnswersWillHardlyFitIntoMemorySaysWhereToKeepThem() {
        assertThat(CostWords.memory(plan(50_000, Map.of()), HEAP))
                .hasValue(
                        "Memory: the store is memory, where 100000 responses will take about 400 MB of the 512 MB that"
                                + " Java may use; keep them on disk with -Dcultivar.store=.cultivar/responses.db, or raise"
                                + " -Xmx.");
    }

    @Test
    void aRunWhoseAnswersFitOrAreOnDiskSaysNothing() {
        assertThat(CostWords.memory(plan(30_000, Map.of()), HEAP)).isEmpty();
        assertThat(CostWords.memory(plan(50_000, Map.of(Settings.STORE.name(), "responses.db")), HEAP))
                .isEmpty();
    }
}
