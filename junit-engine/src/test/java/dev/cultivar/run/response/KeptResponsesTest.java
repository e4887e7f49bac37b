package dev.cultivar.run.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.Prompt;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptResponsesTest {

    private static final CellKey CELL = new CellKey("F120", "m", "da");
    private static final CellKey NEXT = new CellKey("F118", "m", "da");

    @TempDir
    Path folder;

    private static List<PlannedPrompt> prompts(int many) {
        return IntStream.range(0, many)
                .mapToObj(sample -> new PlannedPrompt(
                        sample,
                        new Prompt(
                                "F120", "da", "t0" + sample % 7, Slot.values()[sample % 5], "prompt " + sample % 35)))
                .toList();
    }

    private static ResponseRecord response(CellKey cell, PlannedPrompt planned, Random random, ResponsesFile file) {
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        boolean scored = outcome == Outcome.SCORED;
        String text = random.nextInt(9) == 0 ? "" : "Færre regler 堕胎 " + random.nextInt();
        List<Stance> stances = Stream.generate(() -> Stance.values()[random.nextInt(3)])
                .limit(scored ? 10 : random.nextInt(3) * 5)
                .toList();
        return new ResponseRecord(
                cell,
                planned.sample(),
                planned.prompt().template(),
                planned.prompt().slot(),
                planned.prompt().text(),
                file.keep(new ResponseTexts.Content(text, text.isEmpty() ? List.of() : List.of("a", text))),
                stances,
                outcome,
                scored ? random.nextInt(8) / 7.0 : Double.NaN,
                scored
                        ? new FailureReason("", 1)
                        : new FailureReason(
                                "503 from lab " + random.nextInt(3),
                                1 + random.nextInt(5),
                                random.nextInt(2_000),
                                random.nextBoolean()),
                new Usage(random.nextLong(), random.nextInt(), random.nextInt(100)),
                random.nextBoolean() ? Usage.NONE : new Usage(random.nextInt(), random.nextInt()),
                random.nextInt(3),
                scored ? new StatementCounts(10, random.nextInt(11), 1, 2, 3) : StatementCounts.NONE);
    }

    @Test
    void everyResponseComesBackInThePlansOrderWhateverTheOrderInWhichTheyEnd() {
        Random random = new Random(1);
        List<PlannedPrompt> prompts = prompts(200);
        try (ResponsesFile file = ResponsesFile.in(folder)) {
            KeptResponses cell = new KeptResponses(file, CELL, prompts);
            KeptResponses next = new KeptResponses(file, NEXT, prompts);
            List<ResponseRecord> own = prompts.stream()
                    .map(planned -> response(CELL, planned, random, file))
                    .toList();
            List<ResponseRecord> others = prompts.stream()
                    .map(planned -> response(NEXT, planned, random, file))
                    .toList();
            List<ResponseRecord> all = new ArrayList<>(own);
            all.addAll(others);
            Collections.shuffle(all, random);

            all.forEach(response -> (response.cell().equals(CELL) ? cell : next).keep(response));

            assertThat(cell.first(200)).isEqualTo(own);
            assertThat(next.first(200).stream()).isEqualTo(others);
            assertThat(cell.first(200).subList(70, 140)).isEqualTo(own.subList(70, 140));
            assertThat(cell.first(200).get(199).texts().read())
                    .isEqualTo(own.get(199).texts().read());
        }
    }

    @Test
    void theFirstThatHasNotEndedIsWhereTheyBreakOff() {
        List<PlannedPrompt> prompts = prompts(150);
        try (ResponsesFile file = ResponsesFile.in(folder)) {
            KeptResponses cell = new KeptResponses(file, CELL, prompts);
            assertThat(cell.unbroken()).isZero();
            prompts.stream()
                    .filter(planned -> planned.sample() != 100)
                    .forEach(planned -> cell.keep(response(CELL, planned, new Random(planned.sample()), file)));

            assertThat(cell.unbroken()).isEqualTo(100);
            assertThat(cell.first(100)).hasSize(100);
            assertThatThrownBy(() -> cell.first(101).forEach(response -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has not ended");
        }
    }

    @Test
    void textsInMemoryGoToTheDiskToo() {
        List<PlannedPrompt> prompts = prompts(1);
        ResponseRecord inMemory = InMemory.response(
                CELL,
                0,
                "t00",
                Slot.values()[0],
                "prompt 0",
                "an answer",
                List.of("a statement"),
                List.of(Stance.PRO),
                Outcome.SCORED,
                1,
                "",
                Usage.NONE,
                Usage.NONE);
        try (ResponsesFile file = ResponsesFile.in(folder)) {
            KeptResponses cell = new KeptResponses(file, CELL, prompts);
            cell.keep(inMemory);

            ResponseRecord back = cell.first(1).get(0);
            assertThat(back.texts()).isNotInstanceOf(ResponseTexts.Content.class);
            assertThat(back.text()).isEqualTo("an answer");
            assertThat(back.statements()).containsExactly("a statement");
        }
    }

    @Test
    void onceTheRunIsClosedNobodyReadsThem() {
        ResponsesFile file = ResponsesFile.in(folder);
        List<PlannedPrompt> prompts = prompts(3);
        KeptResponses cell = new KeptResponses(file, CELL, prompts);
        prompts.forEach(planned -> cell.keep(response(CELL, planned, new Random(), file)));
        List<ResponseRecord> responses = cell.first(3);
        file.close();

        assertThat(responses).as("how many they are").hasSize(3);
        assertThatThrownBy(() -> responses.get(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
