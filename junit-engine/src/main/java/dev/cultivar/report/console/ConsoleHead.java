package dev.cultivar.report.console;

import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.LookWords;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.Origin;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The settings, prompts and populations that a suite was run with, and its cost. */
final class ConsoleHead {

    private static final int FEW_MODELS = 5;

    private final SuiteInfo suite;
    private final boolean all;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param all whether to show settings with default values, and the tokens of each model
     */
    ConsoleHead(SuiteInfo suite, boolean all) {
        this.suite = suite;
        this.all = all;
    }

    /** Number of settings left out. */
    int folded() {
        return all
                ? 0
                : (int) suite.settings().values().stream()
                        .filter(setting -> setting.isFrom(Origin.DEFAULT))
                        .count();
    }

    String text() {
        text.append("#\n# Suite ").append(PlainText.line(suite.suite())).append('\n');
        settings();
        line("Prompts " + suite.prompts() + " for each model, SHA-256 " + start(suite.promptHash()));
        line("Responses " + LookWords.of(suite.looks()));
        line("Populations " + suite.populationSource() + ", SHA-256 " + start(suite.populationHash()));
        if (all || suite.models().size() <= FEW_MODELS) {
            models();
        }
        suite.account().canaries().forEach((model, canary) -> line(AccountText.of(model, canary)));
        AccountText.total(suite.account()).ifPresent(this::line);
        Warnings.withoutTruth(suite.withoutTruth()).forEach(this::line);
        Warnings.judge(suite.judge()).forEach(this::line);
        Warnings.labels(suite).forEach(this::line);
        line("Started " + Numbers.times(suite.started()) + ", took " + seconds() + " s");
        if (suite.interrupted()) {
            line("INTERRUPTED: only the cells and looks that were done are here, and no gate was decided; "
                    + (suite.inMemory()
                            ? "nothing is kept, because the store is memory"
                            : "run again to continue, answers are kept"));
        } else if (!suite.complete()) {
            line("NOT COMPLETE: only some of the suite's cells were asked, so its statistics are not the suite's");
        }
        return text.toString();
    }

    private void settings() {
        TextTable settings = new TextTable().words("Setting").words("Value").words("Origin");
        suite.settings().forEach((key, setting) -> {
            if (all || !setting.isFrom(Origin.DEFAULT)) {
                settings.row(key, PlainText.line(value(setting.value()), 160), setting.origin());
            }
        });
        text.append(settings.isEmpty() ? "" : settings.text("#   "));
    }

    private void models() {
        suite.backends().forEach((model, names) -> line("Backend of " + model + ": " + String.join(", ", names)));
        if (all) {
            suite.spent()
                    .forEach((model, usage) -> line("Tokens of " + model + ": " + Numbers.count(usage.input()) + " in, "
                            + Numbers.count(usage.output()) + " out"));
        }
        suite.account().models().forEach((model, account) -> line(AccountText.of(model, account)));
    }

    private static String value(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private void line(String line) {
        text.append("# ").append(PlainText.line(line, 400)).append('\n');
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private String seconds() {
        Duration took = Duration.between(Instant.parse(suite.started()), Instant.parse(suite.finished()));
        return BigDecimal.valueOf(took.toMillis(), 3)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
