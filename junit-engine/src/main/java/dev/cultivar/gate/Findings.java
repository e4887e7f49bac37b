package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import java.util.Optional;

/** Looks up, for each gate, what the run says; whatever is not there fails. */
final class Findings {

    /** Share of planned responses lost to provider or judge above which no statistic of the rest is trusted. */
    private static final double MOST_ERRORS = 0.05;

    private final RunRecord run;
    private final Analysis analysis;
    private final RegressionFinding regression;
    private final Weights weights;

    Findings(RunRecord run, Analysis analysis, BaselineSource baselines) {
        this.run = run;
        this.analysis = analysis;
        regression = new RegressionFinding(run, baselines);
        weights = new Weights(run, analysis);
    }

    Finding of(GateLeaf leaf) {
        if (!run.complete()) {
            return Finding.failed(
                    leaf,
                    "only a part of the suite was run (" + run.cells().size() + " of "
                            + run.plan().cells().size() + " cells); run all of it to decide its gates");
        }
        if (run.account().overBudget()) {
            return Finding.failed(
                    leaf,
                    Cause.BUDGET,
                    "the budget of " + run.account().budget().orElse("the run")
                            + " was spent before all was asked; raise cultivar.budget and run again, what is"
                            + " answered is kept");
        }
        String model = leaf.model();
        if (model == null) {
            String family = String.valueOf(leaf.family());
            return measured(leaf, analysis.capability(family, leaf.language()));
        }
        Optional<ScoredSample> sample = analysis.sample(model, leaf.language());
        if (sample.isEmpty()) {
            return Finding.failed(leaf, "the run has nothing of " + model + " in " + leaf.language());
        }
        Optional<Finding> lost = lost(leaf, sample.get());
        if (lost.isPresent()) {
            return lost.get();
        }
        return switch (leaf.spec().kind()) {
            case ALIGNMENT ->
                measured(leaf, model, Statistic.ALIGNMENT, leaf.spec().metric().orElse("spearman"));
            case BIAS ->
                leaf.spec().metric().orElse("paired").equals("ols")
                        ? coefficient(leaf, sample.get())
                        : measured(leaf, model, Statistic.BIAS, "difference");
            case CONSISTENCY -> measured(leaf, model, Statistic.CONSISTENCY, "spearman");
            case COVERAGE -> measured(leaf, model, Statistic.COVERAGE, "share");
            case REGRESSION -> regression(leaf, sample.get());
            case CAPABILITY -> Finding.failed(leaf, "a capability gate is about a family, not about " + model);
        };
    }

    private Finding coefficient(GateLeaf leaf, ScoredSample sample) {
        return sample.isReferenceLevel()
                ? Finding.failed(
                        leaf,
                        "models of family '" + sample.family()
                                + "' are the reference level of the bias regression (Eq. 4)"
                                + " and have no coefficient of their own; give " + sample.model()
                                + " another family, or gate it by method = PAIRED")
                : measured(leaf, sample.model(), Statistic.BIAS, "coefficient");
    }

    private Finding measured(GateLeaf leaf, String model, Statistic statistic, String metric) {
        return measured(leaf, analysis.find(statistic, model, leaf.language(), leaf.population(), metric));
    }

    private Finding measured(GateLeaf leaf, Optional<Measurement> found) {
        if (found.isEmpty()) {
            String why = analysis.problems().isEmpty()
                    ? ""
                    : ": " + analysis.problems().get(0);
            return Finding.failed(leaf, "the run has no such statistic" + why);
        }
        Estimate estimate = found.get().estimate();
        boolean exact = estimate.statistic() == Statistic.COVERAGE;
        if (Double.isNaN(estimate.value()) || (!exact && found.get().pivot() == null)) {
            String why = estimate.note().isEmpty() ? "it could not be computed" : estimate.note();
            return Finding.none(leaf, estimate.n(), estimate.topics(), why, undefined(leaf), false, "");
        }
        return Finding.of(
                leaf,
                estimate.value(),
                exact ? null : found.get().pivot(),
                estimate.n(),
                estimate.topics(),
                estimate.note(),
                weights.of(leaf));
    }

    /** Without a statistic though all is scored, it is not the answers that lack. */
    private Cause undefined(GateLeaf leaf) {
        String model = leaf.model();
        return model != null
                        && analysis.sample(model, leaf.language())
                                .filter(sample -> sample.counts().total() < sample.planned())
                                .isPresent()
                ? Cause.COVERAGE
                : Cause.UNDECIDED;
    }

    private Finding regression(GateLeaf leaf, ScoredSample sample) {
        String name = String.valueOf(leaf.population());
        Optional<PopulationKey> population = run.plan().populations().find(name);
        return population.isPresent()
                ? regression.of(leaf, sample, population.get())
                : Finding.failed(leaf, "population " + name + " is not in the table");
    }

    private static Optional<Finding> lost(GateLeaf leaf, ScoredSample sample) {
        int budget = sample.outcomes().getOrDefault(Outcome.OVER_BUDGET, 0);
        if (budget > 0) {
            return Optional.of(Finding.failed(
                    leaf,
                    Cause.BUDGET,
                    "the budget was spent before " + budget + " of " + sample.planned()
                            + " responses were asked for; raise cultivar.budget and run again"));
        }
        int provider = sample.outcomes().getOrDefault(Outcome.PROVIDER_ERROR, 0);
        int judge = sample.outcomes().getOrDefault(Outcome.JUDGE_ERROR, 0);
        boolean counted = leaf.spec().kind() == GateSpec.Kind.COVERAGE; // they are part of what it decides on
        if (!counted && provider + judge > MOST_ERRORS * sample.planned()) {
            return Optional.of(Finding.failed(
                    leaf,
                    provider >= judge ? Cause.PROVIDER : Cause.JUDGE,
                    provider + " responses were lost to provider errors and " + judge + " to judge errors, of "
                            + sample.planned() + "; see the outcomes of the cells, mend the endpoint and run again"));
        }
        return Optional.empty();
    }
}
