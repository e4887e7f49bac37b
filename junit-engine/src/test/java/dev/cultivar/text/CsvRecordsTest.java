package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void aQuotedFieldMayHoldSeparatorsLineEndsAndQuotes() throws IOException {
        assertThat(read(CsvRecords.of(new StringReader("a,b\n\"x, \"\"y\"\"\nz\",2\n"))))
                .containsExactly("2: x, \"y\"\nz|2");
    }

    @Test
    void aRecordIsKnownByTheLineOnWhichItBegins() throws IOException {
        assertThat(read(CsvRecords.of(new StringReader("a,b\n\n1,\"2\n3\"\n   \n4,5\n"))))
                .containsExactly("3: 1|2\n3", "6: 4|5");
    }

    @Test
    void aByteOrderMarkBlanksAndLineEndsOfWindowsAreNoPartOfAName() throws IOException {
        CsvRecords records = CsvRecords.of(new StringReader("\uFEFF\"a\", b \r\n1, 2 \r\n"));

        assertThat(records.header()).containsExactly("a", "b");
        assertThat(read(records)).containsExactly("2: 1|2");
    }

    @Test
    void commentsAreSkippedWhereThereMayBeSome() throws IOException {
        String text = "# head\na,b\n#1,2\n3,4\n";

        assertThat(read(CsvRecords.withComments(new StringReader(text)))).containsExactly("4: 3|4");
        assertThat(CsvRecords.of(new StringReader(text)).header()).containsExactly("# head");
    }

    @Test
    void theSeparatorIsTheOneThatTheFirstLineHasMoreOf() throws IOException {
        assertThat(read(CsvRecords.ofAnySeparator(new StringReader("\uFEFFa;b,c;d\n1;2;3\n"))))
                .containsExactly("2: 1|2|3");
        assertThat(read(CsvRecords.ofAnySeparator(new StringReader("a,b\n1;2,3\n"))))
                .containsExactly("2: 1;2|3");
        assertThat(read(CsvRecords.ofAnySeparator(new StringReader("a\tb\tc,d\n1\t2\t3\n"))))
                .containsExactly("2: 1|2|3");
    }

    @Test
    void missingFieldsAreNullAndFurtherOnesAreCounted() throws IOException {
        CsvRecords records = CsvRecords.of(new StringReader("a,b\n1\n1,2,3\n,\n"));

        assertThat(records.next()).isTrue();
        assertThat(records.size()).isEqualTo(1);
        assertThat(records.get("b")).isNull();
        assertThat(records.get("c")).isNull();
        assertThat(records.next()).isTrue();
        assertThat(records.size()).isEqualTo(3);
        assertThat(records.next()).isTrue();
        assertThat(records.get("a")).isEmpty();
        assertThat(records.next()).isFalse();
    }

    @Test
    void noMoreIsReadThanIsWanted() throws IOException {
        CsvRecords records = CsvRecords.of(new StringReader("a,b,c\n1,2,3\n"));
        @Nullable String[] into = new String[3];

        assertThat(records.next(into, column -> column == 1)).isTrue();
        assertThat(into).containsExactly(null, "2", null);
        assertThat(records.size()).isEqualTo(3);
    }

    @Test
    void aQuoteThatIsNotClosedNamesTheLineOfItsRecord() throws IOException {
        CsvRecords records = CsvRecords.of(new StringReader("a,b\n1,2\n\n3,\"4\n5,6\n"));

        assertThat(records.next()).isTrue();
        assertThat(catchThrowableOfType(MalformedCsvException.class, records::next)
                        .line())
                .isEqualTo(4);
    }

    @Test
    void textBesideAQuotedFieldIsNoCsv() throws IOException {
        CsvRecords records = CsvRecords.of(new StringReader("a,b\n\"1\"x,2\n"));

        assertThatThrownBy(records::next).isInstanceOf(MalformedCsvException.class);
        assertThatThrownBy(() -> CsvRecords.fields("\"1\"x,2", ',')).isInstanceOf(MalformedCsvException.class);
    }

    @Test
    void aLineAloneIsItsFields() throws IOException {
        assertThat(CsvRecords.fields("a,\"b,\"\"c\",,d\"e", ',')).containsExactly("a", "b,\"c", "", "d\"e");
        assertThat(CsvRecords.fields("", ',')).containsExactly("");
        assertThatThrownBy(() -> CsvRecords.fields("a,\"b", ',')).isInstanceOf(MalformedCsvException.class);
    }

    @Test
    void nothingHasNoHeaderAndNoRecord() throws IOException {
        CsvRecords records = CsvRecords.of(new StringReader(""));

        assertThat(records.header()).isEmpty();
        assertThat(records.next()).isFalse();
    }

    @Test
    void anErrorOfTheReaderIsTheReadersOwn() {
        byte[] latin = "a,b\n\u00e5,2\n".getBytes(StandardCharsets.ISO_8859_1);
        InputStreamReader utf8 =
                new InputStreamReader(new java.io.ByteArrayInputStream(latin), StandardCharsets.UTF_8.newDecoder());

        assertThatThrownBy(() -> read(CsvRecords.of(utf8))).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void whatIsWrittenIsReadAsItWas() throws IOException {
        List<String> hostile = List.of("a,b", "q\"q", "l\nm", "r\rs", "#c", "=1+1", "\u00e5");
        List<@Nullable String> fields = new ArrayList<>(hostile);
        fields.add(null);
        List<String> header = List.of("1", "2", "3", "4", "5", "6", "7", "8");
        String text = new CsvText(header)
                .add(fields)
                .add(Arrays.asList(1, 0.5, null, -2L))
                .toString();

        assertThat(text).startsWith("1,2,3,4,5,6,7,8\n").endsWith("\n1,0.5,,-2\n");
        CsvRecords records = CsvRecords.withComments(new StringReader(text));
        @Nullable String[] into = new String[8];
        assertThat(records.next(into, column -> true)).isTrue();
        assertThat(Arrays.asList(into).subList(0, 7)).isEqualTo(hostile);
        assertThat(into[7]).isEmpty();
    }

    /** Line and fields of each record. */
    private static List<String> read(CsvRecords records) throws IOException {
        List<String> read = new ArrayList<>();
        while (records.next()) {
            read.add(records.line() + ": "
                    + String.join(
                            "|",
                            records.header().stream()
                                    .map(records::get)
                                    .filter(field -> field != null)
                                    .toList()));
        }
        return read;
    }
}
