package dev.cultivar.report.allure;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.ResultsCsv;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.CsvText;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a model in a language: first those with most weight in a missed gate, then those that lost most responses.
 *
 * @param cells the cells in this order
 * @param gates the gates on this model and language
 */
record AllureTopics(RunPlan plan, SampleKey sample, List<CellRecord> cells, List<GateResult> gates) {

    static AllureTopics of(RunPlan plan, SampleKey sample, List<CellRecord> cells, List<GateResult> gates) {
        Map<String, Integer> places = places(gates);
        return new AllureTopics(
                plan,
                sample,
                cells.stream()
                        .sorted(Comparator.<CellRecord>comparingInt(
                                        cell -> places.getOrDefault(cell.key().topic(), Integer.MAX_VALUE))
                                .thenComparingInt(cell -> cell.scored() - cell.planned())
                                .thenComparing(cell -> cell.key().topic()))
                        .toList(),
                gates);
    }

    /** The best place of each topic among those that weigh in a gate; if any gates were missed, only those count. */
    private static Map<String, Integer> places(List<GateResult> gates) {
        boolean missed = gates.stream().anyMatch(gate -> gate.verdict() != Verdict.PASS && weighs(gate));
        Map<String, Integer> places = new HashMap<>();
        gates.stream()
                .filter(gate -> weighs(gate) && (!missed || gate.verdict() != Verdict.PASS))
                .forEach(gate -> {
                    LeaveOneOut influence = gate.influence();
                    List<String> heaviest = influence.without().keySet().stream()
                            .sorted(Comparator.comparingDouble(topic -> -Math.abs(influence.influence(topic))))
                            .toList();
                    for (int place = 0; place < heaviest.size(); place++) {
                        places.merge(heaviest.get(place), place, Math::min);
                    }
                });
        return places;
    }

    private static boolean weighs(GateResult gate) {
        return !gate.influence().without().isEmpty();
    }

    String label(CellRecord cell) {
        return plan.topics().stream()
                .filter(topic -> topic.key().equals(cell.key().topic()))
                .findFirst()
                .map(Topic::label)
                .orElse("");
    }

    /** One row per topic: what became of its responses, the model, the populations, and its weight in each gate. */
    void csv(OutputStream out) throws IOException {
        SortedSet<String> lost = cells.stream()
                .flatMap(cell -> cell.outcomes().keySet().stream())
                .filter(outcome -> outcome != Outcome.SCORED)
                .map(Outcome::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> populations = populations();
        List<GateResult> weighed = gates.stream().filter(AllureTopics::weighs).toList();
        List<String> header = new ArrayList<>(List.of("topic", "label", "planned", "scored"));
        lost.forEach(outcome -> header.add(outcome.toLowerCase(Locale.ROOT).replace('_', ' ')));
        header.addAll(List.of("statements", "different", "questions", "groups", "off topic", "polarity", "gap"));
        populations.forEach(population -> header.add(Names.people(population)));
        weighed.forEach(gate -> header.add("adds to " + AllureNaming.gateOfSample(gate)));
        CsvText csv = new CsvText(header.stream().map(ResultsCsv::inert).toList());
        cells.forEach(cell -> csv.add(row(cell, lost, populations, weighed)));
        out.write(ResultsJson.bytes(csv.toString()));
    }

    private List<@Nullable Object> row(
            CellRecord cell, Set<String> lost, Set<String> populations, List<GateResult> weighed) {
        String topic = cell.key().topic();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(ResultsCsv.inert(topic));
        row.add(ResultsCsv.inert(label(cell)));
        row.add(cell.planned());
        row.add(cell.scored());
        lost.forEach(outcome -> row.add(cell.outcomes().getOrDefault(Outcome.valueOf(outcome), 0)));
        row.add(cell.statements().total());
        row.add(cell.statements().different());
        row.add(cell.statements().questions());
        row.add(cell.statements().groups());
        row.add(cell.statements().offTopic());
        row.add(score(cell.polarity()));
        row.add(score(cell.polarity() - own(topic).orElse(Double.NaN)));
        populations.forEach(population ->
                row.add(score(plan.populations().polarity(population, topic).orElse(Double.NaN))));
        weighed.forEach(gate -> row.add(score(gate.influence().influence(topic))));
        return row;
    }

    private OptionalDouble own(String topic) {
        Optional<PopulationKey> people = plan.populations().localPopulation(sample.language());
        return people.isPresent() ? plan.populations().polarity(people.get(), topic) : OptionalDouble.empty();
    }

    /** The people of the language, its countries, the reference country, the world, and the populations that gates name. */
    private Set<String> populations() {
        Set<String> names = new LinkedHashSet<>();
        plan.populations().localPopulation(sample.language()).ifPresent(people -> names.add(people.name()));
        gates.stream()
                .flatMap(gate -> Optional.ofNullable(gate.population()).stream())
                .forEach(names::add);
        plan.populations().local(sample.language()).forEach(country -> names.add(country.name()));
        names.add(PopulationTable.REFERENCE);
        names.add(PopulationKey.GLOBAL.name());
        return names;
    }

    /** The score as people read it; null if there is none. */
    private static @Nullable String score(double value) {
        return Double.isFinite(value) ? Decimals.score(value) : null;
    }
}
