package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.PolarityPairs;
import dev.cultivar.analysis.counts.PromptAnswers;
import dev.cultivar.analysis.counts.PromptAnswers.Place;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.prompt.Slot;
import dev.cultivar.stats.TestTable;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against figures of {@code releases.py}, which deletes one prompt after the other. */
class PairedComparisonTest {

    private static final PopulationTable TABLE = PopulationTable.builtIn();

    private final TreeMap<String, SortedMap<Place, Double>> now = new TreeMap<>();
    private final TreeMap<String, SortedMap<Place, Double>> before = new TreeMap<>();
    private List<String> topics = List.of();
    private JsonNode golden = NullNode.getInstance();

    @BeforeEach
    void readTwoReleases() throws IOException {
        golden = TestTable.json("releases.json");
        golden.get("pairs").properties().forEach(topic -> {
            for (int i = 0; i < topic.getValue().size(); i++) {
                Place place = new Place("t" + i, Slot.NEUTRAL, 0);
                JsonNode pair = topic.getValue().get(i);
                before.computeIfAbsent(topic.getKey(), key -> new TreeMap<>())
                        .put(place, pair.get(0).asDouble());
                now.computeIfAbsent(topic.getKey(), key -> new TreeMap<>())
                        .put(place, pair.get(1).asDouble());
            }
        });
        topics = List.copyOf(now.keySet());
    }

    private PairedStatistic both(Statistic statistic) {
        return PairedStatistic.of(
                statistic,
                TABLE.find(statistic == Statistic.BIAS ? "US" : "DK").orElseThrow(),
                "da",
                new BeforeAndNow(new PromptAnswers(before).counts(), new PromptAnswers(now).counts()),
                topics,
                TABLE);
    }

    private PairedComparison compared(Statistic statistic) {
        return PairedComparison.atTheseTopics(
                both(statistic), PolarityPairs.of(new PromptAnswers(now), new PromptAnswers(before)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Statistic.class,
            names = {"ALIGNMENT", "DISTINCT", "BIAS"})
    void aChangeAndItsErrorAreThoseOfAPlainImplementation(Statistic statistic) {
        JsonNode expected = golden.get("changes").get(statistic.label());
        PairedComparison found = compared(statistic);
        assertThat(found.now()).isCloseTo(expected.get("now").asDouble(), within(1e-9));
        assertThat(found.before()).isCloseTo(expected.get("before").asDouble(), within(1e-9));
        assertThat(Objects.requireNonNull(found.pivot()).standardError())
                .isCloseTo(expected.get("standardError").asDouble(), within(1e-9));
        assertThat(found.pivot().df()).isCloseTo(expected.get("df").asDouble(), within(1e-6));
    }

    /** Of 30 topics three are a tenth, and four are more. */
    @Test
    void withMoreThanATenthOfTheTopicsLostInARunThereIsNoEstimate() {
        topics.subList(0, 2).forEach(now::remove);
        before.remove(topics.get(2));
        assertThat(both(Statistic.DISTINCT).lost()).isEqualTo(topics.subList(0, 3));
        assertThat(compared(Statistic.DISTINCT).pivot()).isNotNull();

        before.remove(topics.get(3));
        assertThat(both(Statistic.DISTINCT).lost()).isEqualTo(topics.subList(0, 4));
        assertThat(compared(Statistic.DISTINCT).pivot()).isNull();
        assertThat(compared(Statistic.BIAS).pivot()).isNull();
    }

    /** Each answers all prompts of a topic alike, as at a temperature of 0. */
    private void makeSteady() {
        for (TreeMap<String, SortedMap<Place, Double>> run : List.of(now, before)) {
            run.replaceAll((topic, answers) -> {
                SortedMap<Place, Double> alike = new TreeMap<>(answers);
                alike.replaceAll((place, polarity) -> answers.get(answers.firstKey()));
                return alike;
            });
        }
    }

    /** That they never differed is no proof that they never would: two correlations of as many independent responses. */
    @ParameterizedTest
    @EnumSource(
            value = Statistic.class,
            names = {"ALIGNMENT", "DISTINCT", "BIAS"})
    void aChangeOfAnswersThatNeverDifferWithinATopicStillHasAnInterval(Statistic statistic) {
        makeSteady();
        long responses = new PromptAnswers(now).counts().total();

        PairedComparison found = compared(statistic);

        assertThat(found.now()).isNotEqualTo(found.before());
        assertThat(Objects.requireNonNull(found.pivot()).standardError())
                .isCloseTo(Math.sqrt(2.0 / (responses - 3)), within(1e-12));
    }

    @Test
    void theSameAnswersHaveNoErrorPromptByPromptAndOneWhereOnlyTheirCountsAreKnown() {
        makeSteady();
        before.clear();
        before.putAll(now);

        assertThat(Objects.requireNonNull(compared(Statistic.ALIGNMENT).pivot()).standardError())
                .isZero();
        assertThat(Objects.requireNonNull(PairedComparison.atTheseTopics(both(Statistic.ALIGNMENT), PolarityPairs.NONE)
                                .pivot())
                        .standardError())
                .isPositive();
    }
}
