package dev.cultivar.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run may cost at most.
 *
 * @param amount above 0
 * @param unit of what
 * @param text as it was written
 */
public record Budget(double amount, Unit unit, String text) {

    /** What is counted. */
    public enum Unit {
        /** In the currency of the models' prices. */
        MONEY,
        /** Prompt and completion tokens together. */
        TOKENS,
        /** Requests, to models and the judge. */
        CALLS
    }

    static final SettingType<Budget> TYPE = new SettingType<>(
            "an amount and what of: `25 USD`, `2M tokens` or `5000 calls`",
            "an amount and what of, for example 25 USD, 2M tokens or 5000 calls",
            Budget::parse,
            Budget::text);

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([kKM]?)\\s+([A-Za-z]+)");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** The budget that a text means, if it means one. */
    static Optional<Budget> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        double factor =
                switch (form.group(2)) {
                    case "M" -> 1e6;
                    case "k", "K" -> 1e3;
                    default -> 1;
                };
        double amount = Double.parseDouble(form.group(1)) * factor;
        return amount <= 0 ? Optional.empty() : unit(form.group(3)).map(unit -> new Budget(amount, unit, text.strip()));
    }

    private static Optional<Unit> unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "token", "tokens" -> Optional.of(Unit.TOKENS);
            case "call", "calls" -> Optional.of(Unit.CALLS);
            default -> CURRENCY.matcher(word).matches() ? Optional.of(Unit.MONEY) : Optional.empty();
        };
    }
}
