package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.CanaryEvidence;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.gate.facts.ChangeSince;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.response.Canary;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RestOfBudget;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Estimand;
import dev.cultivar.survey.PopulationKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks up what the run says for each gate; a gate fails if what it needs is missing. */
final class Findings {

    /** If a larger share of the planned responses is lost to the provider or the judge, no statistic of the rest is trusted. */
    private static final double MOST_ERRORS = 0.05;

    private final RunRecord run;
    private final Analysis analysis;
    private final BaselineFindings sinceBaseline;
    private final Estimand estimand;
    private final Optional<Obstacle> budgetSpent;

    Findings(RunRecord run, Analysis analysis, BaselineSource baselines) {
        this.run = run;
        this.analysis = analysis;
        estimand = run.plan().settings().estimand();
        sinceBaseline = new BaselineFindings(run, baselines);
        budgetSpent = run.account().overBudget() ? Optional.of(budgetSpent(run)) : Optional.empty();
    }

    private static Obstacle budgetSpent(RunRecord run) {
        Optional<RestOfBudget> known = RestOfBudget.of(run);
        if (known.isEmpty()) {
            return new Obstacle.BudgetCut(
                    run.cells().stream()
                            .mapToInt(cell -> cell.outcomes().getOrDefault(Outcome.OVER_BUDGET, 0))
                            .sum(),
                    run.cells().stream().mapToLong(CellRecord::planned).sum());
        }
        RestOfBudget rest = known.get();
        return new Obstacle.BudgetSpent(
                rest.budget().text(),
                rest.answered(),
                rest.planned(),
                rest.kept(),
                rest.enough().text());
    }

    /**
     * What stands in the way of a gate of any kind.
     *
     * @param countsErrors whether the gate itself counts lost responses, so that these are no obstacle to it
     */
    Optional<Obstacle> obstacle(GateSubject subject, boolean countsErrors) {
        if (!run.complete()) {
            return Optional.of(new Obstacle.PartOfSuite(
                    run.cells().size(), run.plan().cells().size()));
        }
        if (budgetSpent.isPresent()) {
            return budgetSpent;
        }
        String model = subject.model();
        Optional<Obstacle> other = run.canaries().entrySet().stream()
                .filter(entry -> entry.getValue().judge() || model == null || model.equals(entry.getKey()))
                .sorted(Comparator.comparing(entry -> entry.getValue().judge()))
                .flatMap(entry -> otherModel(entry.getKey(), entry.getValue()).stream())
                .findFirst();
        if (other.isPresent() || model == null) {
            return other;
        }
        return analysis.sample(model, subject.language())
                .map(sample -> lost(sample, countsErrors))
                .orElseGet(() -> Optional.of(new Obstacle.NoSample(model, subject.language())));
    }

    /** Whether the answers stored for a model before this run may come from another model. */
    private static Optional<Obstacle> otherModel(String model, Canary canary) {
        if (canary.otherBackend()) {
            return Optional.of(new Obstacle.OtherBackend(model, canary.before(), canary.now()));
        }
        if (!canary.unanswered().isEmpty()) {
            return Optional.of(new Obstacle.NotAskedAnew(model, canary.unanswered()));
        }
        return CanaryEvidence.otherAnswers(canary)
                ? Optional.of(new Obstacle.OtherAnswers(model, canary.pairs().size(), CanaryEvidence.p(canary)))
                : Optional.empty();
    }

    private static Optional<Obstacle> lost(ScoredSample sample, boolean countsErrors) {
        int unasked = sample.outcomes().getOrDefault(Outcome.OVER_BUDGET, 0);
        if (unasked > 0) {
            return Optional.of(new Obstacle.BudgetCut(unasked, sample.planned()));
        }
        int provider = sample.outcomes().getOrDefault(Outcome.PROVIDER_ERROR, 0);
        int judge = sample.outcomes().getOrDefault(Outcome.JUDGE_ERROR, 0);
        return !countsErrors && provider + judge > MOST_ERRORS * sample.planned()
                ? Optional.of(new Obstacle.Errors(provider, judge, sample.planned()))
                : Optional.empty();
    }

    /** The question that the suite asks. */
    Estimand estimand() {
        return estimand;
    }

    /** The statistic of the subject's model and language, with its population where it has one. */
    Finding measured(GateSubject subject, Statistic statistic, String metric, Estimand asked) {
        return measured(
                subject,
                asked,
                analysis.find(statistic, subject.modelName(), subject.language(), subject.population(), metric));
    }

    /** The coefficient of a family. */
    Finding capability(GateSubject subject, String family, Estimand asked) {
        return measured(subject, asked, analysis.capability(family, subject.language()));
    }

    /** The change since an earlier run. */
    Finding change(GateSubject subject, ChangeSince change) {
        String name = subject.populationName();
        Optional<PopulationKey> population = run.plan().populations().find(name);
        return population.isPresent()
                ? sinceBaseline.of(change, sample(subject), population.get())
                : Finding.undecidable(new Obstacle.UnknownPopulation(name));
    }

    /** The number of categories that moved since an earlier run. */
    Finding drift(GateSubject subject, EarlierRun earlier) {
        return sinceBaseline.drift(earlier, sample(subject));
    }

    /** Whether the subject's model is what the regression of Eq. 4 compares with. */
    Optional<Obstacle> referenceLevel(GateSubject subject) {
        ScoredSample sample = sample(subject);
        return sample.isReferenceLevel()
                ? Optional.of(new Obstacle.ReferenceLevel(sample.family(), sample.model()))
                : Optional.empty();
    }

    private ScoredSample sample(GateSubject subject) {
        return analysis.sample(subject.modelName(), subject.language()).orElseThrow();
    }

    private Finding measured(GateSubject subject, Estimand asked, Optional<Measurement> found) {
        if (found.isEmpty()) {
            return Finding.undecidable(new Obstacle.NoStatistic(analysis.problems()));
        }
        Estimate estimate = found.get().estimate();
        Pivot pivot = found.get().pivots().of(asked);
        boolean exact = estimate.statistic() == Statistic.COVERAGE;
        if (Double.isNaN(estimate.value()) || (!exact && pivot == null)) {
            return new Finding.Undecidable(
                    new Obstacle.NoValue(estimate.notes(), lossy(subject)),
                    new Finding.Basis(estimate.n(), estimate.topics(), List.of()));
        }
        Finding.Basis basis = new Finding.Basis(estimate.n(), estimate.topics(), estimate.notes());
        return exact || pivot == null
                ? new Finding.Exact(estimate.value(), basis)
                : new Finding.Tested(estimate.value(), pivot, asked, basis);
    }

    /** Whether responses are missing: if all are scored and there is still no statistic, the answers are not what is missing. */
    private boolean lossy(GateSubject subject) {
        String model = subject.model();
        return model != null
                && analysis.sample(model, subject.language())
                        .filter(sample -> sample.counts().total() < sample.planned())
                        .isPresent();
    }
}
