package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.settings.ModelSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plan would cost and ask, as text. */
public final class PlanPreview {

    /** Rough figures: about four characters a token, and ten statements of about thirty tokens an answer. */
    private static final double CHARACTERS_PER_TOKEN = 4;

    private static final long ANSWER_TOKENS = 330;
    private static final long JUDGE_PROMPT_TOKENS = 300 + ANSWER_TOKENS;
    private static final long JUDGE_ANSWER_TOKENS = 60;

    private PlanPreview() {}

    /** Lines that end in {@code \n}: cells, calls, tokens and money by model, the judge apart, and one prompt a language. */
    public static String of(RunPlan plan) {
        StringBuilder text = new StringBuilder("Suite " + plan.suite() + "\n");
        List<ModelSettings> models = plan.settings().models().value();
        List<String> languages = plan.settings().languages().value();
        text.append(line(
                "%d topics x %d models x %d languages = %d cells",
                plan.topics().size(),
                models.size(),
                languages.size(),
                plan.cells().size()));
        long calls = plan.prompts().values().stream().mapToLong(List::size).sum();
        long input = plan.prompts().values().stream()
                .flatMap(List::stream)
                .mapToLong(planned -> Math.round(planned.prompt().text().length() / CHARACTERS_PER_TOKEN))
                .sum();
        for (ModelSettings model : models) {
            text.append(line(
                    "  %s: %d calls, about %d tokens in, %d out%s",
                    model.name(), calls, input, calls * ANSWER_TOKENS, money(model, input, calls * ANSWER_TOKENS)));
        }
        long judged = calls * models.size();
        ModelSettings judge = plan.settings().judge().value().model();
        text.append(line(
                "  judge %s: at most %d calls, about %d tokens in, %d out%s",
                judge.name(),
                judged,
                judged * JUDGE_PROMPT_TOKENS,
                judged * JUDGE_ANSWER_TOKENS,
                money(judge, judged * JUDGE_PROMPT_TOKENS, judged * JUDGE_ANSWER_TOKENS)));
        for (String language : languages) {
            Optional<PlannedPrompt> first =
                    plan.prompts().getOrDefault(language, List.of()).stream().findFirst();
            first.ifPresent(planned -> text.append(
                    line("  %s, for example: %s", language, planned.prompt().text())));
        }
        return text.append("Nothing was sent.\n").toString();
    }

    private static String money(ModelSettings model, long input, long output) {
        return model.price()
                .map(price -> String.format(
                        Locale.ROOT, ", about %.2f in money", (input * price.input() + output * price.output()) / 1e6))
                .orElse("");
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
