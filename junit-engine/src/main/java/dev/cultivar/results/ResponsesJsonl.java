package dev.cultivar.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponseTexts;
import dev.cultivar.text.Decimals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code responses.jsonl}: one response per line, with raw answers unless they are withheld. */
final class ResponsesJsonl {

    static final String NAME = "responses.jsonl";

    private ResponsesJsonl() {}

    /** @param withheld whether the answers and their statements stay in the store */
    static void write(OutputStream out, String suite, Collection<List<ResponseRecord>> cells, boolean withheld)
            throws IOException {
        for (List<ResponseRecord> responses : cells) {
            for (ResponseRecord response : responses) {
                Line line = Line.of(suite, response);
                out.write(ResultsJson.bytes(ResultsJson.line(withheld ? line.withoutTexts() : line) + "\n"));
            }
        }
    }

    /** Copies a file of a module's responses, with the module's names for its suites. */
    static void copy(Path from, ModuleResults module, OutputStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(from)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (ResultsJson.mapper().readTree(line) instanceof ObjectNode response) {
                    response.put("suite", module.suite(response.path("suite").asText()));
                    out.write(ResultsJson.bytes(ResultsJson.line(response) + "\n"));
                }
            }
        }
    }

    private record Line(
            String suite,
            String topic,
            String model,
            String language,
            int sample,
            String template,
            String slot,
            String prompt,
            @Nullable String answer,
            @Nullable List<String> statements,
            List<String> stances,
            String outcome,
            @Nullable Double polarity,
            String detail,
            Usage usage,
            Usage judgeUsage,
            boolean withheld) {

        static Line of(String suite, ResponseRecord response) {
            ResponseTexts.Content texts = response.texts().read();
            return new Line(
                    suite,
                    response.cell().topic(),
                    response.cell().model(),
                    response.cell().language(),
                    response.sample(),
                    response.template(),
                    response.slot().label(),
                    response.prompt(),
                    texts.text(),
                    texts.statements(),
                    response.stances().stream().map(Enum::name).toList(),
                    response.outcome().name(),
                    Decimals.orNull(response.polarity()),
                    response.detail(),
                    response.usage(),
                    response.judgeUsage(),
                    false);
        }

        /** Null marks a withheld answer; an empty one would be an answer. */
        Line withoutTexts() {
            return new Line(
                    suite,
                    topic,
                    model,
                    language,
                    sample,
                    template,
                    slot,
                    prompt,
                    null,
                    null,
                    stances,
                    outcome,
                    polarity,
                    detail,
                    usage,
                    judgeUsage,
                    true);
        }
    }
}
