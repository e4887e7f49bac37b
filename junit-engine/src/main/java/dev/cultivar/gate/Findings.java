package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import java.util.List;
import java.util.Optional;

/** Looks up, for each gate, what the run says; whatever is not there fails. */
final class Findings {

    /** Share of planned responses lost to provider or judge above which no statistic of the rest is trusted. */
    private static final double MOST_ERRORS = 0.05;

    private final RunRecord run;
    private final Analysis analysis;
    private final RegressionFinding regression;
    private final TopicInfluence influence;

    Findings(RunRecord run, Analysis analysis, BaselineSource baselines) {
        this.run = run;
        this.analysis = analysis;
        regression = new RegressionFinding(run, baselines);
        influence = new TopicInfluence(run, analysis);
    }

    Finding of(GateLeaf leaf) {
        return obstacle(leaf)
                .map(obstacle -> Finding.undecidable(leaf, obstacle))
                .orElseGet(() -> leaf.gate().find(this, leaf));
    }

    /** What stands in the way of any gate, whatever its kind. */
    private Optional<Obstacle> obstacle(GateLeaf leaf) {
        if (!run.complete()) {
            return Optional.of(new Obstacle.PartOfSuite(
                    run.cells().size(), run.plan().cells().size()));
        }
        if (run.account().overBudget()) {
            return Optional.of(new Obstacle.BudgetSpent(run.account().budget().orElse("the run")));
        }
        String model = leaf.model();
        if (model == null) {
            return Optional.empty();
        }
        return analysis.sample(model, leaf.language())
                .map(sample -> lost(leaf, sample))
                .orElseGet(() -> Optional.of(new Obstacle.NoSample(model, leaf.language())));
    }

    /** Errors are no obstacle to a gate that counts them. */
    private static Optional<Obstacle> lost(GateLeaf leaf, ScoredSample sample) {
        int unasked = sample.outcomes().getOrDefault(Outcome.OVER_BUDGET, 0);
        if (unasked > 0) {
            return Optional.of(new Obstacle.BudgetCut(unasked, sample.planned()));
        }
        int provider = sample.outcomes().getOrDefault(Outcome.PROVIDER_ERROR, 0);
        int judge = sample.outcomes().getOrDefault(Outcome.JUDGE_ERROR, 0);
        return leaf.gate().hasInterval() && provider + judge > MOST_ERRORS * sample.planned()
                ? Optional.of(new Obstacle.Errors(provider, judge, sample.planned()))
                : Optional.empty();
    }

    /** The statistic of the leaf's model and language, with its population where it has one. */
    Finding measured(GateLeaf leaf, Statistic statistic, String metric) {
        return measured(leaf, analysis.find(statistic, leaf.modelName(), leaf.language(), leaf.population(), metric));
    }

    /** The coefficient of a family. */
    Finding capability(GateLeaf leaf, String family) {
        return measured(leaf, analysis.capability(family, leaf.language()));
    }

    /** The change since an earlier run. */
    Finding change(GateLeaf leaf, Regression gate) {
        String name = leaf.populationName();
        Optional<PopulationKey> population = run.plan().populations().find(name);
        return population.isPresent()
                ? regression.of(leaf, gate, sample(leaf), population.get())
                : Finding.undecidable(leaf, new Obstacle.UnknownPopulation(name));
    }

    /** Whether its model is what the regression of Eq. 4 compares with. */
    Optional<Obstacle> referenceLevel(GateLeaf leaf) {
        ScoredSample sample = sample(leaf);
        return sample.isReferenceLevel()
                ? Optional.of(new Obstacle.ReferenceLevel(sample.family(), sample.model()))
                : Optional.empty();
    }

    private ScoredSample sample(GateLeaf leaf) {
        return analysis.sample(leaf.modelName(), leaf.language()).orElseThrow();
    }

    private Finding measured(GateLeaf leaf, Optional<Measurement> found) {
        if (found.isEmpty()) {
            return Finding.undecidable(leaf, new Obstacle.NoStatistic(analysis.problems()));
        }
        Estimate estimate = found.get().estimate();
        Pivot pivot = found.get().pivot();
        boolean exact = !leaf.gate().hasInterval();
        if (Double.isNaN(estimate.value()) || (!exact && pivot == null)) {
            return new Finding.Undecidable(
                    leaf,
                    new Obstacle.NoValue(estimate.notes(), lossy(leaf)),
                    new Finding.Basis(estimate.n(), estimate.topics(), List.of(), LeaveOneOut.NONE));
        }
        Finding.Basis basis = new Finding.Basis(estimate.n(), estimate.topics(), estimate.notes(), influence.of(leaf));
        return exact || pivot == null
                ? new Finding.Exact(leaf, estimate.value(), basis)
                : new Finding.Tested(leaf, estimate.value(), pivot, basis);
    }

    /** Without a statistic though all is scored, it is not the answers that lack. */
    private boolean lossy(GateLeaf leaf) {
        String model = leaf.model();
        return model != null
                && analysis.sample(model, leaf.language())
                        .filter(sample -> sample.counts().total() < sample.planned())
                        .isPresent();
    }
}
