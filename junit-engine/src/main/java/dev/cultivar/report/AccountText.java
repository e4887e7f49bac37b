package dev.cultivar.report;

import java.util.Locale;

/** One model's account as a line. */
final class AccountText {

    private AccountText() {}

    static String of(String model, AccountInfo.Line line) {
        StringBuilder text = new StringBuilder("Paid for " + model + ": " + line.asked() + " calls, "
                + line.paid().total() + " tokens" + money(line.money()));
        if (line.recalled() > 0) {
            text.append("; the store saved " + line.recalled() + " calls, "
                    + line.saved().total() + " tokens" + money(line.savedMoney()));
        }
        return text.toString();
    }

    private static String money(@org.jspecify.annotations.Nullable Double money) {
        return money == null ? "" : String.format(Locale.ROOT, ", %.4f in money", money);
    }
}
