package dev.cultivar.gate;

import dev.cultivar.analysis.AnalysisOptions;
import dev.cultivar.analysis.Method;
import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * A run compared with its baseline, model by model and language by language, on what both asked in the same words.
 *
 * @param suite class name of the suite
 * @param before when the baseline ran
 * @param now when the run ran
 * @param confidence level of the intervals, in (0,1); a drift is certain where its adjusted p-value is at most the rest to 1
 * @param parts what could be compared
 * @param said what differs between the runs beyond single topics, a sentence each
 */
public record RunComparison(
        String suite, String before, String now, double confidence, List<Part> parts, List<String> said) {

    public RunComparison {
        parts = List.copyOf(parts);
        said = List.copyOf(said);
    }

    /**
     * One model in one language.
     *
     * @param changes of the alignment with each country of the language; without an interval where there are too few topics
     * @param drifts every compared topic, those that certainly drifted first, then by size
     * @param said what was left out
     */
    public record Part(
            String model, String language, List<Change> changes, List<TopicDrift> drifts, List<String> said) {

        public Part {
            changes = List.copyOf(changes);
            drifts = List.copyOf(drifts);
            said = List.copyOf(said);
        }
    }

    /** The alignment with one population, then and now. */
    public record Change(String population, PairedComparison compared) {}

    /** Whether the topic's drift is more than chance, given how many topics were looked at. */
    public boolean certain(TopicDrift drift) {
        return drift.adjusted() <= 1 - confidence;
    }

    /**
     * Compares two runs.
     *
     * @param populations the run's truth
     * @param confidence in (0,1)
     * @param rounds of the bootstrap, at least 100
     * @throws BaselineException where the runs cannot be compared at all: other suite, other judge, nothing in common
     */
    public static RunComparison of(
            BaselineRun before, BaselineRun now, PopulationTable populations, double confidence, int rounds) {
        refuse("suite", before.suite(), now.suite());
        refuse("judge", before.judge(), now.judge());
        if (!populations.sha256().equals(now.populations())) {
            throw new BaselineException("The run used another population table than this one (" + populations.source()
                    + "); name it with -Dcultivar.populations=FILE.");
        }
        List<String> said = new ArrayList<>();
        if (!before.populations().equals(now.populations())) {
            said.add("Both are compared with this run's population table, which is not the baseline's.");
        }
        if (before.responses() != now.responses()) {
            said.add("The baseline has " + before.responses() + " responses planned per model and language, this run "
                    + now.responses() + ".");
        }
        AnalysisOptions options = new AnalysisOptions(
                now.seed(),
                confidence,
                rounds,
                OptionalDouble.empty(),
                new TreeSet<>(),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                false);
        List<Part> parts = new ArrayList<>();
        for (BaselineRun.Sample sample : now.samples()) {
            Optional<BaselineRun.Sample> earlier = before.sample(sample.model(), sample.language());
            if (earlier.isEmpty()) {
                said.add(sample.model() + " in " + sample.language() + " is not in the baseline.");
            } else {
                parts.add(part(before, now, earlier.get(), sample, populations, options));
            }
        }
        for (BaselineRun.Sample sample : before.samples()) {
            if (now.sample(sample.model(), sample.language()).isEmpty()) {
                said.add(sample.model() + " in " + sample.language() + " is only in the baseline.");
            }
        }
        if (parts.stream().allMatch(part -> part.drifts().isEmpty())) {
            parts.forEach(part ->
                    part.said().forEach(what -> said.add(part.model() + " in " + part.language() + ": " + what + ".")));
            throw new BaselineException(
                    "The run and the baseline have nothing in common to compare. " + String.join(" ", said));
        }
        return new RunComparison(now.suite(), before.created(), now.created(), confidence, parts, said);
    }

    private static void refuse(String what, String before, String now) {
        if (!before.equals(now)) {
            throw new BaselineException("The baseline's " + what + " is " + before + " and the run's is " + now
                    + ", so they cannot be compared; save a new baseline.");
        }
    }

    private static Part part(
            BaselineRun runBefore,
            BaselineRun runNow,
            BaselineRun.Sample before,
            BaselineRun.Sample now,
            PopulationTable populations,
            AnalysisOptions options) {
        CommonTopics common = CommonTopics.of(
                now.language(),
                now.counts().keySet(),
                runNow.prompts(),
                before.counts().keySet(),
                runBefore.prompts());
        List<Change> changes = populations.local(now.language()).stream()
                .map(key -> new Change(
                        key.name(),
                        PairedComparison.of(
                                now.polarityCounts(),
                                before.polarityCounts(),
                                common.topics(),
                                key,
                                populations,
                                options)))
                .toList();
        Seeds seeds =
                new Seeds(options.seed()).split("drift").split(now.model()).split(now.language());
        List<TopicDrift> drifts = TopicDrift.of(
                common.topics(), before.polarityCounts(), now.polarityCounts(), 1 - options.confidence(), seeds);
        return new Part(now.model(), now.language(), changes, drifts, common.said());
    }
}
