package dev.cultivar.report.words;

import dev.cultivar.results.provenance.AccountInfo;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One model's account as a line. */
public final class AccountText {

    private AccountText() {}

    public static String of(String model, AccountInfo.Line line) {
        StringBuilder text = new StringBuilder("Paid for " + model + ": " + line.asked() + " calls, "
                + line.paid().total() + " tokens" + money(line.money()));
        if (line.recalled() > 0) {
            text.append("; the store saved " + line.recalled() + " calls, "
                    + line.saved().total() + " tokens" + money(line.savedMoney()));
        }
        return text.toString();
    }

    /** Money of all models together, and the budget where there is one. */
    public static Optional<String> total(AccountInfo account) {
        String budget = account.budget() == null
                ? ""
                : " of a budget of " + account.budget()
                        + (account.overBudget() ? ", which STOPPED the run: what was not asked is OVER_BUDGET" : "");
        boolean priced = account.models().values().stream().anyMatch(line -> line.money() != null);
        if (!priced && budget.isEmpty()) {
            return Optional.empty();
        }
        long calls = account.models().values().stream()
                .mapToLong(AccountInfo.Line::asked)
                .sum();
        long tokens = account.models().values().stream()
                .mapToLong(line -> line.paid().total())
                .sum();
        double money = sum(account, AccountInfo.Line::money);
        double saved = sum(account, AccountInfo.Line::savedMoney);
        return Optional.of("Paid in all: " + calls + " calls, " + tokens + " tokens"
                + (priced ? money(money) + (saved > 0 ? ", and" + money(saved).substring(1) + " saved" : "") : "")
                + budget);
    }

    private static double sum(AccountInfo account, Function<AccountInfo.Line, @Nullable Double> part) {
        return account.models().values().stream()
                .map(part)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static String money(@Nullable Double money) {
        return money == null ? "" : String.format(Locale.ROOT, ", %.4f in money", money);
    }
}
