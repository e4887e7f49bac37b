package dev.cultivar.survey.microdata;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A made-up file of any shape: a header and rows, as text. */
final class MadeUpFile {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private String separator = ",";
    private String start = "";
    private Charset charset = StandardCharsets.UTF_8;

    MadeUpFile(String... header) {
        this.header = List.of(header);
    }

    /** UTF-8, no groups. */
    static MicrodataOptions options(CodingRule rule) {
        return new MicrodataOptions(StandardCharsets.UTF_8, rule, Optional.empty());
    }

    MadeUpFile row(String... fields) {
        rows.add(List.of(fields));
        return this;
    }

    MadeUpFile separatedBy(String given) {
        separator = given;
        return this;
    }

    MadeUpFile startingWith(String given) {
        start = given;
        return this;
    }

    MadeUpFile in(Charset given) {
        charset = given;
        return this;
    }

    Path write(Path file) throws IOException {
        StringBuilder text =
                new StringBuilder(start).append(String.join(separator, header)).append('\n');
        rows.forEach(row -> text.append(String.join(separator, row)).append('\n'));
        return Files.write(file, text.toString().getBytes(charset));
    }
}
