package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1", "\n=1", " =1", "\u001B[0m=1", "|cmd", "%x"})
    void noTextStartsAFormula(String hostile) throws IOException {
        Map<String, String> row = read(Reports.estimate(Statistic.ALIGNMENT, "DK", 0.5, 0.4, 0.6), hostile)
                .get(0);

        assertThat(row.get("note")).startsWith("'");
    }

    @Test
    void numbersStayNumbersAndAreWrittenInFull() throws IOException {
        Map<String, String> row = read(Reports.estimate(Statistic.BIAS, "DK", -0.123456789012, -0.2, 0.1), "")
                .get(0);

        assertThat(Double.parseDouble(row.get("estimate"))).isEqualTo(-0.123456789012);
        assertThat(row.get("lower")).isEqualTo("-0.2");
    }

    @Test
    void whatDoesNotExistIsAnEmptyField() throws IOException {
        Map<String, String> row = read(
                        Reports.estimate(Statistic.BIAS, "DK", Double.NaN, Double.NaN, Double.NaN), "too few, \"alas\"")
                .get(0);

        assertThat(row.get("estimate")).isEmpty();
        assertThat(row.get("note")).isEqualTo("too few, \"alas\"");
    }

    private static List<Map<String, String>> read(Estimate estimate, String note) throws IOException {
        byte[] csv = ResultsCsv.of(List.of(ResultRow.of(Reports.SUITE, estimate)), row -> note);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }
}
