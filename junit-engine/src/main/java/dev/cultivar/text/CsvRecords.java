package dev.cultivar.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) of any length, one record at a time below a header. A byte order mark and empty lines are skipped; a quoted field may
 * contain separators, line ends and doubled quotes, with nothing outside its quotes.
 */
public final class CsvRecords implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final CloseableIterator<Fields> records;
    private final Fields fields;
    private final List<String> header;
    private final @Nullable String[] own;

    private CsvRecords(BufferedReader in, char separator, CommentStrategy comments) throws IOException {
        fields = new Fields();
        records = builder()
                .fieldSeparator(separator)
                .commentStrategy(comments)
                .build(fields, in)
                .iterator();
        List<String> names = new ArrayList<>();
        fields.names = names;
        advance();
        fields.names = null;
        header = names.stream().map(String::strip).toList();
        own = new String[header.size()];
    }

    /** With commas; lines that start with {@code #} are comments. */
    public static CsvRecords withComments(Reader in) throws IOException {
        return new CsvRecords(withoutMark(in), ',', CommentStrategy.SKIP);
    }

    /** With commas, and no comments. */
    public static CsvRecords of(Reader in) throws IOException {
        return new CsvRecords(withoutMark(in), ',', CommentStrategy.NONE);
    }

    /** With whichever of {@code ;}, {@code ,} and tab is most frequent in the first line. */
    public static CsvRecords ofAnySeparator(Reader in) throws IOException {
        BufferedReader text = withoutMark(in);
        text.mark(BUFFER);
        StringBuilder first = new StringBuilder();
        for (int c = text.read(); c >= 0 && c != '\n' && first.length() < BUFFER - 1; c = text.read()) {
            first.append((char) c);
        }
        text.reset();
        return new CsvRecords(text, separator(first.toString()), CommentStrategy.NONE);
    }

    /** Whichever of {@code ;}, {@code ,} and tab is most frequent in a header. */
    public static char separator(String header) {
        long semicolons = header.chars().filter(c -> c == ';').count();
        long commas = header.chars().filter(c -> c == ',').count();
        long tabs = header.chars().filter(c -> c == '\t').count();
        return semicolons > Math.max(commas, tabs) ? ';' : tabs > commas ? '\t' : ',';
    }

    /** The fields of a single line. */
    public static List<String> fields(String line, char separator) throws MalformedCsvException {
        try {
            return line.isBlank()
                    ? List.of(line)
                    : builder()
                            .fieldSeparator(separator)
                            .ofSingleCsvRecord(line)
                            .getFields();
        } catch (CsvParseException e) {
            throw new MalformedCsvException(String.valueOf(e.getMessage()), 1, e);
        }
    }

    private static CsvReader.CsvReaderBuilder builder() {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static BufferedReader withoutMark(Reader in) throws IOException {
        BufferedReader text = new BufferedReader(in, BUFFER);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    /** Names of the columns; empty if the input is empty. */
    public List<String> header() {
        return header;
    }

    /**
     * Reads the whole next record.
     *
     * @return false at the end
     * @throws MalformedCsvException if it is not CSV
     */
    public boolean next() throws IOException {
        Arrays.fill(own, null);
        return next(own, column -> true);
    }

    /**
     * Reads the next record, keeping only the wanted columns.
     *
     * @param into receives the text of the wanted columns; other elements stay unchanged
     * @return false at the end
     * @throws MalformedCsvException if it is not CSV
     */
    public boolean next(@Nullable String[] into, IntPredicate wanted) throws IOException {
        fields.into = into;
        fields.wanted = wanted;
        boolean found = advance();
        while (found && fields.blank && fields.size == 1 && header.size() > 1) {
            found = advance();
        }
        return found;
    }

    private boolean advance() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
            return true;
        } catch (CsvParseException e) {
            throw new MalformedCsvException(String.valueOf(e.getMessage()), fields.line, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Number of fields in the record last read, including any beyond the header's. */
    public int size() {
        return fields.size;
    }

    /** Line on which the record last read begins, counted from 1. */
    public long line() {
        return fields.line;
    }

    /** A field of the record that {@link #next()} read, trimmed; null if there is no such column or field. */
    public @Nullable String get(String column) {
        int at = header.indexOf(column);
        String text = at < 0 ? null : own[at];
        return text == null ? null : text.strip();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** Receives fields as they are parsed, so that unwanted ones never become strings. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {

        private @Nullable List<String> names;
        private @Nullable String[] into = {};
        private IntPredicate wanted = column -> false;
        private long line;
        private int size;
        private boolean blank;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            size = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            size = index + 1;
            if (names != null) {
                names.add(new String(buffer, offset, length));
            } else if (index < into.length && wanted.test(index)) {
                into[index] = new String(buffer, offset, length);
            }
            if (index == 0) {
                blank = !quoted && new String(buffer, offset, length).isBlank();
            }
        }

        @Override
        protected Fields buildRecord() {
            return this;
        }
    }
}
