package dev.cultivar.run;

import dev.cultivar.model.Usage;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.ModelSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a plan would cost and ask, as text. */
public final class PlanPreview {

    /** Rough figures: ten statements of about thirty tokens an answer. */
    private static final long ANSWER_TOKENS = 330;

    private static final long JUDGE_PROMPT_TOKENS = 300 + ANSWER_TOKENS;
    private static final long JUDGE_ANSWER_TOKENS = 60;

    private static final double LETTERS_PER_TOKEN = 4;

    /** Start of the CJK blocks. */
    private static final int FIRST_WIDE = 0x2E80;

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
                .mapToLong(planned -> tokens(planned.prompt().text()))
                .sum();
        double total = 0;
        boolean priced = false;
        for (ModelSettings model : models) {
            text.append(line(
                    "  %s: %d calls, about %d tokens in, %d out%s",
                    model.name(), calls, input, calls * ANSWER_TOKENS, money(model, input, calls * ANSWER_TOKENS)));
            total += amount(model, input, calls * ANSWER_TOKENS).orElse(0);
            priced |= model.price().isPresent();
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
        total += amount(judge, judged * JUDGE_PROMPT_TOKENS, judged * JUDGE_ANSWER_TOKENS)
                .orElse(0);
        if (priced || judge.price().isPresent()) {
            text.append(line("  in all about %.2f in money, less what the store holds already", total));
        }
        Budget.of(plan.settings())
                .ifPresent(budget -> text.append(line("  never more than the budget of %s", budget.text())));
        for (String language : languages) {
            Optional<PlannedPrompt> first =
                    plan.prompts().getOrDefault(language, List.of()).stream().findFirst();
            first.ifPresent(planned -> text.append(
                    line("  %s, for example: %s", language, planned.prompt().text())));
        }
        return text.append("Nothing was sent.\n").toString();
    }

    private static String money(ModelSettings model, long input, long output) {
        OptionalDouble amount = amount(model, input, output);
        return amount.isPresent() ? String.format(Locale.ROOT, ", about %.2f in money", amount.getAsDouble()) : "";
    }

    private static OptionalDouble amount(ModelSettings model, long input, long output) {
        return Ledger.money(model, new Usage(input, output));
    }

    /** About four letters make a token, but a sign of a script without spaces is about one by itself. */
    static long tokens(String text) {
        long wide = text.codePoints().filter(sign -> sign >= FIRST_WIDE).count();
        return wide + Math.round((text.codePointCount(0, text.length()) - wide) / LETTERS_PER_TOKEN);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
