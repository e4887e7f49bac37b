package dev.cultivar.survey.microdata;

import dev.cultivar.io.OwnResource;
import dev.cultivar.text.CsvRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A table that comes in the jar. */
final class BundledTable {

    private BundledTable() {}

    /** Passes on each row, by column. */
    static void read(String resource, Consumer<Map<String, String>> sink) {
        try (InputStream in = Objects.requireNonNull(OwnResource.open(BundledTable.class, resource), resource);
                CsvRecords rows = CsvRecords.withComments(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            while (rows.next()) {
                Map<String, String> row = new HashMap<>();
                rows.header().forEach(column -> row.put(column, Objects.requireNonNullElse(rows.get(column), "")));
                sink.accept(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
