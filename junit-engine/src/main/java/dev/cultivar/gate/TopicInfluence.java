package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How much each topic weighs in the statistic that a gate looks at. */
final class TopicInfluence {

    private final RunRecord run;
    private final double reliability;

    TopicInfluence(RunRecord run) {
        this.run = run;
        reliability = AnalysisOptions.of(run.plan().settings()).reliability().orElse(1);
    }

    LeaveOneOut alignment(GateSubject subject, ScoredSample sample, Metric metric) {
        return withPopulation(subject, key -> LeaveOneOut.alignment(sample.counts(), key, table(), metric));
    }

    LeaveOneOut distinct(GateSubject subject, ScoredSample sample) {
        return withPopulation(subject, key -> LeaveOneOut.distinct(sample.counts(), key, table()));
    }

    LeaveOneOut bias(GateSubject subject, ScoredSample sample) {
        return withPopulation(subject, key -> LeaveOneOut.bias(sample.counts(), key, table(), sample.language()));
    }

    LeaveOneOut consistency(ScoredSample sample) {
        return LeaveOneOut.consistency(sample.counts(), reliability);
    }

    LeaveOneOut coverage(ScoredSample sample) {
        TreeMap<String, Integer> planned = new TreeMap<>();
        TreeMap<String, Integer> scored = new TreeMap<>();
        for (CellRecord cell : run.cells()) {
            if (cell.key().model().equals(sample.model())
                    && cell.key().language().equals(sample.language())) {
                planned.put(cell.key().topic(), cell.planned());
                scored.put(cell.key().topic(), cell.scored());
            }
        }
        return LeaveOneOut.coverage(planned, scored);
    }

    private LeaveOneOut withPopulation(GateSubject subject, Function<PopulationKey, LeaveOneOut> influence) {
        return Optional.ofNullable(subject.population())
                .flatMap(table()::find)
                .map(influence)
                .orElse(LeaveOneOut.NONE);
    }

    private PopulationTable table() {
        return run.plan().populations();
    }
}
