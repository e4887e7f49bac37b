package dev.cultivar.survey.microdata;

import dev.cultivar.text.CsvRecords;
import dev.cultivar.text.MalformedCsvException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file of any length, one at a time; {@code ;} or {@code ,}, quoted or not, with or without a BOM. */
final class MicrodataRows implements Closeable {

    private final String source;
    private final CsvRecords records;
    private long rows;

    private MicrodataRows(String source, CsvRecords records) {
        this.source = source;
        this.records = records;
    }

    static MicrodataRows open(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            CsvRecords records = CsvRecords.ofEitherSeparator(reader);
            if (records.header().isEmpty()) {
                records.close();
                throw new MicrodataException(file + " is empty.");
            }
            return new MicrodataRows(file.toString(), records);
        } catch (IOException e) {
            throw new MicrodataException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ").", e);
        }
    }

    List<String> header() {
        return records.header();
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
            if (!records.next(into, wanted)) {
                return false;
            }
            rows++;
            if (records.size() != into.length) {
                throw new MicrodataException(source + ", row " + rows + " (after the header) has " + records.size()
                        + " fields and not " + into.length + "; is the file cut or damaged? Download it anew.");
            }
            return true;
        } catch (MalformedCsvException e) {
            throw new MicrodataException(
                    source + ", row " + (rows + 1) + " (after the header) is not readable as CSV: " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be read on after row " + rows, e);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be closed", e);
        }
    }
}
