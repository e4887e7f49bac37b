package dev.cultivar.survey.microdata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A format in which people may have the data but which is not read; recognised by a file's first bytes. */
@SuppressWarnings("ImmutableEnumChecker") // its marks are a List.of
enum OtherFormat {
    SPSS("an SPSS file", " Save it as CSV, with codes and not with value labels.", "$FL2", "$FL3"),
    STATA("a Stata file", " Write it as CSV: `export delimited using FILE.csv, nolabel`.", "<stata_dta>"),
    ZIP("a ZIP archive or an Excel workbook", " Unpack it, or save the sheet as CSV.", "PK\u0003\u0004"),
    GZIP("a compressed file or an R workspace", " Unpack it, or write it with write.csv.", "\u001f\u008b"),
    UTF_16("UTF-16 text", " Save it as UTF-8.", "\u00ff\u00fe", "\u00fe\u00ff");

    private static final int LONGEST = 16;

    private final String title;
    private final String remedy;
    private final List<String> marks;

    /** @param marks first bytes, one per character */
    OtherFormat(String title, String remedy, String... marks) {
        this.title = title;
        this.remedy = remedy;
        this.marks = List.of(marks);
    }

    static Optional<OtherFormat> of(Path file) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        }
        return Arrays.stream(values())
                .filter(format -> format.marks.stream().anyMatch(start::startsWith))
                .findFirst();
    }

    String title() {
        return title;
    }

    /** What to do about it, with a leading blank. */
    String remedy() {
        return remedy;
    }
}
