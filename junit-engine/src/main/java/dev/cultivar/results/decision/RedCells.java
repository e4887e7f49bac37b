package dev.cultivar.results.decision;

import dev.cultivar.results.CellRow;
import dev.cultivar.results.CheckRow;
import dev.cultivar.results.ResultsFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Cells of one model in one language that are red for the same reason.
 *
 * @param cells at least one, the worst first
 * @param asked all cells of the model and language
 */
public record RedCells(String suite, String model, String language, List<CellRow> cells, long asked) {

    private record Sample(String suite, String model, String language) {

        static Sample of(CellRow cell) {
            return new Sample(cell.suite(), cell.model(), cell.language());
        }
    }

    private record Cell(String suite, String topic, String model, String language) {}

    public RedCells {
        cells = List.copyOf(cells);
    }

    /** Cells without a scored response, those with most losses first. */
    public static List<RedCells> unscored(ResultsFile results) {
        return unscored(results, CellRow::lacksScore);
    }

    /** Those of them in which the model answered. */
    public static List<RedCells> unscoredThoughAnswered(ResultsFile results) {
        return unscored(results, CellRow::lacksScoreThoughAnswered);
    }

    /** Those of them that no gate speaks for. */
    public static List<RedCells> unscoredBesideGates(ResultsFile results) {
        return unscored(results, results.unscoredCellsBesideGates());
    }

    private static List<RedCells> unscored(ResultsFile results, Predicate<CellRow> red) {
        return of(results, red, Comparator.comparingInt((CellRow cell) -> -cell.planned()));
    }

    /** Cells whose check failed, the widest gap to the language's speakers first. */
    public static List<RedCells> failedChecks(ResultsFile results) {
        Set<Cell> failed = results.failedChecks().stream()
                .map((CheckRow check) -> new Cell(check.suite(), check.topic(), check.model(), check.language()))
                .collect(Collectors.toSet());
        return of(
                results,
                cell -> failed.contains(new Cell(cell.suite(), cell.topic(), cell.model(), cell.language())),
                Comparator.comparingDouble((CellRow cell) -> -gap(cell)));
    }

    /** The gap; 0 if unknown. */
    private static double gap(CellRow cell) {
        Double polarity = cell.polarity();
        Double people = cell.populations().get(cell.language());
        return polarity == null || people == null ? 0 : Math.abs(polarity - people);
    }

    private static List<RedCells> of(ResultsFile results, Predicate<CellRow> red, Comparator<CellRow> worstFirst) {
        Map<Sample, List<CellRow>> samples = new LinkedHashMap<>();
        results.cells().forEach(cell -> samples.computeIfAbsent(Sample.of(cell), key -> new ArrayList<>())
                .add(cell));
        return samples.entrySet().stream()
                .map(sample -> new RedCells(
                        sample.getKey().suite(),
                        sample.getKey().model(),
                        sample.getKey().language(),
                        sample.getValue().stream()
                                .filter(red)
                                .sorted(worstFirst)
                                .toList(),
                        sample.getValue().size()))
                .filter(found -> !found.cells().isEmpty())
                .toList();
    }

    /** The cells on these topics. */
    public RedCells among(Set<String> topics) {
        return new RedCells(
                suite,
                model,
                language,
                cells.stream().filter(cell -> topics.contains(cell.topic())).toList(),
                asked);
    }

    /** How many of their responses had each outcome. */
    public Map<String, Integer> outcomes() {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        cells.forEach(
                cell -> cell.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum)));
        return outcomes;
    }
}
