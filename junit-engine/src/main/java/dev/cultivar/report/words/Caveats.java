package dev.cultivar.report.words;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateReferences;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ShownAnswers;
import dev.cultivar.results.UnreviewedPrompts;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.PlantedModels;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What readers must know before they act on a run's numbers: about this run, and about every run. */
public final class Caveats {

    private static final double LOW_COVERAGE = 0.8;
    private static final double FEW_DIFFERENT = 0.8;

    private Caveats() {}

    /** Caveats about this run, one or two sentences each, given once with the suites concerned; empty if there are none. */
    public static List<String> ofThisRun(ResultsFile results) {
        List<SuiteInfo> suites = results.run().suites();
        Map<String, List<String>> bySuite = new LinkedHashMap<>();
        suites.forEach(suite -> of(suite).forEach(caveat -> bySuite.computeIfAbsent(caveat, key -> new ArrayList<>())
                .add(suite.suite())));
        List<String> caveats = new ArrayList<>();
        bySuite.forEach((caveat, named) -> caveats.add(caveat + whose(named, suites.size())));
        caveats.addAll(GateLines.tellings(results.gates()));
        caveats.addAll(passedByOthers(results));
        if (suites.size() > 1 && !results.gates().isEmpty()) {
            caveats.add(
                    "The gates are corrected for the number of gates in their suite, not in all suites together. If the"
                            + " build needs all of them to hold, more suites do not make it more likely that a model"
                            + " which should fail passes; but one gate picked out of many proves less.");
        }
        String low = lowCoverage(results);
        if (!low.isEmpty()) {
            caveats.add("Fewer than 80% of the planned responses were scored for " + low
                    + ". What was left out may differ from what was scored.");
        }
        String repeated = repeated(results);
        if (!repeated.isEmpty()) {
            caveats.add("Several of the ten people in a response say the same sentence: " + repeated
                    + ". The figures still count them as ten.");
        }
        return caveats;
    }

    /** A minimum score keeps out the reference country, the world and chance, which leaves the closest of the other countries. */
    private static List<String> passedByOthers(ResultsFile results) {
        GateReferences references = new GateReferences(results.results());
        Map<String, Map<Other, Double>> others = new LinkedHashMap<>();
        results.gates().stream()
                .filter(gate -> gate.verdict() == Verdict.PASS)
                .forEach(gate -> references.points(gate).ifPresent(points -> {
                    Double best = points.bestOther();
                    if (best != null && best >= gate.limit()) {
                        others.computeIfAbsent(gate.declared().noun(), key -> new LinkedHashMap<>())
                                .merge(new Other(points.bestOtherName(), gate.language()), best, Math::max);
                    }
                }));
        return others.entrySet().stream()
                .map(entry -> "A pass in " + entry.getKey()
                        + " does not keep all other peoples out. Answers like theirs"
                        + " would pass too: "
                        + entry.getValue().entrySet().stream()
                                .map(other -> Names.people(other.getKey().people()) + " in "
                                        + Names.language(other.getKey().language()) + " ("
                                        + Decimals.score(other.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + ".")
                .toList();
    }

    /** Whose answers would pass in which language too. */
    private record Other(@Nullable String people, @Nullable String language) {}

    private static String whose(List<String> named, int suites) {
        if (suites == 1) {
            return "";
        }
        return named.size() == suites ? " (all " + suites + " suites)" : " (" + String.join(", ", named) + ")";
    }

    private static List<String> of(SuiteInfo suite) {
        List<String> caveats = new ArrayList<>();
        if (!suite.complete()) {
            caveats.add("Incomplete: only some of the suite's cells were asked, so these statistics are not the"
                    + " suite's and no gate was decided. Running cells again until they pass proves nothing.");
        }
        suite.setting(Settings.SEED)
                .filter(setting -> setting.isFrom(Origin.PARAMETER))
                .ifPresent(seed -> caveats.add("The seed was set for this run alone, to " + seed.value()
                        + ". If the suite was run before with another seed, that run counts as much as this one."));
        suite.account().models().forEach((model, line) -> {
            if (line.implausible() > 0) {
                caveats.add(PlainText.line(model, 80) + ": " + AccountText.implausible(line.implausible()) + ".");
            }
        });
        if (!suite.judge().calibrated()) {
            caveats.add("The judge was not calibrated against people's labels: how often it misreads a statement is"
                    + " unknown, and no interval covers it.");
        }
        Stream.of(Warnings.ownJudge(suite.judge()), Warnings.labels(suite))
                .flatMap(List::stream)
                .forEach(warning -> caveats.add(PlainText.line(warning, 300) + "."));
        suite.account().canaries().forEach((model, canary) -> AccountText.weakness(model, canary)
                .ifPresent(caveats::add));
        if (suite.had(Settings.CANARY, 0)
                && !AccountText.isReplay(suite)
                && !suite.account().answers().stored().isEmpty()) {
            caveats.add("Stored answers were used and, with cultivar.canary=0, none was asked for again: by now"
                    + " another model may answer under the same name.");
        }
        String unreviewed = Warnings.unreviewed(UnreviewedPrompts.languages(suite));
        if (!unreviewed.isEmpty()) {
            caveats.add(unreviewed);
        }
        if (suite.models().stream().anyMatch(model -> PlantedModels.isPlanted(model.name()))) {
            caveats.add("Some models are built in and answer from known values; they show what the scores mean and are"
                    + " not language models.");
        }
        Warnings.withoutTruth(suite.withoutTruth()).forEach(warning -> caveats.add(PlainText.line(warning, 240) + "."));
        return caveats;
    }

    private static String repeated(ResultsFile results) {
        Map<String, StatementCounts> counts = new TreeMap<>();
        for (CellRow cell : results.cells()) {
            if (!PlantedModels.isPlanted(cell.model())) {
                counts.merge(
                        cell.model() + " in " + Names.language(cell.language()),
                        cell.statements(),
                        StatementCounts::plus);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().different()
                        < FEW_DIFFERENT * entry.getValue().total())
                .map(entry -> entry.getKey() + " (" + StatementWords.different(entry.getValue()) + " different of ten)")
                .limit(12)
                .collect(Collectors.joining(", "));
    }

    /** Caveats about every run, with the location of this run's answers. */
    public static List<String> always(ResultsFile results) {
        boolean withheld = results.run().suites().stream().anyMatch(ShownAnswers::withheld);
        return List.of(
                "A score says how a model's answers to these prompts line up with a survey of people. It does not say"
                        + " which values are right, or what the model would do elsewhere.",
                "Intervals cover the sampling of responses; those for all topics also cover the sampling of topics. They"
                        + " do not cover the choice of wordings, judge or survey.",
                "Before you act on a score, compare it with what people would score in the model's place, ten per"
                        + " answer: the population itself (Own), the reference country, the average of the other"
                        + " countries (Mean of others) and the closest of them. Look at what was not scored, and read some of the"
                        + " answers in " + (withheld ? "the store" : "responses.jsonl") + ".",
                "Running again with other seeds until a gate turns green proves nothing; the commands here repeat the"
                        + " seed.");
    }

    private static String lowCoverage(ResultsFile results) {
        Map<String, int[]> counts = new TreeMap<>();
        for (CellRow cell : results.cells()) {
            int[] count =
                    counts.computeIfAbsent(cell.model() + " in " + Names.language(cell.language()), key -> new int[2]);
            count[0] += cell.n();
            count[1] += cell.planned();
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] < LOW_COVERAGE * entry.getValue()[1])
                .map(entry -> entry.getKey() + " (" + 100 * entry.getValue()[0] / entry.getValue()[1] + "%)")
                .limit(12)
                .collect(Collectors.joining(", "));
    }
}
