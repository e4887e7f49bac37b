package dev.cultivar.gate;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.history.CommonTopics;
import dev.cultivar.history.PromptDigests;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Estimand;
import dev.cultivar.survey.PopulationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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

    Finding of(String path, boolean required, ScoredSample sample, PopulationKey population) {
        Optional<BaselineRun> read;
        try {
            read = baselines.read(path);
        } catch (BaselineException e) {
            return Finding.undecidable(new Obstacle.UnreadableBaseline(String.valueOf(e.getMessage())));
        }
        String suite = run.plan().suite();
        if (read.isEmpty()) {
            return missing(required, new Obstacle.NoBaseline(path, suite));
        }
        BaselineRun baseline = read.get();
        if (!suite.equals(baseline.suite())) {
            return Finding.undecidable(new Obstacle.OtherSuite(path, baseline.suite(), suite));
        }
        Optional<BaselineRun.Sample> before = baseline.sample(sample.model(), sample.language());
        if (before.isEmpty()) {
            return missing(
                    required, new Obstacle.NotInBaseline(path, sample.model(), sample.language(), samples(baseline)));
        }
        BaselineRun.Judge judge = BaselineFiles.judge(run);
        if (!judge.model().equals(baseline.judge().model())) {
            return Finding.undecidable(
                    new Obstacle.OtherJudge(path, suite, baseline.judge().model(), judge.model()));
        }
        if (!judge.prompt().equals(baseline.judge().prompt())) {
            return Finding.undecidable(
                    new Obstacle.OtherJudgePrompt(path, suite, baseline.judge().prompt(), judge.prompt()));
        }
        return compare(sample, population, baseline, before.get());
    }

    private static List<Obstacle.Sample> samples(BaselineRun baseline) {
        return baseline.samples().stream()
                .map(sample -> new Obstacle.Sample(sample.model(), sample.language()))
                .toList();
    }

    private static Finding missing(boolean required, Obstacle obstacle) {
        return required ? Finding.undecidable(obstacle) : new Finding.NotCompared(obstacle);
    }

    private Finding compare(
            ScoredSample sample, PopulationKey population, BaselineRun baseline, BaselineRun.Sample before) {
        CommonTopics common = CommonTopics.of(
                sample.language(),
                new TreeSet<>(sample.topics()),
                PromptDigests.of(run.plan()),
                before.topics(),
                baseline.origin(before).prompts());
        List<Note> notes = new ArrayList<>(common.leftOut());
        if (!baseline.origin(before)
                .populations()
                .equals(run.plan().populations().sha256())) {
            notes.add(new Note.OtherPopulationTable());
        }
        PairedComparison compared = PairedComparison.of(
                sample.counts(),
                before.polarityCounts(),
                common.topics(),
                population,
                run.plan().populations(),
                options);
        Pivot pivot = compared.pivot();
        if (pivot == null) {
            Obstacle why = compared.topics() < Estimate.LEAST_TOPICS
                    ? new Obstacle.FewCommonTopics(compared.topics(), Estimate.LEAST_TOPICS)
                    : new Obstacle.UndefinedAlignment();
            return new Finding.Undecidable(
                    why, new Finding.Basis(compared.n(), compared.topics(), notes, LeaveOneOut.NONE));
        }
        notes.add(0, new Note.Change(compared.now(), compared.before()));
        LeaveOneOut influence = LeaveOneOut.change(
                sample.counts(),
                before.polarityCounts(),
                common.topics(),
                population,
                run.plan().populations());
        return new Finding.Tested(
                pivot.estimate(),
                pivot,
                Estimand.ALL_TOPICS,
                new Finding.Basis(compared.n(), compared.topics(), notes, influence));
    }
}
