package dev.cultivar.report;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.ComparisonGaps;
import dev.cultivar.history.Difference;
import dev.cultivar.history.DriftLimit;
import dev.cultivar.history.GateKey;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.BaselineObstacle;
import dev.cultivar.results.baseline.ChangeVerdict;
import dev.cultivar.results.baseline.ComparedRuns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What runs found against a baseline. */
public final class Baselines {

    private Baselines() {}

    /** Of a suite whose gates name no baseline, and that has none where one is looked for. */
    public static AgainstBaseline noBaselineYet(int missedGates) {
        return new AgainstBaseline(
                Reports.SUITE,
                "",
                new BaselineObstacle.NoneYet("baselines/baseline.json", missedGates),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** A regression gate's baseline: one population fell, one topic drifted. */
    public static AgainstBaseline fell(String hostile) {
        return new AgainstBaseline(
                Reports.SUITE,
                "baselines/v1.json",
                null,
                0.95,
                new ComparedRuns(
                        List.of(new ComparedRuns.Origin(
                                "2026-11-01T10:00:00Z", "0.1.0", null, null, 1, 608, "ab".repeat(32))),
                        List.of(new ComparedRuns.Origin(
                                "2026-11-24T10:00:00Z", "0.1.0", "cd".repeat(20), true, 2, 608, "ef".repeat(32))),
                        new BaselineRun.Judge("planted/judge", "0123456789abcdef", 1.0, ""),
                        List.of(new ComparedRuns.Answered(
                                "m1", "m1", List.of(), List.of(new BaselineRun.Backend("m1-2", List.of(hostile))))),
                        List.of(
                                new Difference.OtherPopulationTable(),
                                new Difference.OtherCalibration(
                                        new Difference.Calibration("", null),
                                        new Difference.Calibration("c.json", 0.9)),
                                new Difference.OtherResponses(304, 608),
                                new Difference.OtherSettings(
                                        new TreeMap<>(Map.of("method", new Difference.Values(null, hostile)))),
                                new Difference.OtherGates(List.of(new Difference.Moved(
                                        new GateKey("bias", hostile, null, "da", "US", null, null, null),
                                        "<= 0",
                                        null))),
                                new Difference.NotInBaseline(hostile, "da"),
                                new Difference.OnlyInBaseline("old", "da")),
                        List.of(new ComparisonGaps(
                                "m1",
                                "da",
                                List.of(new Note.LeftOut(List.of("F118"), Note.Lack.SAME_PROMPTS, null)),
                                new DriftLimit(76, 7)))),
                List.of(
                        new AgainstBaseline.Change(
                                "m1",
                                "da",
                                "alignment",
                                "DK",
                                0.9,
                                0.6,
                                -0.3,
                                -0.4,
                                -0.2,
                                0.975,
                                0.05,
                                ChangeVerdict.FAIL,
                                32),
                        new AgainstBaseline.Change(
                                hostile,
                                "da",
                                "alignment",
                                "NO",
                                0.5,
                                0.52,
                                0.02,
                                -0.1,
                                0.14,
                                0.975,
                                null,
                                ChangeVerdict.NO_CERTAIN_CHANGE,
                                32)),
                List.of(new AgainstBaseline.Drift(
                        "m1", "da", "F120", hostile, 0.9, 0.2, 0.0004, true, new TreeMap<>(Map.of("DK", 0.845)))),
                List.of(new AgainstBaseline.Category("m1", "da", hostile, 5, 0.6, 0.4, 0.0002, true)));
    }
}
