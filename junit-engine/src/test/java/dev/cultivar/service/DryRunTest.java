package dev.cultivar.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.engine.PowerSuites;
import dev.cultivar.gate.Suite;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.settings.SettingsException;
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

public class DryRunTest {

    @TempDir
    Path folder;

    private static final Pattern DETECTABLE =
            Pattern.compile("if the truth is [0-9.-]+ or (?:more|less), ([0-9.]+) on the right side");

    @Test
    void thePlanBeginsWithWhatItsGatesWillComeTo() {
        String plan = plan(PowerSuites.Aligned.class, Optional.empty());

        assertThat(plan.lines().findFirst())
                .contains("Suite " + PowerSuites.Aligned.class.getName()
                        + ": both gates would be decided with 456 responses per model and language; nothing to pay.");
        // atanh 0.6 is 0.27 above atanh 0.4: eight standard errors of 0.034
        assertThat(plan.lines().toList().subList(1, 4))
                .containsExactly(
                        "Gates: 456 responses per model and language decide 1 of 1 gate with an interval in 80 of 100"
                                + " runs; 1 other is decided by an exact share.",
                        "  would pass: alignment >= 0.4 (in Danish with people in Denmark)",
                        "  This assumes a typical model (the median of the paper's): self-consistency 0.55, alignment 0.6,"
                                + " distinct alignment 0.1, bias 0.05. After a first run it takes what that measured, and"
                                + " the responses needed may be others.");
        assertThat(plan)
                .contains(
                        "76 topics x 1 model x 1 language = 76 cells\n",
                        "Cost: nothing; the built-in models answer.\n",
                        "Nothing was sent.")
                .doesNotContain("passes in 80 of 100 runs", "for example:");
        assertThat(plan.lines()).hasSizeLessThan(15);
    }

    @Test
    void aPlanInFullSaysWhatEachGateCanSeeAndWhatItWouldTakeToSeeMore() {
        String plan = full(PowerSuites.Aligned.class, Optional.empty());

        assertThat(plan)
                .contains("Gates: 2\n")
                // 0.45 / (1 - 0.4^2) (2.80 / (atanh 0.5 - atanh 0.4))^2 = 266, and the same for every topic
                .contains("to detect 0.1 it takes 304 responses per model and language");
        // alignment alone has an interval: a share of responses is exact
        assertThat(plan.lines().filter(line -> line.contains("passes in 80 of 100 runs")))
                .hasSize(1);
        // by Fisher's z: sqrt(0.45 / (456 (1 - 0.4^2))) = 0.034, times 2.8 for 80% power at 5%, back from 0.424 + 0.096
        assertThat(detectable(plan)).isBetween(0.07, 0.085);
    }

    @Test
    void howMuchAPlanSaysIsOneOfTwoWords() {
        assertThatThrownBy(() -> DryRun.describe(
                        List.of(PowerSuites.Aligned.class.getName()),
                        key -> key.equals("cultivar.plan") ? Optional.of("long") : Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cultivar.plan is 'long'; it must be");
    }

    @Test
    void aThresholdThatTheWorldReachesIsSaidInThePlanOnceForAllModels() {
        assertThat(DryRun.describe(
                        List.of(PowerSuites.Aligned.class.getName()),
                        key -> key.equals("cultivar.models")
                                ? Optional.of("planted/perfect-DK,planted/uniform")
                                : Optional.empty()))
                .containsOnlyOnce(
                        "  alignment in Danish: the threshold 0.4 cannot tell people in Denmark from others: Americans"
                                + " would score 0.65")
                .doesNotContain("cultivar.require");
    }

    @Test
    void aRunThatDemandsTellingThresholdsIsRefusedBeforeItAsks() {
        assertThat(DryRun.describe(
                        List.of(PowerSuites.Aligned.class.getName()),
                        key -> key.equals("cultivar.require") ? Optional.of("telling") : Optional.empty()))
                .startsWith(
                        "dev.cultivar.engine.PowerSuites$Aligned: alignment of planted/perfect-DK in Danish with people"
                                + " in Denmark >= 0.4 cannot tell these people from others, and cultivar.require has telling; set its threshold between"
                                + " what others and what its own people would score: 0.70")
                .doesNotContain("Gates:");
    }

    @Test
    void aPlanSaysThatABaselineIsMissingBeforeAnythingIsPaid() {
        assertThat(regressing(Map.of()).lines().toList())
                .contains(
                        "  WARNING: would fail whatever the answers: change in bias (2 gates): there is no baseline run at"
                                + " baselines/v1.json; restore the file from version control; for a first release set"
                                + " required = false; otherwise run the last release and save that run with: mvn cultivar:baseline-save -Dcultivar.suites="
                                + PowerSuites.Regressing.class.getName()
                                + " -Dcultivar.baseline=baselines/v1.json.",
                        "  would pass without being compared: drift of categories (2 gates): there is no baseline run"
                                + " at baselines/v1.json; save one with: mvn cultivar:baseline-save -Dcultivar.suites="
                                + PowerSuites.Regressing.class.getName()
                                + " -Dcultivar.baseline=baselines/v1.json.")
                .contains("Suite " + PowerSuites.Regressing.class.getName()
                        + ": none of 4 gates would be decided with 256 responses per model and language, 2 are red"
                        + " whatever is answered, 2 would not be compared; nothing to pay.")
                .noneMatch(line -> line.contains("not known until something is asked"));
    }

    @Test
    void aPlanSaysThatABaselineCannotBeUsed() throws IOException {
        Path file = Files.createDirectories(folder.resolve("baselines")).resolve("v1.json");
        Files.writeString(file, "{\"schema\": ");
        assertThat(regressing(Map.of()))
                .contains("would fail whatever the answers: change in bias, drift of categories (4 gates):"
                        + " Baseline run baselines/v1.json is not a readable baseline");

        Suite other = new Suite().model("planted/perfect-DK", Suite.like("DK")).languages("da", "nl");
        BaselineFiles.write(other.saved(), file);
        assertThat(regressing(Map.of()))
                .contains("(4 gates): the baseline run baselines/v1.json is of example.Release");

        BaselineFiles.write(other.name(PowerSuites.Regressing.class.getName()).saved(), file);
        assertThat(regressing(Map.of()))
                .contains("change in bias (2 gates): only 0 topics can be compared")
                .contains(
                        "  Of change in bias, drift of categories (4 gates): 2 topics not in the baseline, left out: ");
    }

    @Test
    void aModelThatTheBaselineLacksIsNamedOnceWithItsLanguages() throws IOException {
        Path file = Files.createDirectories(folder.resolve("baselines")).resolve("v1.json");
        Suite other = new Suite().model("old", Suite.like("DK")).languages("da", "nl");
        BaselineFiles.write(other.name(PowerSuites.Regressing.class.getName()).saved(), file);

        assertThat(regressing(Map.of()).lines().filter(line -> line.contains("whatever the answers")))
                .singleElement()
                .asString()
                .contains("(2 gates in Danish and Dutch): the baseline run baselines/v1.json has no"
                        + " planted/perfect-DK, only old in Danish and Dutch. A new release of a model keeps its name in"
                        + " cultivar.yaml.");
    }

    @Test
    void aParameterThatNamesABaselineWhichNoGateComparesWithIsSaidToHaveNoEffect() {
        assertThat(regressing(Map.of("cultivar.baseline", "baselines/v2.json")))
                .contains("cultivar.baseline=baselines/v2.json has no effect here: no gate compares with that file.");
        assertThat(regressing(Map.of("cultivar.baseline", "baselines/../baselines/v1.json")))
                .doesNotContain("has no effect");
    }

    private String regressing(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("cultivar.basedir", folder.toString());
        return DryRun.describe(
                List.of(PowerSuites.Regressing.class.getName()), key -> Optional.ofNullable(all.get(key)));
    }

    @Test
    void moreResponsesSeeMore() {
        assertThat(detectable(full(PowerSuites.Aligned.class, Optional.of("4000"))))
                .isLessThan(detectable(full(PowerSuites.Aligned.class, Optional.empty())));
    }

    @Test
    void thePlanSaysHowManyResponsesAndLooksThereWillBeAndWhyNotAsSet() {
        assertThat(plan(PowerSuites.Aligned.class, Optional.of("608")))
                .contains("At most 608 responses per model and language, 8 per topic,"
                        + " asked in 4 looks: up to 2, 4, 6, 8")
                .contains("raising one later counts as a second test")
                .doesNotContain("cultivar.responses is", "cultivar.looks is");
        assertThat(plan(PowerSuites.Aligned.class, Optional.of("300")))
                .contains("At most 304 responses", "asked in 2 looks: up to 2, 4")
                .contains("cultivar.responses is 300, rounded")
                .contains("cultivar.looks is 4; for that many, set cultivar.responses to 608 or more");
        assertThat(plan(PowerSuites.Aligned.class, Optional.of("76")))
                .contains("1 per topic, asked at once")
                .doesNotContain("another test");
        assertThat(plan(PowerSuites.Exact.class, Optional.empty()))
                .contains("10 per topic, asked at once, because no gate has an interval that could decide it earlier.");
        assertThat(DryRun.describe(
                        List.of(PowerSuites.Aligned.class.getName()),
                        key -> key.equals("cultivar.looks") ? Optional.of("1") : Optional.empty()))
                .contains("5 per topic, asked at once, because cultivar.looks is 1.");
    }

    @Test
    void aPlanOfExactGatesSaysNothingOfPower() {
        assertThat(plan(PowerSuites.Exact.class, Optional.empty()))
                .contains("Gates: 1, decided by exact shares, however many responses are asked for.\n")
                .doesNotContain("Power of the gates");
    }

    private static double detectable(String plan) {
        Matcher matcher = DETECTABLE.matcher(plan);
        assertThat(matcher.find()).as(plan).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static String plan(Class<?> suite, Optional<String> responses) {
        return DryRun.describe(
                List.of(suite.getName()), key -> key.equals("cultivar.responses") ? responses : Optional.empty());
    }

    private static String full(Class<?> suite, Optional<String> responses) {
        return DryRun.describe(List.of(suite.getName()), key -> switch (key) {
            case "cultivar.responses" -> responses;
            case "cultivar.plan" -> Optional.of("full");
            default -> Optional.empty();
        });
    }
}
