package dev.cultivar.analysis.counts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.counts.PromptAnswers.Place;
import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.run.response.ResponseRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptAnswersTest {

    private static ResponseRecord response(int sample, String template, Slot slot, double polarity) {
        return InMemory.response(
                new CellKey("F120", "release", "da"),
                sample,
                template,
                slot,
                "",
                "",
                List.of(),
                List.of(),
                Double.isNaN(polarity) ? Outcome.REFUSAL : Outcome.SCORED,
                polarity,
                "",
                Usage.NONE,
                Usage.NONE);
    }

    /** The refusal of the first turn must not make the second turn the first. */
    @Test
    void aRepeatedPromptKeepsItsTurnWhereAnEarlierOneWasNotScored() {
        PromptAnswers answers = PromptAnswers.of(Stream.of(
                response(0, "t01", Slot.NEUTRAL, Double.NaN),
                response(1, "t01", Slot.NEUTRAL, -0.0),
                response(2, "t02", Slot.WHETHER, 0.4),
                response(3, "t01", Slot.NEUTRAL, 0.7)));

        assertThat(answers.byTopic())
                .isEqualTo(Map.of(
                        "F120",
                        Map.of(
                                new Place("t01", Slot.NEUTRAL, 1),
                                0.0,
                                new Place("t01", Slot.NEUTRAL, 2),
                                0.7,
                                new Place("t02", Slot.WHETHER, 0),
                                0.4)));
        assertThat(answers.counts().byTopic()).isEqualTo(Map.of("F120", new TreeMap<>(Map.of(0.0, 1, 0.4, 1, 0.7, 1))));
    }
}
