package dev.cultivar.run.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptPartsTest {

    private static final CellKey CELL = new CellKey("F120", "m1", "da");

    @Test
    void aCellHasTheMeanOfItsScoredResponsesBySlotInOrderAndByTemplate() {
        PromptParts parts = CellRecord.of(
                        CELL,
                        List.of(
                                response(Slot.NEUTRAL, "t03", 0.5, Outcome.SCORED),
                                response(Slot.CLAIM_CON, "t01", 0.25, Outcome.SCORED),
                                response(Slot.CLAIM_CON, "t03", 0.75, Outcome.SCORED),
                                response(Slot.WHETHER, "t02", Double.NaN, Outcome.REFUSAL)))
                .parts();

        assertThat(parts.slots())
                .containsExactly(
                        Map.entry("claim-con", new PromptParts.Part(0.5, 2)),
                        Map.entry("neutral", new PromptParts.Part(0.5, 1)));
        assertThat(parts.templates())
                .containsExactly(
                        Map.entry("t01", new PromptParts.Part(0.25, 1)),
                        Map.entry("t03", new PromptParts.Part(0.625, 2)));
    }

    private static ResponseRecord response(Slot slot, String template, double polarity, Outcome outcome) {
        return InMemory.response(
                CELL, 0, template, slot, "", "", List.of(), List.of(), outcome, polarity, "", Usage.NONE, Usage.NONE);
    }
}
