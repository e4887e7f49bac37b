package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.report.Reports;
import dev.cultivar.results.ResultsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run, and what its script reads. */
abstract class WithPage {

    @TempDir
    Path output;

    static Reports reports() {
        return new Reports();
    }

    String page(Reports reports) throws IOException {
        reports.write(output);
        return Files.readString(output.resolve(PageFiles.NAME), StandardCharsets.UTF_8);
    }

    static JsonNode cells(String page) throws IOException {
        Matcher matcher = Pattern.compile("(?s)<script type=\"application/json\" class=\"cells\">(.*?)</script>")
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        List<String> found = List.of(matcher.group(1));
        return ResultsJson.mapper().readTree(found.get(0));
    }

    static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
