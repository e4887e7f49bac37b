package dev.cultivar.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most that a run may cost.
 *
 * @param amount above 0
 * @param unit what the amount counts
 * @param text as written
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
            "an amount and its unit: `25 USD`, `2M tokens` or `5000 calls`",
            "an amount and its unit, for example 25 USD, 2M tokens or 5000 calls",
            Budget::parse,
            Budget::text);

    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final int MOST_DECIMALS = 6;

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([kKM]?)\\s+([A-Za-z]+)");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** The unit as written: {@code tokens}, {@code calls}, or a currency such as {@code USD}. */
    public String unitName() {
        return text.replaceFirst("^.*\\s", "");
    }

    /** Another amount in the same unit, rounded up to one that can be written. */
    public Budget of(double other) {
        String letter = unit != Unit.TOKENS || other < THOUSAND ? "" : other < MILLION ? "k" : "M";
        double shown = letter.isEmpty() ? other : other / (letter.equals("k") ? THOUSAND : MILLION);
        String number = BigDecimal.valueOf(shown)
                .setScale(unit == Unit.CALLS ? 0 : MOST_DECIMALS, RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
        return parse(number + letter + " " + unitName()).orElseThrow();
    }

    /** The budget that a text states, if it is one. */
    static Optional<Budget> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        double factor =
                switch (form.group(2)) {
                    case "M" -> MILLION;
                    case "k", "K" -> THOUSAND;
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
