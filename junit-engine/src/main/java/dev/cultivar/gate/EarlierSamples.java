package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.history.Categories;
import dev.cultivar.history.CategoryDrift;
import dev.cultivar.history.CommonTopics;
import dev.cultivar.history.PromptDigests;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.survey.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What of earlier runs a run is compared with, and what stands in the way: all of it is known before anything is asked. */
public final class EarlierSamples {

    private final RunPlan plan;
    private final BaselineSource baselines;
    private final Map<String, Optional<BaselineRun>> read = new HashMap<>();

    public EarlierSamples(RunPlan plan, BaselineSource baselines) {
        this.plan = plan;
        this.baselines = baselines;
    }

    /** What a look for an earlier sample comes to. */
    sealed interface Search {}

    record Found(BaselineRun run, BaselineRun.Sample sample) implements Search {}

    /**
     * There is nothing to compare with, whatever is answered.
     *
     * @param fails whether the gate is red for it; otherwise it passes without being compared
     */
    public record Foreseen(Obstacle obstacle, boolean fails) implements Search {}

    Search find(EarlierRun earlier, String language) {
        String path = earlier.file();
        Optional<BaselineRun> there;
        try {
            there = read.computeIfAbsent(path, baselines::read);
        } catch (BaselineException e) {
            return new Foreseen(new Obstacle.UnreadableBaseline(String.valueOf(e.getMessage())), true);
        }
        String suite = plan.suite();
        if (there.isEmpty()) {
            return new Foreseen(new Obstacle.NoBaseline(path, suite), earlier.required());
        }
        BaselineRun baseline = there.get();
        if (!suite.equals(baseline.suite())) {
            return new Foreseen(new Obstacle.OtherSuite(path, baseline.suite(), suite), true);
        }
        Optional<BaselineRun.Sample> before = baseline.sample(earlier.model(), language);
        if (before.isEmpty()) {
            return new Foreseen(
                    new Obstacle.NotInBaseline(path, earlier.model(), language, samples(baseline)), earlier.required());
        }
        BaselineRun.Judge judge = BaselineFiles.judge(plan.settings());
        if (!judge.model().equals(baseline.judge().model())) {
            return new Foreseen(
                    new Obstacle.OtherJudge(path, suite, baseline.judge().model(), judge.model()), true);
        }
        if (!judge.prompt().equals(baseline.judge().prompt())) {
            return new Foreseen(
                    new Obstacle.OtherJudgePrompt(path, suite, baseline.judge().prompt(), judge.prompt()), true);
        }
        return new Found(baseline, before.get());
    }

    private static List<Obstacle.Sample> samples(BaselineRun baseline) {
        return baseline.samples().stream()
                .map(sample -> new Obstacle.Sample(sample.model(), sample.language()))
                .toList();
    }

    /** Those of the gates that cannot be decided, in their order. */
    public Map<GateLeaf, Foreseen> foreseen(List<GateLeaf> leaves) {
        Map<GateLeaf, Foreseen> foreseen = new LinkedHashMap<>();
        leaves.forEach(leaf -> foreseen(leaf).ifPresent(why -> foreseen.put(leaf, why)));
        return foreseen;
    }

    private Optional<Foreseen> foreseen(GateLeaf leaf) {
        Optional<EarlierRun> earlier = leaf.gate().earlier(leaf.subject());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Search search = find(earlier.get(), leaf.language());
        if (search instanceof Foreseen foreseen) {
            return Optional.of(foreseen);
        }
        return tooLittle(leaf.gate(), common(leaf.language(), (Found) search).topics())
                .or(() -> leaf.gate() instanceof Regression regression
                        ? regression
                                .change(leaf.subject(), plan.settings().estimand())
                                .refused()
                        : Optional.empty())
                .map(obstacle -> new Foreseen(obstacle, true));
    }

    private Optional<Obstacle> tooLittle(Gate gate, Set<String> topics) {
        if (gate instanceof Drift) {
            boolean any = Categories.of(plan).values().stream()
                    .anyMatch(category ->
                            category.stream().filter(topics::contains).count() >= CategoryDrift.LEAST_TOPICS);
            return any ? Optional.empty() : Optional.of(new Obstacle.NoCategory(CategoryDrift.LEAST_TOPICS));
        }
        return topics.size() < Estimate.LEAST_TOPICS
                ? Optional.of(new Obstacle.FewCommonTopics(topics.size(), Estimate.LEAST_TOPICS))
                : Optional.empty();
    }

    /** Topics that a gate cannot compare, as only one of the two runs asks about them, or in other words. */
    public List<Note.LeftOut> leftOut(GateLeaf leaf) {
        return leaf.gate()
                .earlier(leaf.subject())
                .map(earlier -> find(earlier, leaf.language()))
                .filter(Found.class::isInstance)
                .map(found -> common(leaf.language(), (Found) found).leftOut())
                .orElse(List.of());
    }

    private CommonTopics common(String language, Found found) {
        return common(language, plan.topics().stream().map(Topic::key).toList(), found);
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
