package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.run.response.Canary;
import dev.cultivar.stats.TestTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a few answers can show of real models: one model's released responses stand for the store's, another's for the endpoint that took
 * its name. The table of docs/validity.md.
 */
class CanaryPowerTest {

    private static final List<String> LANGUAGES = List.of("da", "en", "nl", "pt");
    private static final int ROUNDS = 20;

    /** Polarities by model, language and topic. */
    private static final Map<String, Map<String, Map<String, List<Double>>>> RESPONSES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        TestTable table = TestTable.reference("scored_responses.csv");
        double[] polarities = table.numbers("polarity");
        for (int row = 0; row < table.rows(); row++) {
            String model = table.text("model")[row];
            if (!model.startsWith("Baseline")) {
                RESPONSES
                        .computeIfAbsent(model, key -> new TreeMap<>())
                        .computeIfAbsent(table.text("language")[row], key -> new TreeMap<>())
                        .computeIfAbsent(table.text("topic")[row], key -> new ArrayList<>())
                        .add(polarities[row]);
            }
        }
    }

    @Test
    void fourAnswersALanguageHardlyTellOneModelFromAnother() {
        assertThat(alarms(4, false)).isEqualTo(0.01, within(0.01));
        assertThat(alarms(10, false)).isEqualTo(0.06, within(0.02));
        assertThat(alarms(25, false)).isEqualTo(0.21, within(0.03));
    }

    /** The fewest that can raise an alarm are asked where fewer languages make fewer. */
    @Test
    void theFewestOfOneLanguageShowHardlyAnything() {
        double found = LANGUAGES.stream()
                .mapToDouble(language -> alarms(List.of(language), Canary.fewest(), false))
                .average()
                .orElseThrow();
        assertThat(found).isEqualTo(0.004, within(0.004));
    }

    @Test
    void anUnchangedModelIsLeftAlone() {
        assertThat(alarms(4, true)).isLessThan(0.01);
        assertThat(alarms(25, true)).isLessThan(0.01);
    }

    /** Share of the checks that raise the alarm, over all models, or all pairs of two. */
    private static double alarms(int perLanguage, boolean same) {
        return alarms(LANGUAGES, perLanguage, same);
    }

    private static double alarms(List<String> languages, int perLanguage, boolean same) {
        Random random = new Random(1);
        int alarms = 0;
        int checks = 0;
        for (String stored : RESPONSES.keySet()) {
            for (String now : RESPONSES.keySet()) {
                if (stored.equals(now) == same) {
                    for (int round = 0; round < ROUNDS; round++) {
                        alarms += CanaryEvidence.otherAnswers(canary(stored, now, languages, perLanguage, random))
                                ? 1
                                : 0;
                        checks++;
                    }
                }
            }
        }
        return (double) alarms / checks;
    }

    private static Canary canary(String stored, String now, List<String> languages, int perLanguage, Random random) {
        List<Canary.Pair> pairs = new ArrayList<>();
        for (String language : languages) {
            Map<String, List<Double>> own =
                    RESPONSES.getOrDefault(stored, Map.of()).getOrDefault(language, Map.of());
            Map<String, List<Double>> other =
                    RESPONSES.getOrDefault(now, Map.of()).getOrDefault(language, Map.of());
            List<String> topics = new ArrayList<>(own.keySet().stream()
                    .filter(topic -> own.getOrDefault(topic, List.of()).size() >= 3 && other.containsKey(topic))
                    .toList());
            Collections.shuffle(topics, random);
            for (String topic : topics.subList(0, Math.min(perLanguage, topics.size()))) {
                List<Double> usual = new ArrayList<>(own.getOrDefault(topic, List.of()));
                Collections.shuffle(usual, random);
                double before = usual.remove(0);
                List<Double> fresh = other.getOrDefault(topic, List.of());
                double after = stored.equals(now) ? usual.remove(0) : fresh.get(random.nextInt(fresh.size()));
                double mean = usual.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
                pairs.add(new Canary.Pair(topic, language, 0, before, after, mean));
            }
        }
        return new Canary(false, new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), false, pairs);
    }
}
