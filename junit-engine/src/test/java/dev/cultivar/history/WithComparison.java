package dev.cultivar.history;

import dev.cultivar.gate.Suite;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two runs of a suite, and what comparing them says. */
abstract class WithComparison {

    static final List<String> TOPICS = new Suite().topics();

    /** Far enough to be seen in 20 responses, over the middle so that there is room. */
    static final double PLANTED = 0.6;

    static final Set<String> MOVED = Set.of(TOPICS.get(1), TOPICS.get(4));

    static Suite suite() {
        return new Suite().model("release", Suite.like("DK")).languages("da").responses(20);
    }

    /** Two models, of which one moved on two topics. */
    static Suite twoModels(boolean later) {
        Suite.Answers same = Suite.like("DK");
        return new Suite()
                .languages("da")
                .responses(20)
                .model("steady", same)
                .model("moved", (topic, language, rng) -> {
                    double polarity = same.polarity(topic, language, rng);
                    if (!later || !MOVED.contains(topic)) {
                        return polarity;
                    }
                    double truth =
                            PopulationTable.builtIn().polarity("DK", topic).orElseThrow();
                    double moved = truth < 0.5 ? polarity + PLANTED : polarity - PLANTED;
                    return Math.round(10 * Math.min(1, Math.max(0, moved))) / 10.0;
                });
    }

    static RunComparison compare(Suite before, Suite now) {
        return RunComparison.of(before.saved(), now.saved(), PopulationTable.builtIn(), 0.95);
    }

    static BaselineRun.Origin told(BaselineRun.Origin origin, BaselineRun.Provenance provenance) {
        return new BaselineRun.Origin(
                origin.created(),
                origin.seed(),
                origin.responses(),
                origin.populations(),
                provenance,
                origin.prompts(),
                origin.categories(),
                origin.comparedWith());
    }

    static BaselineRun fromRun(BaselineRun run, BaselineRun.Origin origin) {
        return new BaselineRun(
                run.schema(), run.suite(), run.judge(), List.of(origin), run.statistics(), run.samples());
    }

    static Set<String> certain(RunComparison comparison, String model) {
        TreeSet<String> topics = new TreeSet<>();
        comparison.parts().stream()
                .filter(part -> part.model().equals(model))
                .flatMap(part -> part.drifts().stream())
                .filter(comparison::certain)
                .forEach(drift -> topics.add(drift.topic()));
        return topics;
    }

    static BaselineRun.Provenance provenance(
            BaselineRun.Provenance kept,
            @Nullable List<BaselineRun.Threshold> gates,
            @Nullable SortedMap<String, BaselineRun.Backend> backends) {
        return new BaselineRun.Provenance(
                kept.cultivar(), kept.commit(), kept.dirty(), kept.settings(), gates, backends);
    }
}
