package dev.cultivar.report.words;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ResultsJson;
import java.io.IOException;
import java.util.function.Function;

/** Results as JSON: the facts, and for people the sentence on each gate and each statistic. */
public final class JsonWithSentences {

    private static final SimpleModule SENTENCES = new SimpleModule("sentences")
            .addSerializer(GateRow.class, new WithSentence<>(GateRow.class, "message", GateSentences::of))
            .addSerializer(ResultRow.class, new WithSentence<>(ResultRow.class, "note", NoteWords::of));

    private JsonWithSentences() {}

    /** {@code results.json}. */
    public static byte[] of(ResultsFile results) {
        return ResultsJson.pretty(results, SENTENCES);
    }

    /** One gate, as {@code results.json} has it. */
    public static byte[] of(GateRow gate) {
        return ResultsJson.pretty(gate, SENTENCES);
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
