package dev.cultivar.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.ReferenceData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A plain CSV (no quoted fields) in columns, and the places where golden numbers lie. */
public final class TestTable {

    private final Map<String, String[]> columns = new TreeMap<>();
    private final int rows;

    private TestTable(List<String> lines) {
        String[] header = lines.get(0).split(",");
        rows = lines.size() - 1;
        for (int j = 0; j < header.length; j++) {
            String[] column = new String[rows];
            for (int i = 0; i < rows; i++) {
                column[i] = lines.get(i + 1).split(",")[j];
            }
            columns.put(header[j], column);
        }
    }

    public static TestTable resource(String name) throws IOException {
        return new TestTable(
                new String(bytes(name), StandardCharsets.UTF_8).lines().toList());
    }

    public static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = TestTable.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    public static TestTable reference(String name) throws IOException {
        return new TestTable(Files.readAllLines(ReferenceData.file(name)));
    }

    public static JsonNode referenceJson(String name) throws IOException {
        return new ObjectMapper().readTree(ReferenceData.file(name).toFile());
    }

    public int rows() {
        return rows;
    }

    public String[] text(String column) {
        return Objects.requireNonNull(columns.get(column), column);
    }

    public double[] numbers(String column) {
        return Arrays.stream(text(column)).mapToDouble(Double::parseDouble).toArray();
    }

    /** Labels numbered in the order in which they appear. */
    public int[] labels(String column) {
        List<String> distinct = Arrays.stream(text(column)).distinct().toList();
        return Arrays.stream(text(column)).mapToInt(distinct::indexOf).toArray();
    }

    /** The columns x1, x2, ... */
    public double[][] design() {
        int p = (int)
                columns.keySet().stream().filter(name -> name.startsWith("x")).count();
        double[][] x = new double[rows][p];
        for (int j = 0; j < p; j++) {
            double[] column = numbers("x" + (j + 1));
            for (int i = 0; i < rows; i++) {
                x[i][j] = column[i];
            }
        }
        return x;
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    public static double[] numbers(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToDouble(row -> row.get(field).asDouble())
                .toArray();
    }

    public static double[] numbers(JsonNode rows, int field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToDouble(row -> row.get(field).asDouble())
                .toArray();
    }
}
