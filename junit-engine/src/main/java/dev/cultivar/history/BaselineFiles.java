package dev.cultivar.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.calibration.CalibratedJudge;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.io.AtomicFile;
import dev.cultivar.judge.Judge;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Baseline runs stored as JSON files. */
public final class BaselineFiles implements BaselineSource {

    private static final Set<Statistic> KEPT =
            Set.of(Statistic.ALIGNMENT, Statistic.DISTINCT, Statistic.CONSISTENCY, Statistic.BIAS, Statistic.COVERAGE);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    GateKey.class,
                    // Not ALL_NON_NULL: the annotations that Spring Boot 4 manages do not have it.
                    key -> key.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)))
            .defaultPrettyPrinter(new BaselinePrinter())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Start of the schema's name in every version. */
    private static final String FAMILY = "cultivar-baseline/";

    private final Path folder;

    /**
     * Reads paths relative to a folder.
     *
     * @param folder the module's folder
     */
    public BaselineFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<BaselineRun> read(String path) {
        Path file = folder.resolve(path);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            String schema = tree.path("schema").asText();
            if (!schema.equals(BaselineRun.SCHEMA) && !schema.equals(BaselineRun.UNPAIRED)) {
                throw new BaselineException("Baseline run " + path + " has schema '" + oneLine(schema) + "' instead of "
                        + BaselineRun.SCHEMA
                        + (schema.startsWith(FAMILY) ? ", so another version of Cultivar wrote it" : "")
                        + "; save it again with cultivar:baseline-save");
            }
            BaselineRun run = JSON.treeToValue(tree, BaselineRun.class);
            run.samples().forEach(BaselineRun.Sample::polarityCounts); // checks polarities and counts
            return Optional.of(run);
        } catch (JsonProcessingException e) {
            throw new BaselineException(
                    "Baseline run " + path + " is not a readable baseline (" + oneLine(e.getOriginalMessage())
                            + "); restore it, or save it again with cultivar:baseline-save",
                    e);
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw new BaselineException(
                    "Baseline run " + path + " is damaged (" + oneLine(String.valueOf(e.getMessage()))
                            + "); restore it, or save it again with cultivar:baseline-save",
                    e);
        } catch (IOException e) {
            throw new BaselineException(
                    "Baseline run " + path + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** Paths of the files directly in a folder that hold runs of a suite, sorted; files that cannot be read are left out. */
    public List<String> ofSuite(String in, String suite) {
        Path there = folder.resolve(in);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".json"))
                    .filter(file -> isOf(suite, file))
                    .map(file -> in + "/" + file.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Decides by the names at the start of the file, since the answers that follow may be many. */
    private static boolean isOf(String suite, Path file) {
        try (JsonParser json = JSON.createParser(file.toFile())) {
            boolean baseline = false;
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                String value = json.nextTextValue();
                if (value == null) {
                    return false;
                }
                baseline |= name.equals("schema") && value.startsWith(FAMILY);
                if (name.equals("suite")) {
                    return baseline && value.equals(suite);
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** The command that saves the last complete run of a suite at a path, as typed in the module. */
    public static String saveCommand(String suite, String path) {
        return "mvn cultivar:baseline-save -Dcultivar.suites=" + suite + " -Dcultivar.baseline=" + path;
    }

    private static String oneLine(String text) {
        return PlainText.line(text.lines().findFirst().orElse(""));
    }

    /**
     * The part of a run that is to be committed. The answers are read from the run when they are written or compared.
     *
     * @param provenance what it ran on
     * @throws BaselineException where the run did not ask every planned cell: part of a run is no baseline
     */
    public static BaselineRun of(RunRecord run, Analysis analysis, BaselineRun.Provenance provenance) {
        if (!run.complete()) {
            throw new BaselineException("Only part of " + run.plan().suite()
                    + " was run; run the whole suite before saving it as a baseline");
        }
        List<BaselineRun.Figure> figures = analysis.estimates().stream()
                .filter(estimate -> KEPT.contains(estimate.statistic()) && isUsual(estimate))
                .map(BaselineRun.Figure::of)
                .toList();
        List<BaselineRun.Sample> samples = analysis.samples().stream()
                .map(sample -> new BaselineRun.Sample(
                        sample.model(), sample.language(), 0, sample.planned(), new AnswersOfRun(run, sample), null))
                .toList();
        BaselineRun.Origin origin = new BaselineRun.Origin(
                run.finished().truncatedTo(ChronoUnit.SECONDS).toString(),
                run.plan().settings().value(Settings.SEED),
                run.plan().looks().responses(),
                run.plan().populations().sha256(),
                provenance,
                PromptDigests.of(run.plan()),
                Categories.of(run.plan()),
                comparedWith(run.plan().settings()));
        return new BaselineRun(
                BaselineRun.SCHEMA,
                run.plan().suite(),
                judge(run.plan().settings()),
                List.of(origin),
                figures,
                samples);
    }

    /** Only the first metric of alignment is kept, because a figure does not say which metric it uses. */
    private static boolean isUsual(Estimate estimate) {
        return estimate.statistic() != Statistic.ALIGNMENT || estimate.metric().equals(Metric.SPEARMAN.label());
    }

    private static @Nullable SortedMap<String, String> comparedWith(RunSettings settings) {
        SortedMap<String, String> names = new TreeMap<>();
        settings.models().value().stream()
                .filter(model -> !model.baseline().equals(model.name()))
                .forEach(model -> names.put(model.name(), model.baseline()));
        return names.isEmpty() ? null : names;
    }

    /** The judge of a run with these settings, as recorded in baselines. */
    public static BaselineRun.Judge judge(RunSettings settings) {
        OptionalDouble reliability = CalibratedJudge.reliability(settings);
        return new BaselineRun.Judge(
                settings.judge().value().model().name(),
                Judge.promptDigest(),
                reliability.isPresent() ? reliability.getAsDouble() : null,
                settings.judge().value().calibration());
    }

    /**
     * Writes a baseline run; the file is either whole or absent.
     *
     * @throws BaselineException where it cannot be written
     */
    public static void write(BaselineRun run, Path file) {
        try {
            AtomicFile.write(file, out -> {
                // A writer, because it does not treat half a surrogate pair as an error.
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                JSON.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(text, run);
                text.append('\n').flush();
            });
        } catch (IOException e) {
            throw new BaselineException(
                    "Baseline run " + file + " cannot be written ("
                            + e.getClass().getSimpleName() + "); check the folder",
                    e);
        }
    }
}
