package dev.cultivar.results.decision;

import dev.cultivar.gate.Gate;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verdicts by model, measure and language.
 *
 * @param columns one gate of each measure, in the order of the gates
 * @param rows one per model
 */
public record GateMatrix(List<Gate> columns, List<Row> rows) {

    /**
     * The verdicts on a model.
     *
     * @param fields one list per column
     */
    public record Row(ModelDecision model, List<List<Field>> fields) {

        public Row {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The gates of one measure on a model in a language; several if there are several populations.
     *
     * @param gates the worst first
     */
    public record Field(String language, List<GateRow> gates) {

        public Field {
            gates = GateRow.redFirst(gates).toList();
        }

        public GateRow worst() {
            return gates.get(0);
        }
    }

    public GateMatrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The gates of these models, with languages in the order of the run. */
    public static GateMatrix of(ResultsFile results, List<ModelDecision> models) {
        List<GateRow> gates = results.gates();
        List<String> languages =
                results.cells().stream().map(CellRow::language).distinct().toList();
        Map<Measure, Gate> columns = new LinkedHashMap<>();
        gates.forEach(gate -> columns.putIfAbsent(Measure.of(gate), gate.declared()));
        List<Row> rows = new ArrayList<>();
        for (ModelDecision model : models) {
            List<GateRow> own = gates.stream()
                    .filter(gate -> (gate.model() == null) == model.family()
                            && gate.subject().equals(model.subject()))
                    .toList();
            rows.add(new Row(
                    model,
                    columns.keySet().stream()
                            .map(measure -> fields(measure.among(own), languages))
                            .toList()));
        }
        return new GateMatrix(List.copyOf(columns.values()), rows);
    }

    private static List<Field> fields(List<GateRow> gates, List<String> languages) {
        Map<String, List<GateRow>> byLanguage = new LinkedHashMap<>();
        gates.forEach(gate -> byLanguage
                .computeIfAbsent(String.valueOf(gate.language()), key -> new ArrayList<>())
                .add(gate));
        return byLanguage.entrySet().stream()
                .map(entry -> new Field(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(field -> languages.indexOf(field.language())))
                .toList();
    }
}
