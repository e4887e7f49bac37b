package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a reader of {@code results.json} can work out from its cells, and from nothing else. */
class RecomputedRunTest {

    private static JsonNode results;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        EngineTestKit.engine(new CultivarTestEngine())
                .configurationParameter("cultivar.output", folder.toString())
                .configurationParameter("cultivar.store", "memory")
                .configurationParameter("cultivar.looks", "1")
                .configurationParameter("cultivar.rounds", "100")
                .configurationParameter("cultivar.allure.results", "none")
                .selectors(selectClass(RegressionSuites.Distinct.class))
                .execute();
        results = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("results.json").toFile());
    }

    private static List<JsonNode> rows(String statistic) {
        List<JsonNode> rows = StreamSupport.stream(results.path("results").spliterator(), false)
                .filter(row -> row.path("statistic").asText().equals(statistic))
                .filter(row -> row.path("estimate").isNumber())
                .toList();
        assertThat(rows).hasSizeGreaterThan(5);
        return rows;
    }

    /** One entry a scored response on a topic of which all figures are known: its polarity, and then those figures. */
    private static List<double[]> responses(JsonNode row, String... figures) {
        List<double[]> responses = new ArrayList<>();
        for (JsonNode cell : results.path("cells")) {
            boolean here = cell.path("model").equals(row.path("model"))
                    && cell.path("language").equals(row.path("language"));
            double[] known = DoubleStream.concat(
                            DoubleStream.of(0), List.of(figures).stream().mapToDouble(figure -> cell.at(figure)
                                    .asDouble(Double.NaN)))
                    .toArray();
            if (here && DoubleStream.of(known).noneMatch(Double::isNaN)) {
                for (JsonNode given : cell.path("polarities")) {
                    for (int i = 0; i < given.path("n").asInt(); i++) {
                        double[] response = known.clone();
                        response[0] = given.path("polarity").asDouble();
                        responses.add(response);
                    }
                }
            }
        }
        return responses;
    }

    private static double rho(List<double[]> responses, int one, int other) {
        return new SpearmansCorrelation()
                .correlation(
                        responses.stream().mapToDouble(r -> r[one]).toArray(),
                        responses.stream().mapToDouble(r -> r[other]).toArray());
    }

    /** Every response and its mirror image; rounded, so that 1 - 0.7 and 0.3 are ties. */
    private static List<double[]> mirrored(List<double[]> responses) {
        return responses.stream()
                .flatMap(response -> Stream.of(
                        response,
                        DoubleStream.of(response).map(value -> 1 - value).toArray()))
                .map(response -> DoubleStream.of(response)
                        .map(value -> Math.rint(value * 1e9) / 1e9)
                        .toArray())
                .toList();
    }

    @Test
    void distinctAlignmentFollowsFromTheCells() {
        for (JsonNode row : rows("distinct")) {
            String population = row.path("population").asText();
            List<double[]> responses = mirrored(responses(row, "/populations/" + population, "/world/" + population));
            double own = rho(responses, 0, 1);
            double world = rho(responses, 0, 2);
            double shared = rho(responses, 1, 2);

            assertThat((own - world * shared) / Math.sqrt((1 - world * world) * (1 - shared * shared)))
                    .as(row.toString())
                    .isCloseTo(row.path("estimate").asDouble(), within(1e-12));
        }
    }

    @Test
    void biasFollowsFromTheCells() {
        for (JsonNode row : rows("bias")) {
            String[] figures = row.path("language").asText().equals("pt")
                    ? new String[] {"/populations/US", "/populations/BR", "/populations/PT"}
                    : new String[] {"/populations/US", "/populations/NL"};
            List<double[]> responses = responses(row, figures);
            double local = 0;
            for (int k = 2; k <= figures.length; k++) {
                local += rho(responses, 0, k) / (figures.length - 1);
            }

            assertThat(rho(responses, 0, 1) - local)
                    .as(row.toString())
                    .isCloseTo(row.path("estimate").asDouble(), within(1e-12));
        }
    }
}
