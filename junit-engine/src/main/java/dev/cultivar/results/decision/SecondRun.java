package dev.cultivar.results.decision;

import dev.cultivar.api.Population;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.MultiplicityControl;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.Scope;
import dev.cultivar.gate.margins.MarginLevel;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.ExpectedChange;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SettingInfo;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Correction;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How small a change a second run with as many answers could rule out, with this run as its baseline: for each regression gate of the
 * suite, or, if it has none, for a gate on bias for each model and language.
 */
public final class SecondRun {

    /**
     * The answer for one gate.
     *
     * @param model model of the baseline
     * @param population with which the statistic is computed
     * @param least margin at which all of the gates pass an unchanged release in 80 of 100 runs; null if the answers do not tell, in which
     *     case no gate can be decided
     * @param most margin that the gate allows
     * @param needed responses per model and language, in both runs, for which that margin is enough; null if no number is enough, or if
     *     none is needed
     */
    public record Sight(
            Regression gate,
            String model,
            String language,
            String population,
            @Nullable Double least,
            double most,
            @Nullable Long needed) {

        /** Whether the margin is so small that the gate will hardly be decided for an unchanged release. */
        public boolean tooSmall() {
            return least == null || least > most;
        }
    }

    private record Wanted(Regression gate, String model, String language, String population) {}

    private SecondRun() {}

    /**
     * One entry per gate, in their order; none for a gate whose population is not in the table.
     *
     * @param results results of the run; empty if they no longer exist
     */
    public static List<Sight> of(BaselineRun run, Optional<ResultsFile> results, PopulationTable populations) {
        List<Wanted> wanted = wanted(run, results, populations);
        if (wanted.isEmpty()) {
            return List.of();
        }
        MarginLevel level = level(run.suite(), results, wanted.size());
        return wanted.stream()
                .flatMap(each -> sight(run, each, level, populations).stream())
                .toList();
    }

    private static List<Wanted> wanted(BaselineRun run, Optional<ResultsFile> results, PopulationTable populations) {
        List<Wanted> declared = results.stream()
                .flatMap(file -> file.gates().stream())
                .filter(gate -> gate.suite().equals(run.suite()))
                .flatMap(SecondRun::wanted)
                .toList();
        if (!declared.isEmpty()) {
            return declared;
        }
        String reference = PopulationTable.REFERENCE;
        Regression usual = new Regression(
                "", RegressionGate.Statistic.BIAS, null, reference, Population.LOCAL, "", true, null, Scope.ALL);
        return run.samples().stream()
                .filter(sample -> populations.local(sample.language()).stream()
                        .anyMatch(people -> !people.name().equals(reference)))
                .map(sample -> new Wanted(usual, sample.model(), sample.language(), reference))
                .toList();
    }

    private static Stream<Wanted> wanted(GateRow gate) {
        String model = gate.model();
        String language = gate.language();
        String population = gate.population();
        return gate.declared() instanceof Regression regression
                        && model != null
                        && language != null
                        && population != null
                ? Stream.of(new Wanted(
                        regression,
                        regression.baselineModel().isEmpty() ? model : regression.baselineModel(),
                        language,
                        population))
                : Stream.empty();
    }

    private static MarginLevel level(String suite, Optional<ResultsFile> results, int gates) {
        Correction correction = setting(results, suite, Settings.CORRECTION)
                .map(value -> Correction.labelled(String.valueOf(value)))
                .orElse(MultiplicityControl.of(Multiplicity.HOLM));
        double confidence = setting(results, suite, Settings.CONFIDENCE)
                .map(value -> Double.parseDouble(String.valueOf(value)))
                .orElse(Settings.CONFIDENCE.byDefault());
        return new MarginLevel(correction, gates, confidence);
    }

    private static Optional<Object> setting(Optional<ResultsFile> results, String suite, SettingKey<?> key) {
        return results.stream()
                .flatMap(file -> file.run().suites().stream())
                .filter(info -> info.suite().equals(suite))
                .flatMap(info -> info.setting(key).stream())
                .map(SettingInfo::value)
                .findFirst();
    }

    private static Optional<Sight> sight(
            BaselineRun run, Wanted wanted, MarginLevel level, PopulationTable populations) {
        return populations.find(wanted.population()).flatMap(population -> run.sample(wanted.model(), wanted.language())
                .map(sample -> {
                    Optional<ExpectedChange> change =
                            ExpectedChange.ofAsMany(sample, wanted.gate().changing(), population, populations);
                    Double margin = wanted.gate().margin();
                    double most = margin == null ? Regression.MOST : margin;
                    Double least = change.map(expected -> level.least(expected.standardError()))
                            .orElse(null);
                    Long needed = least == null || least <= most || most <= 0
                            ? null
                            : change.flatMap(expected -> expected.responsesOfBoth(level.standardError(most)))
                                    .orElse(null);
                    return new Sight(
                            wanted.gate(), wanted.model(), wanted.language(), wanted.population(), least, most, needed);
                }));
    }
}
