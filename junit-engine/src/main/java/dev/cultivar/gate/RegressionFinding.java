package dev.cultivar.gate;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.history.CommonTopics;
import dev.cultivar.history.PromptDigests;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a sample with the same model and language of a baseline run. */
final class RegressionFinding {

    private final RunRecord run;
    private final BaselineSource baselines;
    private final AnalysisOptions options;

    RegressionFinding(RunRecord run, BaselineSource baselines) {
        this.run = run;
        this.baselines = baselines;
        options = AnalysisOptions.of(run.plan().settings());
    }

    Finding of(GateLeaf leaf, ScoredSample sample, PopulationKey population) {
        String path = leaf.spec().baseline().orElse("");
        Optional<BaselineRun> read;
        try {
            read = baselines.read(path);
        } catch (BaselineException e) {
            return Finding.failed(leaf, String.valueOf(e.getMessage()));
        }
        if (read.isEmpty()) {
            return missing(leaf, "there is no baseline run at " + path + save(path));
        }
        BaselineRun baseline = read.get();
        String suite = run.plan().suite();
        if (!suite.equals(baseline.suite())) {
            return Finding.failed(
                    leaf,
                    "the baseline run " + path + " is of " + baseline.suite() + " and this run is of " + suite
                            + ", so they cannot be compared" + save(path));
        }
        Optional<BaselineRun.Sample> before = baseline.sample(sample.model(), sample.language());
        if (before.isEmpty()) {
            return missing(
                    leaf,
                    "the baseline run " + path + " has no " + sample.model() + " in " + sample.language() + ", only "
                            + known(baseline)
                            + "; the next release of one of these keeps its name in cultivar.yaml and changes 'model' there, and a"
                            + " new model needs a baseline of its own");
        }
        BaselineRun.Judge judge = BaselineFiles.judge(run);
        if (!judge.model().equals(baseline.judge().model())) {
            return Finding.failed(
                    leaf,
                    "the baseline run " + path + " was judged by "
                            + baseline.judge().model() + " and this one by " + judge.model()
                            + ", so they cannot be compared" + save(path));
        }
        if (!judge.prompt().equals(baseline.judge().prompt())) {
            return Finding.failed(
                    leaf,
                    "the judge of the baseline run " + path + " was told other words than this one ("
                            + baseline.judge().prompt() + ", now " + judge.prompt() + "), so they cannot be compared"
                            + save(path));
        }
        return compare(leaf, sample, population, baseline, before.get());
    }

    private static String known(BaselineRun baseline) {
        return baseline.samples().stream()
                .map(sample -> sample.model() + " in " + sample.language())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String save(String path) {
        return "; save one with: " + BaselineFiles.saveCommand(run.plan().suite(), path);
    }

    private static Finding missing(GateLeaf leaf, String what) {
        return leaf.spec().baselineRequired()
                ? Finding.failed(leaf, what)
                : Finding.none(leaf, 0, 0, "", Cause.NONE, true, what);
    }

    private Finding compare(
            GateLeaf leaf,
            ScoredSample sample,
            PopulationKey population,
            BaselineRun baseline,
            BaselineRun.Sample before) {
        CommonTopics common = CommonTopics.of(
                sample.language(),
                new TreeSet<>(sample.topics()),
                PromptDigests.of(run.plan()),
                before.counts().keySet(),
                baseline.origin(before).prompts());
        List<String> said = new ArrayList<>(common.said());
        if (!baseline.origin(before)
                .populations()
                .equals(run.plan().populations().sha256())) {
            said.add("both are compared with this run's population table, which is not the baseline's");
        }
        PairedComparison compared = PairedComparison.of(
                sample.counts(),
                before.polarityCounts(),
                common.topics(),
                population,
                run.plan().populations(),
                options);
        String note = String.join("; ", said);
        if (compared.pivot() == null) {
            String why = compared.topics() < RunAnalysis.LEAST_TOPICS
                    ? "only " + compared.topics() + " topics can be compared, at least " + RunAnalysis.LEAST_TOPICS
                            + " are needed"
                    : "the alignment of one of the runs is not defined";
            return Finding.none(leaf, compared.n(), compared.topics(), why, Cause.UNDECIDED, false, note);
        }
        String change = "alignment " + Digits.beside(compared.now(), Double.NaN) + " now, "
                + Digits.beside(compared.before(), Double.NaN) + " before";
        return Finding.of(
                leaf,
                compared.pivot().estimate(),
                compared.pivot(),
                compared.n(),
                compared.topics(),
                note.isEmpty() ? change : change + "; " + note,
                LeaveOneOut.change(
                        sample.counts(),
                        before.polarityCounts(),
                        common.topics(),
                        population,
                        run.plan().populations()));
    }
}
