package dev.cultivar.survey.microdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file of any length, one at a time; {@code ;} or {@code ,}, quoted or not, with or without a BOM. */
final class MicrodataRows implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final String source;
    private final BufferedReader reader;
    private final CsvParser parser;
    private final List<String> header;
    private long rows;

    private MicrodataRows(String source, BufferedReader reader, CsvParser parser, List<String> header) {
        this.source = source;
        this.reader = reader;
        this.parser = parser;
        this.header = header;
    }

    static MicrodataRows open(Path file) {
        try {
            BufferedReader reader = new BufferedReader(Files.newBufferedReader(file, StandardCharsets.UTF_8), BUFFER);
            char separator = separator(reader, file);
            CsvParser parser = CsvFactory.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build()
                    .createParser(reader);
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
            parser.nextToken();
            List<String> header = header(parser);
            return new MicrodataRows(file.toString(), reader, parser, header);
        } catch (IOException e) {
            throw new MicrodataException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ").", e);
        }
    }

    /** The one of {@code ;} and {@code ,} that the first line has more of; skips a byte order mark on the way. */
    private static char separator(BufferedReader reader, Path file) throws IOException {
        reader.mark(BUFFER);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        reader.mark(BUFFER);
        int semicolons = 0;
        int commas = 0;
        int read = 0;
        for (int c = reader.read(); c >= 0 && c != '\n' && read < BUFFER - 1; c = reader.read(), read++) {
            semicolons += c == ';' ? 1 : 0;
            commas += c == ',' ? 1 : 0;
        }
        reader.reset();
        if (read == 0) {
            throw new MicrodataException(file + " is empty.");
        }
        return semicolons > commas ? ';' : ',';
    }

    private static List<String> header(CsvParser parser) throws IOException {
        List<String> names = new ArrayList<>();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            names.add(parser.getText());
        }
        return List.copyOf(names);
    }

    List<String> header() {
        return header;
    }

    /** Number of the row last read, the header not counted. */
    long row() {
        return rows;
    }

    /**
     * Reads the next row.
     *
     * @param into receives the text of the wanted columns; others are left as they are
     * @param wanted which columns to read
     * @return false at the end of the file
     */
    boolean next(@Nullable String[] into, IntPredicate wanted) {
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            rows++;
            int column = 0;
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                if (column < into.length && wanted.test(column)) {
                    into[column] = parser.getText();
                }
                column++;
            }
            if (column != into.length) {
                throw new MicrodataException(source + ", row " + rows + " (after the header) has " + column
                        + " fields and not " + into.length + "; is the file cut or damaged? Download it anew.");
            }
            return true;
        } catch (JsonProcessingException e) {
            throw new MicrodataException(
                    source + ", row " + rows + " (after the header) is not readable as CSV: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be read on after row " + rows, e);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be closed", e);
        }
    }
}
