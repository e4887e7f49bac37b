package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Optional;
import java.util.TreeMap;

/** How much each topic weighs in what a gate looks at. */
final class Weights {

    private final RunRecord run;
    private final Analysis analysis;
    private final double reliability;

    Weights(RunRecord run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
        reliability = AnalysisOptions.of(run.plan().settings()).reliability().orElse(1);
    }

    /** None where the statistic is fitted over models: no topic of one model can be left out of that. */
    LeaveOneOut of(GateLeaf leaf) {
        String model = leaf.model();
        Optional<ScoredSample> sample = model == null ? Optional.empty() : analysis.sample(model, leaf.language());
        return sample.map(of -> of(leaf, of)).orElse(LeaveOneOut.NONE);
    }

    private LeaveOneOut of(GateLeaf leaf, ScoredSample sample) {
        PopulationTable table = run.plan().populations();
        Optional<PopulationKey> population =
                Optional.ofNullable(leaf.population()).flatMap(table::find);
        return switch (leaf.spec().kind()) {
            case ALIGNMENT ->
                population
                        .map(key -> LeaveOneOut.alignment(
                                sample.counts(),
                                key,
                                table,
                                leaf.metric().flatMap(Metric::of).orElse(Metric.SPEARMAN)))
                        .orElse(LeaveOneOut.NONE);
            case BIAS ->
                leaf.metric().isPresent()
                        ? LeaveOneOut.NONE
                        : population
                                .map(key -> LeaveOneOut.bias(sample.counts(), key, table, sample.language()))
                                .orElse(LeaveOneOut.NONE);
            case CONSISTENCY -> LeaveOneOut.consistency(sample.counts(), reliability);
            case COVERAGE -> coverage(sample);
            case REGRESSION, CAPABILITY -> LeaveOneOut.NONE;
        };
    }

    private LeaveOneOut coverage(ScoredSample sample) {
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
}
