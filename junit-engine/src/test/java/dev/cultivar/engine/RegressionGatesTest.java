package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Verdicts of the gates on regressions, from annotations to results, on built-in models of planted values. */
class RegressionGatesTest {

    /**
     * Six models of one family that hold Danish or Dutch values the more, the more capable they are; what is left is Nigerian. Their
     * alignment rises by far less than 3 points a point of capability, and does not fall.
     */
    private static final String SETTINGS = """
            models:
              m1: {endpoint: planted, model: mix-NG100, family: fam, capability: {da: 0.10, nl: 0.10, pt: 0.10}}
              m2: {endpoint: planted, model: mix-NG79-DK7-NL7-PT7, family: fam, capability: {da: 0.26, nl: 0.26, pt: 0.26}}
              m3: {endpoint: planted, model: mix-NG58-DK14-NL14-PT14, family: fam, capability: {da: 0.42, nl: 0.42, pt: 0.42}}
              m4: {endpoint: planted, model: mix-NG40-DK20-NL20-PT20, family: fam, capability: {da: 0.58, nl: 0.58, pt: 0.58}}
              m5: {endpoint: planted, model: mix-NG19-DK27-NL27-PT27, family: fam, capability: {da: 0.74, nl: 0.74, pt: 0.74}}
              m6: {endpoint: planted, model: mix-DK34-NL33-PT33, family: fam, capability: {da: 0.90, nl: 0.90, pt: 0.90}}
              american: {endpoint: planted, model: perfect-US, family: other}
              dutch: {endpoint: planted, model: perfect-NL, family: other}
              both: {endpoint: planted, model: mix-US50-NL50, family: other}
            """;

    private static final Map<String, JsonNode> VERDICTS = new TreeMap<>();

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        for (Class<?> suite : new Class<?>[] {RegressionSuites.Capable.class, RegressionSuites.Biased.class}) {
            run(suite, folder.resolve(suite.getSimpleName()));
        }
    }

    private static void run(Class<?> suite, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path settings = Files.writeString(folder.resolve("cultivar.yaml"), SETTINGS);
        EngineTestKit.engine(new CultivarTestEngine())
                .configurationParameter("cultivar.config", settings.toString())
                .configurationParameter("cultivar.output", folder.resolve("out").toString())
                .configurationParameter("cultivar.store", "memory")
                .configurationParameter("cultivar.correction", "none")
                .configurationParameter("cultivar.rounds", "300")
                .configurationParameter("cultivar.allure.results", "none")
                .selectors(selectClass(suite))
                .execute();
        JsonNode results = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("out/results.json").toFile());
        for (JsonNode gate : results.path("gates")) {
            VERDICTS.put(
                    suite.getSimpleName() + " " + gate.path("model").asText("") + " "
                            + gate.path("language").asText("") + " "
                            + gate.path("threshold").asText(),
                    gate);
        }
    }

    @Test
    void theCoefficientOfCapabilityPassesFailsOrIsUndecidedAsItsIntervalSays() {
        decided("Capable  da -0.5", "PASS");
        decided("Capable  nl 3.0", "FAIL");
        decided("Capable  pt 0.3", "INCONCLUSIVE");
    }

    @Test
    void anAmericanIsFoundADutchmanIsNotAndBetweenThemNothingIsDecided() {
        decided("Biased american nl -0.15", "FAIL");
        decided("Biased dutch nl 0.3", "PASS");
        decided("Biased both nl 0.0", "INCONCLUSIVE");
    }

    private static void decided(String gate, String verdict) {
        assertThat(VERDICTS).containsKey(gate);
        JsonNode row = Objects.requireNonNull(VERDICTS.get(gate));
        assertThat(row.path("verdict").asText()).as(row.toString()).isEqualTo(verdict);
        double threshold = row.path("threshold").asDouble();
        assertThat(row.path("lower").asDouble() <= threshold
                        && threshold <= row.path("upper").asDouble())
                .isEqualTo(verdict.equals("INCONCLUSIVE"));
    }
}
