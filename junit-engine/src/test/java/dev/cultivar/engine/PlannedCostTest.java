package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.service.DryRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                    "cultivar.store", folder.resolve("responses.db").toString(),
                    "cultivar.plan", "full",
                    "cultivar.budget", "25 USD");

            String text = DryRun.describe(
                    List.of(BudgetRunTest.Suite.class.getName()), key -> Optional.ofNullable(parameters.get(key)));

            assertThat(text.lines().findFirst().orElseThrow())
                    .matches("Suite .*; about 2\\.[23]\\d USD to pay, about \\d+ min\\.");
            // 1,000 answers of 330 tokens at 2 a million are 0.66, and the prompts come on top.
            assertThat(text)
                    .containsPattern("perfect: 1000 calls, about [\\d,]+ tokens in, 330,000 out, cost about 0\\.7\\d")
                    .containsPattern("uniform: 1000 calls, about [\\d,]+ tokens in, 330,000 out, cost about 0\\.7\\d")
                    // 2,000 judgements of twelve statements: 300 + 12 x 33 tokens at 0.5 and 12 x 6 at 1 a million
                    // each.
                    .contains(
                            "judge judge: at most 2000 calls, about 1,392,000 tokens in, 144,000 out, cost about 0.84")
                    // At 800 tokens an answer and 200 a judgement: 2 x (1.6 + prompts), 0.696 + 0.4.
                    .containsPattern("Cost: about 2\\.[23]\\d USD, or up to 4\\.[34]\\d if every answer reaches"
                            + " max-tokens\\.\n")
                    .contains("never more than the budget of 25 USD")
                    .contains("Nothing was sent.");
            assertThat(lab.calls).hasValue(0);
        }
    }

    @Test
    void saysThatNothingLimitsTheCostOfAModelWithoutMaxTokens(@TempDir Path folder) throws IOException {
        try (Lab lab = new Lab()) {
            Path settings = lab.settings(folder);
            Files.writeString(
                    settings, Files.readString(settings).replace("perfect-local, max-tokens: 800", "perfect-local"));

            assertThat(plan(folder, Map.of()))
                    .containsPattern(
                            "Cost: about 0\\.\\d\\d [^.]*, and more if answers are long or models think: nothing"
                                    + " limits perfect, so set max-tokens\\.\n")
                    .doesNotContain("up to");
        }
    }

    @CulturalSuite(
            languages = {"da", "en"},
            responses = 24)
    static class Suite {
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe("F118")
        void homosexuality() {}
    }

    private static String plan(Path folder, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "cultivar.config",
                folder.resolve("cultivar.yaml").toString(),
                "cultivar.models",
                "perfect",
                "cultivar.plan",
                "full",
                "cultivar.store",
                folder.resolve("responses.db").toString()));
        parameters.putAll(more);
        return DryRun.describe(List.of(Suite.class.getName()), key -> Optional.ofNullable(parameters.get(key)));
    }

    @Test
    void saysWhatOfItTheStoreHoldsAlready(@TempDir Path folder) throws IOException {
        try (Lab lab = new Lab()) {
            Path settings = lab.settings(folder);
            String first = plan(folder, Map.of());
            assertThat(first)
                    .contains("there is no store yet, so everything has to be paid for", "perfect: 48 calls")
                    .doesNotContain("in the store already");
            assertThat(folder.resolve("responses.db")).doesNotExist();

            // One language of two.
            new LabRun(folder, settings).with("cultivar.languages", "en").of(Suite.class);
            String half = plan(folder, Map.of());
            assertThat(half)
                    .contains(
                            "perfect: 48 calls",
                            "of these 24 in the store already, 4 of them asked again to compare, 28 to pay: about")
                    .contains("judge judge: at most 48 calls");

            new LabRun(folder, settings).of(Suite.class);
            int asked = lab.calls.get();
            String whole = plan(folder, Map.of());
            assertThat(whole)
                    .contains(
                            "of these 48 in the store already, 8 of them asked again to compare, 8 to pay",
                            "of these 32 in the store already, 16 to pay");
            String unasked = plan(folder, Map.of("cultivar.canary", "0"));
            assertThat(unasked.lines()
                            .filter(line -> line.contains(" 0 to pay: about 0 tokens in, 0 out, cost about 0.00")))
                    .as(unasked)
                    .hasSize(2);
            assertThat(unasked).contains(", of which 0.00 is still to pay.").doesNotContain("or up to");
            // Another seed asks other questions; what is asked again is paid again.
            assertThat(plan(folder, Map.of("cultivar.seed", "77")))
                    .contains("of these 0 in the store already, 48 to pay");
            assertThat(plan(folder, Map.of("cultivar.mode", "refresh")))
                    .contains("everything is asked again")
                    .doesNotContain("in the store already");
            assertThat(lab.calls).hasValue(asked);
        }
    }

    @Test
    void howLongACallTakesIsAssumedUntilTheStoreKnows(@TempDir Path folder) throws IOException {
        try (Lab lab = new Lab()) {
            Path settings = lab.settings(folder);
            assertThat(plan(folder, Map.of()))
                    .contains("Time: about 2 min at the concurrency of the endpoints, if an answer takes 7 s and a"
                            + " judgement 2 s (assumed, until the store holds answers to this plan).\n");
            lab.pause = 300;
            new LabRun(folder, settings).with("cultivar.languages", "en").of(Suite.class);

            Matcher each = Pattern.compile(
                            "Time: about 1 min at the concurrency of the endpoints, if perfect takes"
                                    + " (\\d+\\.\\d) s a call \\(measured\\), judge judge takes (\\d+\\.\\d) s a call \\(measured\\)\\.\n")
                    .matcher(plan(folder, Map.of()));
            assertThat(each.find()).isTrue();
            assertThat(Double.parseDouble(each.group(1))).isBetween(0.3, 7.0);
            assertThat(Double.parseDouble(each.group(2))).isBetween(0.3, 7.0);
        }
    }

    @Test
    void whatIsToBePaidIsWhatARunThenAsks(@TempDir Path folder) throws IOException {
        try (Lab lab = new Lab()) {
            Path settings = lab.settings(folder);
            new LabRun(folder, settings).with("cultivar.languages", "en").of(Suite.class);
            lab.asked.clear();
            Matcher due = Pattern.compile(" (\\d+) to pay").matcher(plan(folder, Map.of()));
            assertThat(due.find()).isTrue();
            int answers = Integer.parseInt(due.group(1));
            assertThat(due.find()).isTrue();
            int judgements = Integer.parseInt(due.group(1));

            new LabRun(folder, settings).of(Suite.class);

            long judged = lab.asked.keySet().stream()
                    .filter(body -> body.contains("<statements "))
                    .count();
            assertThat(lab.asked.size() - judged).isEqualTo(answers);
            // Answers that are alike are judged once, which nobody knows before they are given.
            assertThat(judged).isLessThanOrEqualTo(judgements).isGreaterThan(judgements / 2);
        }
    }

    @Test
    void aStoreThatCannotBeReadIsLeftAloneAndSaidSo(@TempDir Path folder) throws IOException {
        try (Lab lab = new Lab()) {
            lab.settings(folder);
            Path file = Files.writeString(folder.resolve("responses.db"), "my thesis, the only copy");
            assertThat(plan(folder, Map.of()))
                    .contains("what the store holds is unknown", "is not a store of Cultivar", "perfect: 48 calls");
            assertThat(file).hasContent("my thesis, the only copy");
        }
    }
}
