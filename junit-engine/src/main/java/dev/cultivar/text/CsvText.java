package dev.cultivar.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180): fields are quoted only where necessary, and lines end in {@code
 * }.
 */
public final class CsvText {

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv =
            CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

    public CsvText(List<String> header) {
        csv.writeRecord(header);
    }

    /** Adds a record; null is an empty field. */
    public CsvText add(List<? extends @Nullable Object> fields) {
        csv.writeRecord(fields.stream()
                .map(field -> field == null ? "" : field.toString())
                .toArray(String[]::new));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
