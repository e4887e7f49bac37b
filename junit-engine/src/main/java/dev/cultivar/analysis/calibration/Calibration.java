package dev.cultivar.analysis.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.io.AtomicFile;
import dev.cultivar.judge.Judge;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a calibration found.
 *
 * @param judge wire name of the judge's model
 * @param prompt digest of what the judge was told besides topic and statements, see {@link Judge#promptDigest}
 * @param failed batches without a usable answer from the judge; their statements are in no figure
 * @param overall over all languages
 * @param languages by language
 */
public record Calibration(
        String judge, String prompt, int failed, Scores overall, SortedMap<String, Scores> languages) {

    private static final String SCHEMA = "cultivar-calibration/2";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** A figure with its 95% bootstrap interval over batches; null stands for a figure that is not defined. */
    public record Figure(
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * Agreement of judge and people.
     *
     * @param statements labelled by both
     * @param batches of up to ten statements of one topic and language
     * @param confusion statements by the person's stance (rows) and the judge's (columns), in the order pro, con, neutral
     * @param confusionByBatch the same, batch by batch; the matrix's uncertainty is taken from it
     * @param agreement share of equal stances
     * @param kappa Cohen's
     * @param alpha Krippendorff's, nominal
     * @param polarityError mean absolute difference of a batch's polarity by judge and by people, in [0,1]
     */
    public record Scores(
            long statements,
            int batches,
            List<List<Long>> confusion,
            List<List<List<Long>>> confusionByBatch,
            Figure agreement,
            Figure kappa,
            Figure alpha,
            Figure polarityError) {}

    /** Batches that the judge was asked about. */
    public int asked() {
        return failed + overall.batches();
    }

    /**
     * Share by which self-consistency is divided: 1 less the mean absolute error of polarity, as published.
     *
     * @throws CalibrationException where fewer than half of the batches are usable, or the polarity error is undefined
     */
    public double reliability() {
        if (2 * overall.batches() < asked()) {
            throw new CalibrationException("Only " + overall.batches() + " of " + asked()
                    + " batches labelled by judge "
                    + judge + " are usable. That is fewer than half, and they may be the easy ones, so they do not show"
                    + " how it reads the others. Name another judge and run cultivar:calibrate again.");
        }
        Double error = overall.polarityError().value();
        if (error == null || !(error >= 0 && error < 1)) {
            throw new CalibrationException("The calibration has no error of polarity to take a reliability from.");
        }
        return 1 - error;
    }

    /** The judge's errors by language. */
    public SortedMap<String, JudgeErrors> errors() {
        SortedMap<String, JudgeErrors> errors = new TreeMap<>();
        languages.forEach((language, scores) -> errors.put(language, JudgeErrors.of(scores.confusionByBatch())));
        return errors;
    }

    /** Writes the result as JSON. */
    public void write(Path file) {
        try {
            ObjectNode tree = MAPPER.createObjectNode().put("schema", SCHEMA);
            tree.setAll(MAPPER.<ObjectNode>valueToTree(this));
            AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        } catch (IOException e) {
            throw new CalibrationException("Calibration " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a result.
     *
     * @throws CalibrationException where it is missing, of another version or of another judge, or where the judge was told something
     *     else
     */
    public static Calibration read(Path file, String judge) {
        try {
            ObjectNode tree = MAPPER.readValue(Files.readAllBytes(file), ObjectNode.class);
            String schema = tree.path("schema").asText();
            if (!schema.equals(SCHEMA)) {
                throw new CalibrationException("Calibration " + file + " has schema '" + schema
                        + "', but this version reads " + SCHEMA + "; run cultivar:calibrate again.");
            }
            tree.remove("schema");
            Calibration read = MAPPER.treeToValue(tree, Calibration.class);
            if (!read.judge().equals(judge)) {
                throw new CalibrationException("Calibration " + file + " was made with judge " + read.judge()
                        + ", but the judge is " + judge + "; run cultivar:calibrate again.");
            }
            if (!read.prompt().equals(Judge.promptDigest())) {
                throw new CalibrationException(
                        "Calibration " + file + " was made with other instructions to the judge (prompt "
                                + PlainText.words(read.prompt(), 40) + ", now " + Judge.promptDigest()
                                + ") and its errors may differ; run cultivar:calibrate again.");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new CalibrationException("Calibration " + file + " is not readable: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new CalibrationException(
                    "Calibration " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check judge.calibration in cultivar.yaml, or run cultivar:calibrate.",
                    e);
        }
    }
}
