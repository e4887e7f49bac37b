package dev.cultivar.survey.microdata;

import dev.cultivar.text.CsvRecords;
import dev.cultivar.text.MalformedCsvException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file of any length, one at a time; with {@code ;}, {@code ,} or tabs as separators, quoted or not, with or without a BOM.
 */
final class MicrodataRows implements Closeable {

    private final String source;
    private final Charset charset;
    private final CsvRecords records;
    private long rows;

    private MicrodataRows(String source, Charset charset, CsvRecords records) {
        this.source = source;
        this.charset = charset;
        this.records = records;
    }

    static MicrodataRows open(Path file, Charset charset) {
        try {
            OtherFormat.of(file).ifPresent(format -> {
                throw new MicrodataException(file + " is " + format.title() + ", not CSV." + format.remedy());
            });
            BufferedReader reader = Files.newBufferedReader(file, charset);
            CsvRecords records = CsvRecords.ofAnySeparator(reader);
            if (records.header().isEmpty()) {
                records.close();
                throw new MicrodataException(file + " is empty.");
            }
            return new MicrodataRows(file.toString(), charset, records);
        } catch (CharacterCodingException e) {
            throw notIn(charset, file.toString(), 0, e);
        } catch (IOException e) {
            throw new MicrodataException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ").", e);
        }
    }

    List<String> header() {
        return records.header();
    }

    /** Number of the row last read, not counting the header. */
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
                        + " fields instead of " + into.length + "; is the file truncated or damaged? Download"
                        + " it again.");
            }
            return true;
        } catch (MalformedCsvException e) {
            throw new MicrodataException(
                    source + ", row " + (rows + 1) + " (after the header) is not readable as CSV: " + e.getMessage(),
                    e);
        } catch (CharacterCodingException e) {
            throw notIn(charset, source, rows, e);
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be read after row " + rows, e);
        }
    }

    /** A reader decodes ahead, so the row only says where to begin looking. */
    private static MicrodataException notIn(Charset charset, String source, long row, CharacterCodingException cause) {
        return new MicrodataException(
                source + " is not encoded in " + charset + " (after row " + row
                        + "). Name its encoding, for example -Dcultivar.encoding=ISO-8859-1.",
                cause);
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
