package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Scope;
import dev.cultivar.gate.Suite;
import dev.cultivar.gate.design.Expectations;
import dev.cultivar.gate.design.Expected;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.report.Reports;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.RunPlanner;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierFiguresTest {

    private static final GateSubject DANISH = GateSubject.ofModel("m1", "da", "DK");

    @TempDir
    private Path module;

    private Path output;

    @BeforeEach
    void findTheOutput() {
        output = module.resolve("out");
    }

    /** The model m1, which goes by the name of release in baselines. */
    private RunPlan plan() {
        String yaml = """
            endpoints:
              lab:
                provider: openai
                base-url: http://localhost:1/v1
            models:
              m1:
                endpoint: lab
                model: m1
                family: some
                baseline: release
            judge:
              endpoint: lab
              model: j
            """;
        Map<String, String> parameters =
                Map.of("cultivar.basedir", module.toString(), "cultivar.output", output.toString());
        return RunPlanner.plan(
                "example.Release",
                SettingsResolver.resolve(
                        new SuiteDefaults(List.of("m1"), List.of("da"), 8, 4),
                        SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "yaml"),
                        key -> Optional.ofNullable(parameters.get(key))),
                List.of("F120"));
    }

    private Expectations known(GateLeaf... gates) {
        return EarlierFigures.of(plan(), List.of(gates));
    }

    private void lastRun(double alignment) {
        new Reports()
                .estimate(Reports.alignment("DK", alignment, alignment - 0.1, alignment + 0.1))
                .output(output)
                .write(output);
    }

    private BaselineRun baseline(String path) {
        BaselineRun saved = new Suite()
                .model("release", Suite.like("DK"))
                .languages("da")
                .responses(8)
                .saved();
        BaselineFiles.write(saved, module.resolve(path));
        return saved;
    }

    private static double kept(BaselineRun run, String statistic) {
        return run.statistics().stream()
                .filter(figure -> figure.statistic().equals(statistic)
                        && (figure.population() == null || figure.population().equals("DK")))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void whatTheLastRunFoundOfAModelIsKnown() {
        lastRun(0.42);
        Expectations known = known();

        assertThat(known.found(Statistic.ALIGNMENT, "spearman", DANISH))
                .hasValue(new Expected(0.42, Expected.Source.LAST_RUN));
        assertThat(known.found(Statistic.ALIGNMENT, "mirrored", DANISH)).isEmpty();
        assertThat(known.found(Statistic.BIAS, "difference", DANISH)).isEmpty();
        assertThat(known.found(Statistic.ALIGNMENT, "spearman", GateSubject.ofModel("m2", "da", "DK")))
                .isEmpty();
        assertThat(known.found(Statistic.ALIGNMENT, "spearman", GateSubject.ofModel("m1", "nl", "DK")))
                .isEmpty();
    }

    /** Ten Danes an answer agree with each other, by their own simulation, far more than the 0.55 of a usual model. */
    @Test
    void whatABaselineSaysOfTheModelThatItIsComparedWithIsKnownToo() {
        BaselineRun saved = baseline("baselines/v1.json");
        GateLeaf gate = Gates.leaf(Gates.regression("baselines/v1.json", 0.05, true), "m1", "da", "DK");
        Expectations known = known(gate);

        assertThat(known.found(Statistic.CONSISTENCY, "spearman", DANISH)
                        .orElseThrow()
                        .value())
                .isGreaterThan(0.65)
                .isCloseTo(kept(saved, "consistency"), within(1e-12));
        assertThat(known.found(Statistic.DISTINCT, "mirrored", DANISH))
                .hasValue(new Expected(kept(saved, "distinct"), Expected.Source.BASELINE));
        assertThat(known.found(Statistic.ALIGNMENT, "spearman", DANISH))
                .hasValue(new Expected(kept(saved, "alignment"), Expected.Source.BASELINE));
        assertThat(known.found(Statistic.ALIGNMENT, "pearson", DANISH)).isEmpty();
        assertThat(known().found(Statistic.CONSISTENCY, "spearman", DANISH))
                .as("no gate names it, and it is not the usual file")
                .isEmpty();
    }

    @Test
    void whatABaselineSaysOfTheModelThatAGateNamesIsKnown() {
        BaselineRun saved = baseline("baselines/v1.json");
        GateLeaf gate = Gates.leaf(new Drift("baselines/v1.json", "release", true, Scope.ALL), "m2", "da", "DK");

        assertThat(known(gate).found(Statistic.ALIGNMENT, "spearman", GateSubject.ofModel("m2", "da", "DK")))
                .hasValue(new Expected(kept(saved, "alignment"), Expected.Source.BASELINE));
    }

    @Test
    void theUsualBaselineIsReadWhereNoGateNamesOne() {
        baseline("baselines/baseline.json");
        assertThat(known().found(Statistic.CONSISTENCY, "spearman", DANISH)).isPresent();
    }

    @Test
    void theLastRunComesBeforeABaseline() {
        baseline("baselines/baseline.json");
        lastRun(0.42);
        assertThat(known().found(Statistic.ALIGNMENT, "spearman", DANISH))
                .hasValue(new Expected(0.42, Expected.Source.LAST_RUN));
    }

    @Test
    void withoutResultsThatCanBeReadNothingIs() throws IOException {
        assertThat(known().found(Statistic.ALIGNMENT, "spearman", DANISH)).isEmpty();
        Files.createDirectories(output);
        Files.writeString(output.resolve("results.json"), "{\"schema\": 1}");
        Files.createDirectories(module.resolve("baselines"));
        Files.writeString(module.resolve("baselines/baseline.json"), "{}");
        assertThat(known().found(Statistic.ALIGNMENT, "spearman", DANISH)).isEmpty();
    }
}
