package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.FailureReasons;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds to an outcome what a reader needs to act on it. */
final class GateEvidence {

    private final RunRecord run;
    private final Analysis analysis;
    private final TopicHints hints;
    private final TopicInfluence influences;
    private final Map<SampleKey, Losses> losses = new HashMap<>();

    GateEvidence(RunRecord run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
        hints = new TopicHints(run, analysis);
        influences = new TopicInfluence(run);
    }

    GateResult of(GateLeaf leaf, Finding finding, GateOutcome outcome) {
        Finding.Basis basis = basis(finding);
        boolean hinted = outcome instanceof GateOutcome.Decided && outcome.verdict() != Verdict.PASS;
        return new GateResult(
                leaf,
                outcome,
                basis.n(),
                basis.topics(),
                basis.notes(),
                hinted ? hint(leaf, basis) : null,
                losses(leaf),
                influence(leaf, finding, basis));
    }

    private @Nullable TopicHint hint(GateLeaf leaf, Finding.Basis basis) {
        TopicHint known = basis.hint();
        return known == null ? hints.of(leaf).orElse(null) : known;
    }

    /** None for a statistic that is fitted over models: leaving out a topic of one model makes no sense there. */
    private LeaveOneOut influence(GateLeaf leaf, Finding finding, Finding.Basis basis) {
        boolean measured = finding instanceof Finding.Tested || finding instanceof Finding.Exact;
        if (!measured || !basis.influence().without().isEmpty()) {
            return basis.influence();
        }
        return sample(leaf)
                .map(sample -> leaf.gate().influence(influences, leaf.subject(), sample))
                .orElse(LeaveOneOut.NONE);
    }

    private Optional<ScoredSample> sample(GateLeaf leaf) {
        String model = leaf.model();
        return model == null ? Optional.empty() : analysis.sample(model, leaf.language());
    }

    private static Finding.Basis basis(Finding finding) {
        if (finding instanceof Finding.Tested tested) {
            return tested.basis();
        }
        if (finding instanceof Finding.Exact exact) {
            return exact.basis();
        }
        return finding instanceof Finding.Undecidable undecidable ? undecidable.basis() : Finding.Basis.NONE;
    }

    private @Nullable Losses losses(GateLeaf leaf) {
        return sample(leaf)
                .map(sample ->
                        losses.computeIfAbsent(new SampleKey(sample.model(), sample.language()), key -> losses(sample)))
                .orElse(null);
    }

    private Losses losses(ScoredSample sample) {
        Map<Outcome, Integer> counts = new TreeMap<>(sample.outcomes());
        counts.remove(Outcome.SCORED);
        List<Losses.Loss> lost = counts.entrySet().stream()
                .map(entry -> new Losses.Loss(
                        entry.getKey(),
                        entry.getValue(),
                        tokens(sample, entry.getKey()),
                        endless(sample, entry.getKey()),
                        reason(sample, entry.getKey())))
                .toList();
        return new Losses(sample.counts().total(), sample.planned(), lost);
    }

    private int tokens(ScoredSample sample, Outcome outcome) {
        return responses(sample, outcome)
                .mapToInt(response -> response.failure().tokens())
                .max()
                .orElse(0);
    }

    private int endless(ScoredSample sample, Outcome outcome) {
        return (int) responses(sample, outcome)
                .filter(response -> response.failure().endless())
                .count();
    }

    /** The most frequent reason why the endpoint or the judge failed; what a model said instead is kept with its answers. */
    private @Nullable String reason(ScoredSample sample, Outcome outcome) {
        if (outcome != Outcome.PROVIDER_ERROR && outcome != Outcome.JUDGE_ERROR) {
            return null;
        }
        return FailureReasons.of(responses(sample, outcome)).stream()
                .findFirst()
                .orElse(null);
    }

    private Stream<ResponseRecord> responses(ScoredSample sample, Outcome outcome) {
        return run.responses(new SampleKey(sample.model(), sample.language()))
                .filter(response -> response.outcome() == outcome);
    }
}
