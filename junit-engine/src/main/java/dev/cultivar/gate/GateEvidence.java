package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.run.response.FailureReasons;
import dev.cultivar.run.response.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts beside an outcome what a reader needs to act on it. */
final class GateEvidence {

    private final RunRecord run;
    private final Analysis analysis;
    private final TopicHints hints;

    GateEvidence(RunRecord run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
        hints = new TopicHints(run, analysis);
    }

    GateResult of(Finding finding, GateOutcome outcome) {
        GateLeaf leaf = finding.leaf();
        Finding.Basis basis = basis(finding);
        boolean hinted = outcome instanceof GateOutcome.Decided && outcome.verdict() != Verdict.PASS;
        return new GateResult(
                leaf,
                outcome,
                basis.n(),
                basis.topics(),
                basis.notes(),
                hinted ? hints.of(leaf).orElse(null) : null,
                losses(leaf),
                basis.influence());
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
        String model = leaf.model();
        Optional<ScoredSample> sample = model == null ? Optional.empty() : analysis.sample(model, leaf.language());
        return sample.map(this::losses).orElse(null);
    }

    private Losses losses(ScoredSample sample) {
        Map<Outcome, Integer> counts = new TreeMap<>(sample.outcomes());
        counts.remove(Outcome.SCORED);
        List<Losses.Loss> lost = counts.entrySet().stream()
                .map(entry -> new Losses.Loss(entry.getKey(), entry.getValue(), reason(sample, entry.getKey())))
                .toList();
        return new Losses(sample.counts().total(), sample.planned(), lost);
    }

    /** Where nobody answered, the most frequent reason; what a model said instead stands with its answers. */
    private @Nullable String reason(ScoredSample sample, Outcome outcome) {
        if (outcome != Outcome.PROVIDER_ERROR && outcome != Outcome.JUDGE_ERROR) {
            return null;
        }
        return FailureReasons.of(run.responses().stream()
                        .filter(response -> response.outcome() == outcome
                                && response.cell().model().equals(sample.model())
                                && response.cell().language().equals(sample.language())))
                .stream()
                .findFirst()
                .orElse(null);
    }
}
