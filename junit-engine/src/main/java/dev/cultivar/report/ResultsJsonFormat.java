package dev.cultivar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.NoteWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ResultsJson;
import java.io.IOException;
import java.util.function.Function;

/** {@code results.json}: the facts, and for people the sentence on each gate and each statistic. */
final class ResultsJsonFormat {

    private static final SimpleModule SENTENCES = new SimpleModule("sentences")
            .addSerializer(GateRow.class, new WithSentence<>(GateRow.class, "message", GateSentences::of))
            .addSerializer(ResultRow.class, new WithSentence<>(ResultRow.class, "note", NoteWords::of));

    private ResultsJsonFormat() {}

    static byte[] of(ResultsFile results) {
        return ResultsJson.pretty(results, SENTENCES);
    }

    private static final class WithSentence<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient Function<T, String> sentence;

        WithSentence(Class<T> type, String field, Function<T, String> sentence) {
            super(type);
            this.field = field;
            this.sentence = sentence;
        }

        @Override
        public void serialize(T row, JsonGenerator out, SerializerProvider provider) throws IOException {
            ObjectNode facts = ResultsJson.mapper().valueToTree(row);
            facts.put(field, sentence.apply(row));
            out.writeTree(facts);
        }
    }
}
