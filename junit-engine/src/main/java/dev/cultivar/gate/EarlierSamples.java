package dev.cultivar.gate;

import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.history.CommonTopics;
import dev.cultivar.history.PromptDigests;
import dev.cultivar.run.plan.RunPlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The earlier samples that a run is compared with, and what stands in the way of a comparison. */
public final class EarlierSamples {

    private final RunPlan plan;
    private final BaselineSource baselines;
    private final Map<String, Optional<BaselineRun>> read = new HashMap<>();

    EarlierSamples(RunPlan plan, BaselineSource baselines) {
        this.plan = plan;
        this.baselines = baselines;
    }

    /** The result of looking for an earlier sample. */
    sealed interface Search {}

    record Found(BaselineRun run, BaselineRun.Sample sample) implements Search {}

    /**
     * There is nothing to compare with, whatever the answers.
     *
     * @param fails whether that makes the gate red; otherwise the gate passes without being compared
     */
    public record Foreseen(Obstacle obstacle, boolean fails) implements Search {

        static Foreseen red(Obstacle obstacle) {
            return new Foreseen(obstacle, true);
        }
    }

    Search find(EarlierRun earlier, String language) {
        String path = earlier.file();
        Optional<BaselineRun> there;
        try {
            there = read.computeIfAbsent(path, baselines::read);
        } catch (BaselineException e) {
            return Foreseen.red(new Obstacle.UnreadableBaseline(e.problem()));
        }
        String suite = plan.suite();
        if (there.isEmpty()) {
            return new Foreseen(new Obstacle.NoBaseline(path, suite), earlier.required());
        }
        BaselineRun baseline = there.get();
        if (!suite.equals(baseline.suite())) {
            return Foreseen.red(new Obstacle.OtherSuite(path, baseline.suite(), suite));
        }
        Optional<BaselineRun.Sample> before = baseline.sample(earlier.model(), language);
        if (before.isEmpty()) {
            return new Foreseen(
                    new Obstacle.NotInBaseline(path, earlier.model(), language, samples(baseline)), earlier.required());
        }
        BaselineRun.Judge judge = BaselineFiles.judge(plan.settings());
        if (!judge.model().equals(baseline.judge().model())) {
            return Foreseen.red(
                    new Obstacle.OtherJudge(path, suite, baseline.judge().model(), judge.model()));
        }
        if (!judge.prompt().equals(baseline.judge().prompt())) {
            return Foreseen.red(
                    new Obstacle.OtherJudgePrompt(path, suite, baseline.judge().prompt(), judge.prompt()));
        }
        return new Found(baseline, before.get());
    }

    private static List<Obstacle.Sample> samples(BaselineRun baseline) {
        return baseline.samples().stream()
                .map(sample -> new Obstacle.Sample(sample.model(), sample.language()))
                .toList();
    }

    CommonTopics common(String language, Collection<String> asked, Found found) {
        return CommonTopics.of(
                language,
                new TreeSet<>(asked),
                PromptDigests.of(plan),
                found.sample().topics(),
                found.run().origin(found.sample()).prompts());
    }
}
