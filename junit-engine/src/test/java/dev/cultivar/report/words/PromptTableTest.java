package dev.cultivar.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.results.CellRow;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.PromptParts.Part;
import dev.cultivar.run.response.StatementCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PromptTableTest {

    /** Topic one: 0.9 and 0.5 about 0.7; topic two: 0.4 and 0.2 about 0.3. */
    @Test
    void aShiftIsTheMeanOverTopicsOfWhatASlotMovesThemBy() {
        List<PromptTable> tables = PromptTable.of(List.of(
                cell("F120", slots(0.9, 0.5), Map.of("t01", new Part(0.9, 1), "t02", new Part(0.5, 1))),
                cell("F121", slots(0.4, 0.2), Map.of("t03", new Part(0.3, 2)))));

        assertThat(tables)
                .extracting(PromptTable::heads)
                .containsExactly(
                        List.of("Model", "Language", "claim-pro", "claim-con"),
                        List.of("Model", "Language", "t01", "t02"));
        assertThat(tables.get(0).cells()).containsExactly(List.of("m1", "Danish", "+0.150", "-0.150"));
        assertThat(tables.get(1).cells()).containsExactly(List.of("m1", "Danish", "+0.200", "-0.200"));
    }

    @Test
    void aSlotThatAModelWasNotScoredUnderIsEmpty() {
        List<PromptTable> tables = PromptTable.of(List.of(
                cell("F120", slots(0.9, 0.5), Map.of()),
                new CellRow(
                        "s",
                        "F120",
                        "m2",
                        "da",
                        1,
                        new TreeMap<>(),
                        null,
                        0,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        StatementCounts.NONE,
                        PromptParts.NONE,
                        List.of())));

        assertThat(tables.get(0).cells())
                .containsExactly(List.of("m1", "Danish", "+0.200", "-0.200"), List.of("m2", "Danish", "", ""));
    }

    private static Map<String, Part> slots(double pro, double con) {
        Map<String, Part> slots = new LinkedHashMap<>();
        slots.put("claim-pro", new Part(pro, 2));
        slots.put("claim-con", new Part(con, 1));
        return slots;
    }

    private static CellRow cell(String topic, Map<String, Part> slots, Map<String, Part> templates) {
        return new CellRow(
                "s",
                topic,
                "m1",
                "da",
                4,
                new TreeMap<>(),
                0.5,
                4,
                new TreeMap<>(),
                new TreeMap<>(),
                StatementCounts.NONE,
                new PromptParts(slots, new TreeMap<>(templates)),
                List.of());
    }
}
