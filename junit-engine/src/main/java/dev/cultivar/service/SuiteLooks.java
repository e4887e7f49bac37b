package dev.cultivar.service;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.api.Outcome;
import dev.cultivar.gate.GateEvaluation;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.facts.GateStanding;
import dev.cultivar.gate.looks.GateSequence;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.LookLog;
import dev.cultivar.run.StopRule;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Estimand;
import dev.cultivar.suite.PlannedSuite;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The looks at one run of a suite. After each look, estimates and decides, then stops models and languages whose gates have nothing left
 * to decide. The record of a finished run reproduces the same looks.
 */
final class SuiteLooks implements StopRule {

    private final PlannedSuite suite;
    private final BaselineSource baselines;
    private final Consumer<GateStanding> tell;
    private GateSequence sequence;

    /**
     * @param tell called after each look except the last
     */
    SuiteLooks(PlannedSuite suite, BaselineSource baselines, Consumer<GateStanding> tell) {
        this.suite = suite;
        this.baselines = baselines;
        this.tell = tell;
        sequence = GateSequence.of(suite.plan(), suite.gatePlan());
    }

    /** This rule; or, if there is no look before everything is asked, the rule that lets everything be asked at once. */
    synchronized StopRule rule() {
        return sequence.isAtOnce() ? StopRule.NEVER : this;
    }

    @Override
    public synchronized Set<SampleKey> stop(int look, RunRecord soFar) {
        if (cutShort(soFar)) {
            return suite.plan().cells().stream().map(CellKey::sample).collect(Collectors.toSet());
        }
        sequence = begun().after(evaluation(soFar, analysis(soFar)));
        tell.accept(sequence.standing());
        return sequence.stopped();
    }

    /** If the budget runs out within a look, only the looks before it count. */
    private static boolean cutShort(RunRecord record) {
        return record.cells().stream().anyMatch(cell -> cell.outcomes().containsKey(Outcome.OVER_BUDGET));
    }

    /**
     * The verdicts of a finished run; takes any looks that are still missing.
     *
     * @param analysis of the whole record
     */
    synchronized GateSequence ended(RunRecord record, Analysis analysis) {
        if (sequence.isAtOnce()) {
            return begun().after(evaluation(record, analysis));
        }
        for (int look = sequence.seen(); look < record.looks() && !sequence.ended(); look++) {
            RunRecord known = record.upTo(look);
            boolean all = known.size() == record.size();
            sequence = begun().after(evaluation(known, all ? analysis : analysis(known)));
        }
        return sequence;
    }

    /** Notes before the first look that one is taken, for anyone who looks at the same answers later. */
    private GateSequence begun() {
        boolean tests = suite.gates().stream().anyMatch(leaf -> leaf.gate().hasInterval());
        return sequence.seen() == 0 && tests ? sequence.afterOthers(LookLog.note(suite.plan())) : sequence;
    }

    private GateEvaluation evaluation(RunRecord record, Analysis analysis) {
        return new GateEvaluation(record, analysis, baselines);
    }

    private Analysis analysis(RunRecord record) {
        AnalysisOptions options =
                suite.gatePlan().require(AnalysisOptions.of(suite.plan().settings()));
        return new RunAnalysis(suite.plan().populations(), resampled(options) ? options : options.withFewestRounds())
                .of(record);
    }

    /** Whether regressions or a gate need resampled topics. Otherwise a look, of which only the verdicts are kept, needs no bootstrap. */
    private boolean resampled(AnalysisOptions options) {
        return options.regressions()
                || suite.gates().stream()
                        .map(GateLeaf::gate)
                        .anyMatch(
                                gate -> gate.hasInterval() && gate.estimand(options.estimand()) == Estimand.ALL_TOPICS);
    }
}
