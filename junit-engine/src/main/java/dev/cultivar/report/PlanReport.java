package dev.cultivar.report;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.run.CellKey;
import dev.cultivar.run.RunPlan;
import dev.cultivar.settings.ModelSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a suite would ask, before anything is sent. Tokens are a rough estimate of four characters each, and of answers
 * and stances as long as they usually are; only a run tells.
 */
public final class PlanReport {

    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int ANSWER_TOKENS = 350;
    private static final int JUDGE_INSTRUCTION_TOKENS = 250;
    private static final int JUDGE_ANSWER_TOKENS = 60;
    private static final int EXAMPLES = 2;

    private final RunPlan plan;
    private final Set<CellKey> cells;

    /**
     * A report on a plan.
     *
     * @param plan of the whole suite
     * @param cells of the plan that would be asked
     */
    public PlanReport(RunPlan plan, Set<CellKey> cells) {
        this.plan = plan;
        this.cells = Set.copyOf(cells);
    }

    /**
     * Writes every prompt to {@code plan-SUITE.jsonl} in the folder.
     *
     * @return the report's text
     */
    public String writeTo(Path folder) {
        Path file = folder.resolve("plan-" + SuiteParts.fileName(plan.suite()) + ".jsonl");
        AtomicFile.write(file, out -> {
            for (CellKey cell : asked()) {
                for (PlannedPrompt planned : plan.prompts(cell)) {
                    out.write(Json.bytes(Json.line(line(cell, planned)) + "\n"));
                }
            }
        });
        return text() + "Every prompt is in " + file + ". Nothing was sent.\n";
    }

    private static Map<String, Object> line(CellKey cell, PlannedPrompt planned) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("topic", cell.topic());
        line.put("model", cell.model());
        line.put("language", cell.language());
        line.put("sample", planned.sample());
        line.put("template", planned.prompt().template());
        line.put("wording", planned.prompt().wording());
        line.put("prompt", planned.prompt().text());
        return line;
    }

    String text() {
        StringBuilder text = new StringBuilder("\nPlan of " + Plain.line(plan.suite()) + "\n");
        TextTable settings = new TextTable().words("Setting").words("Value").words("Origin");
        SettingsFacts.table(plan.settings())
                .forEach((key, setting) ->
                        settings.row(key, Plain.line(String.valueOf(setting.value()), 160), setting.origin()));
        text.append(settings.text("  ")).append('\n').append(calls().text("  ")).append('\n');
        text.append("  ")
                .append(asked().size())
                .append(" of ")
                .append(plan.cells().size())
                .append(" cells; prompts SHA-256 ")
                .append(PlanFacts.promptHash(plan))
                .append('\n');
        PlanFacts.withoutTruth(plan).forEach((population, topics) -> text.append("  No truth in ")
                .append(Plain.line(population))
                .append(" for ")
                .append(String.join(", ", topics))
                .append('\n'));
        return text.append('\n').append(examples()).toString();
    }

    private TextTable calls() {
        TextTable table = new TextTable()
                .words("(model)")
                .numbers("Cells")
                .numbers("Calls")
                .numbers("Judge calls")
                .numbers("~Tokens in")
                .numbers("~Tokens out")
                .numbers("~Price");
        long allCalls = 0;
        long judgeIn = 0;
        for (ModelSettings model : plan.settings().models().value()) {
            List<CellKey> own = asked().stream()
                    .filter(cell -> cell.model().equals(model.name()))
                    .toList();
            List<PlannedPrompt> prompts =
                    own.stream().flatMap(cell -> plan.prompts(cell).stream()).toList();
            long in = prompts.stream()
                    .mapToLong(prompt -> tokens(prompt.prompt().text()))
                    .sum();
            long out = (long) prompts.size()
                    * Math.min(ANSWER_TOKENS, model.maxTokens().orElse(ANSWER_TOKENS));
            table.row(
                    model.name(),
                    Integer.toString(own.size()),
                    Integer.toString(prompts.size()),
                    "",
                    Long.toString(in),
                    Long.toString(out),
                    price(model, in, out));
            allCalls += prompts.size();
            judgeIn += out + (long) prompts.size() * JUDGE_INSTRUCTION_TOKENS;
        }
        ModelSettings judge = plan.settings().judge().value().model();
        long judgeOut = allCalls * JUDGE_ANSWER_TOKENS;
        table.row(
                "judge " + judge.name(),
                "",
                "",
                Long.toString(allCalls),
                Long.toString(judgeIn),
                Long.toString(judgeOut),
                price(judge, judgeIn, judgeOut));
        return table;
    }

    private static String price(ModelSettings model, long in, long out) {
        return model.price()
                .map(price -> Decimals.score((in * price.input() + out * price.output()) / 1_000_000))
                .orElse("");
    }

    private String examples() {
        List<String> lines = new ArrayList<>();
        for (String language : plan.settings().languages().value()) {
            asked().stream()
                    .filter(cell -> cell.language().equals(language))
                    .flatMap(cell -> plan.prompts(cell).stream())
                    .distinct()
                    .limit(EXAMPLES)
                    .forEach(planned ->
                            lines.add("  " + language + ", " + planned.prompt().topic() + ": "
                                    + Plain.line(planned.prompt().text(), 400)));
        }
        return lines.stream().collect(Collectors.joining("\n", "  For example\n", "\n"));
    }

    private List<CellKey> asked() {
        return plan.cells().stream().filter(cells::contains).toList();
    }

    private static long tokens(String text) {
        return Math.max(1, text.codePointCount(0, text.length()) / CHARACTERS_A_TOKEN);
    }
}
