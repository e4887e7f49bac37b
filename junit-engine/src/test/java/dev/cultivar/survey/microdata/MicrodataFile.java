package dev.cultivar.survey.microdata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes made-up microdata in the form of the real file: quoted, 231 columns, most of which the import does not need. */
public final class MicrodataFile {

    static final int WIDTH = 231;

    private final List<String> columns;
    private final char separator;
    private final boolean mark;
    private final List<Map<String, String>> respondents = new ArrayList<>();

    MicrodataFile(char separator, boolean mark, List<String> topics) {
        this.separator = separator;
        this.mark = mark;
        this.columns = new ArrayList<>(
                List.of("studyno", "version", "cntry", "cntry_AN", "lnge_iso", "gwght", "pwght", "X001"));
        columns.addAll(topics);
        for (int i = columns.size(); i < WIDTH; i++) {
            columns.add("V" + i);
        }
    }

    MicrodataFile respondent(
            String country, String language, double gwght, double pwght, Map<String, Integer> answers) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("cntry_AN", country);
        row.put("lnge_iso", language);
        row.put("gwght", Double.toString(gwght));
        row.put("pwght", Double.toString(pwght));
        answers.forEach((topic, code) -> row.put(topic, Integer.toString(code)));
        respondents.add(row);
        return this;
    }

    MicrodataFile with(String column, String value) {
        respondents.get(respondents.size() - 1).put(column, value);
        return this;
    }

    Path write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            header(out);
            for (Map<String, String> row : respondents) {
                line(
                        out,
                        columns.stream()
                                .map(column -> row.getOrDefault(column, "-4"))
                                .toList());
            }
        }
        return file;
    }

    /** A large file with a planted share in favour, streamed to disk. */
    public static Path large(Path file, int respondents, List<String> topics, double share, long seed)
            throws IOException {
        MicrodataFile shape = new MicrodataFile(';', true, topics);
        Random random = new Random(seed);
        List<String> countries = List.of("DK", "NL", "US", "BR", "PT", "GB", "KE", "NG");
        List<String> languages = List.of("da", "nl", "en", "pt", "pt", "en", "en", "en");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            shape.header(out);
            List<String> row = new ArrayList<>(shape.columns);
            for (int i = 0; i < respondents; i++) {
                for (int column = 0; column < WIDTH; column++) {
                    row.set(column, Integer.toString(random.nextInt(12) - 2));
                }
                int country = random.nextInt(countries.size());
                row.set(3, countries.get(country));
                row.set(4, languages.get(country));
                row.set(5, Double.toString(0.5 + random.nextDouble()));
                row.set(6, "1.25");
                for (int topic = 0; topic < topics.size(); topic++) {
                    row.set(8 + topic, random.nextDouble() < share ? "1" : "2");
                }
                shape.line(out, row);
            }
        }
        return file;
    }

    private void header(BufferedWriter out) throws IOException {
        if (mark) {
            out.write('\uFEFF');
        }
        line(out, columns);
    }

    private void line(BufferedWriter out, List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(separator);
            }
            out.write('"');
            out.write(fields.get(i));
            out.write('"');
        }
        out.write("\r\n");
    }
}
