package dev.cultivar.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.analysis.KindFigure;
import dev.cultivar.io.SealedJson;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The content of {@code results.json}: the runs of all suites of a module, or an analysis of a user's own scores. An analysis has no
 * suite, cell or gate, so no gate can be decided on it. Its JSON Schema is {@code docs/results.schema.json}.
 *
 * @param schema version of the format, {@link #SCHEMA}
 * @param run what is needed to repeat the run
 * @param results statistics
 * @param cells responses by topic, model and language
 * @param kinds models and people by kind of topic
 * @param gates verdicts
 * @param failedChecks failed assertions of the suites' own probe methods
 * @param baselines the runs compared with their baselines
 */
@JsonIgnoreProperties(SealedJson.DIGEST)
public record ResultsFile(
        int schema,
        RunInfo run,
        List<ResultRow> results,
        List<CellRow> cells,
        List<KindFigure> kinds,
        List<GateRow> gates,
        List<CheckRow> failedChecks,
        List<AgainstBaseline> baselines) {

    /** The version that this code writes, and the only one that it reads. */
    public static final int SCHEMA = 2;

    /** Name of the file within the output folder. */
    public static final String NAME = "results.json";

    private static final String AGAIN = " Run cultivar:run again.";

    public ResultsFile {
        results = List.copyOf(results);
        cells = List.copyOf(cells);
        kinds = List.copyOf(kinds);
        gates = List.copyOf(gates);
        failedChecks = List.copyOf(failedChecks);
        baselines = List.copyOf(baselines);
    }

    /** How many cells have no scored response: each is a red leaf, whatever the gates say about the rest. */
    public long unscored() {
        return cells.stream().filter(CellRow::lacksScore).count();
    }

    /** How many of them no gate speaks for. Where gates were not measured, those tell of the cells that nobody answered. */
    public long unscoredBesideGates() {
        return cells.stream().filter(unscoredCellsBesideGates()).count();
    }

    /** Tells the cells without a scored response that no gate speaks for. */
    public Predicate<CellRow> unscoredCellsBesideGates() {
        return GateRow.unmeasured(gates) > 0 ? CellRow::lacksScoreThoughAnswered : CellRow::lacksScore;
    }

    /** The results of one suite. */
    public static ResultsFile of(SuiteReport report) {
        String suite = report.suite();
        RunSettings settings = report.again();
        PeopleShares people = new PeopleShares(report.run().plan().populations(), report.estimates());
        return new ResultsFile(
                SCHEMA,
                RunInfo.of(
                        report.environment(),
                        List.of(SuiteInfo.of(
                                report.run(), compared(report), report.leftOut(), report.brokeOff(), settings))),
                report.estimates().stream()
                        .map(estimate -> ResultRow.of(suite, estimate))
                        .toList(),
                report.run().cells().stream()
                        .map(cell -> CellRow.of(suite, cell, people.of(cell.key()), people.others(cell.key())))
                        .toList(),
                KindFigure.of(report.run()),
                report.gates().stream()
                        .map(gate -> GateRow.of(suite, settings.value(Settings.CONFIDENCE), gate, report.again(gate)))
                        .toList(),
                report.failedChecks().stream()
                        .map(check -> CheckRow.of(suite, check))
                        .toList(),
                report.against());
    }

    private static Set<String> compared(SuiteReport report) {
        return report.estimates().stream()
                .flatMap(estimate -> Stream.ofNullable(estimate.population()))
                .collect(Collectors.toSet());
    }

    /** Statistics of a user's own scores: no suite, no cell, no gate. */
    public static ResultsFile ofAnalysis(RunInfo run, List<ResultRow> rows) {
        return new ResultsFile(SCHEMA, run, rows, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads a results file.
     *
     * @throws ResultsException if it is missing, empty, truncated, of another version, or contains no cell
     */
    public static ResultsFile read(Path file) {
        ResultsFile results = readPart(file);
        if (results.cells().isEmpty() && results.run().suites().stream().anyMatch(SuiteInfo::interrupted)) {
            throw new ResultsException("Results " + file + " hold no cell, because the run was stopped before"
                    + " the first was done. Run it again; stored answers are not asked for twice.");
        }
        if (results.cells().isEmpty()) {
            throw new ResultsException("Results " + file + " hold no cell, so nothing was run. Look for a suite class"
                    + " with @CulturalSuite and a method with @CulturalProbe, then run cultivar:run again.");
        }
        return results;
    }

    /** The results of a module, read as by {@link #read}, with the module's names for its suites. */
    public static ResultsFile of(ModuleResults module) {
        Path file = module.output().resolve(NAME);
        read(file);
        JsonNode tree = tree(file);
        Stream.of(
                        tree.path("run").path("suites"),
                        tree.path("results"),
                        tree.path("cells"),
                        tree.path("kinds"),
                        tree.path("gates"),
                        tree.path("failedChecks"))
                .forEach(rows -> rows.forEach(row -> of(module, row)));
        return bound(file, tree);
    }

    private static void of(ModuleResults module, JsonNode row) {
        if (row instanceof ObjectNode object) {
            object.put("suite", module.suite(object.path("suite").asText()));
        }
    }

    /** As {@link #read}, but a suite may have no cells. */
    static ResultsFile readPart(Path file) {
        return bound(file, tree(file));
    }

    private static JsonNode tree(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ResultsException("Results " + file + " are missing. Run cultivar:run first.");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                throw new ResultsException("Results " + file + " are empty." + AGAIN);
            }
            JsonNode tree = ResultsJson.mapper().readTree(bytes);
            requireThisVersion(file, tree);
            if (!SealedJson.holds(bytes)) {
                throw new ResultsException("Results " + file
                        + " were changed after they were written: their digest does not match." + AGAIN);
            }
            return tree;
        } catch (JacksonException e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            throw new ResultsException(
                    "Results " + file + " cannot be read (" + e.getClass().getSimpleName() + ")." + AGAIN, e);
        }
    }

    private static void requireThisVersion(Path file, JsonNode tree) {
        JsonNode schema = tree.path("schema");
        if (!schema.isInt() || schema.intValue() != SCHEMA) {
            throw new ResultsException("Results " + file + " have schema "
                    + PlainText.line(schema.isMissingNode() ? "none" : schema.asText("none"), 20)
                    + ", but this version reads " + SCHEMA + "." + AGAIN);
        }
    }

    /** Adds the list's name, which older files of this version lack. */
    private static void complete(JsonNode suite) {
        if (suite instanceof ObjectNode object && !object.has("topicList")) {
            object.putNull("topicList");
        }
    }

    private static ResultsFile bound(Path file, JsonNode tree) {
        try {
            tree.path("run").path("suites").forEach(ResultsFile::complete);
            ResultsFile bound = ResultsJson.mapper().treeToValue(tree, ResultsFile.class);
            if (Stream.of(bound.run().cultivar(), bound.run().started()).anyMatch(String::isEmpty)) {
                throw new ResultsException("Results " + file + " do not say when they were made." + AGAIN);
            }
            return bound;
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
    }

    private static ResultsException unreadable(Path file, JacksonException e) {
        return new ResultsException(
                "Results " + file + " are truncated or damaged: " + PlainText.line(e.getOriginalMessage(), 160) + "."
                        + AGAIN,
                e);
    }

    /** These results together with those of other suites. */
    public ResultsFile and(ResultsFile other) {
        return new ResultsFile(
                SCHEMA,
                run.with(joined(run.suites(), other.run.suites())),
                joined(results, other.results),
                joined(cells, other.cells),
                joined(kinds, other.kinds),
                joined(gates, other.gates),
                joined(failedChecks, other.failedChecks),
                joined(baselines, other.baselines));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
