package dev.cultivar.report.words;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.cultivar.io.SealedJson;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.baseline.AgainstBaseline;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Results as JSON: the facts and, for people, the sentences on gates, statistics, cells and baselines. */
public final class JsonWithSentences {

    private static final SimpleModule SENTENCES = new SimpleModule("sentences")
            .addSerializer(
                    GateRow.class,
                    new WithSentences<>(GateRow.class, (row, facts) -> facts.put("message", GateSentences.of(row))))
            .addSerializer(
                    ResultRow.class,
                    new WithSentences<>(ResultRow.class, (row, facts) -> facts.put("note", NoteWords.of(row))))
            .addSerializer(
                    CellRow.class,
                    new WithSentences<>(CellRow.class, (row, facts) -> facts.put("note", NoteWords.of(row))))
            .addSerializer(AgainstBaseline.class, new WithSentences<>(AgainstBaseline.class, JsonWithSentences::told));

    private JsonWithSentences() {}

    /** {@code results.json}. */
    public static byte[] of(ResultsFile results) {
        return SealedJson.seal(ResultsJson.pretty(results, SENTENCES));
    }

    private static void told(AgainstBaseline against, ObjectNode facts) {
        facts.put(
                "problem",
                IncomparableWords.of(against)
                        .map(IncomparableWords.Advice::line)
                        .orElse(""));
        ArrayNode said = facts.putArray("said");
        Optional.ofNullable(against.runs())
                .ifPresent(runs -> ComparisonWords.of(runs).forEach(said::add));
        Iterator<JsonNode> drifts = facts.path("drifts").iterator();
        against.drifts()
                .forEach(drift -> ((ObjectNode) drifts.next()).put("direction", ComparisonWords.whereTo(drift)));
    }

    private static final class WithSentences<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient BiConsumer<T, ObjectNode> sentences;

        WithSentences(Class<T> type, BiConsumer<T, ObjectNode> sentences) {
            super(type);
            this.sentences = sentences;
        }

        @Override
        public void serialize(T row, JsonGenerator out, SerializerProvider provider) throws IOException {
            ObjectNode facts = ResultsJson.mapper().valueToTree(row);
            sentences.accept(row, facts);
            out.writeTree(facts);
        }
    }
}
