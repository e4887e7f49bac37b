package dev.cultivar.report.words;

import dev.cultivar.analysis.CanaryEvidence;
import dev.cultivar.provider.Usage;
import dev.cultivar.results.provenance.AccountInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.run.cost.AnswerDates;
import dev.cultivar.run.response.Canary;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines on what a run paid, and how old its answers are. */
public final class AccountText {

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final String OLD = "older than 30 days";

    private AccountText() {}

    public static String of(String model, AccountInfo.Line line) {
        StringBuilder text = new StringBuilder("Paid for " + model + ": " + Numbers.count(line.asked()) + " calls, "
                + Numbers.count(line.paid().total()) + " tokens" + money(line.money()));
        if (line.implausible() > 0) {
            text.append("; ").append(implausible(line.implausible()));
        }
        if (line.recalled() > 0) {
            text.append("; the store saved " + Numbers.count(line.recalled()) + " calls, "
                    + Numbers.count(line.saved().total()) + " tokens" + money(line.savedMoney()));
        }
        return text.toString();
    }

    /** How many token counts could not be true, without a full stop. */
    static String implausible(long count) {
        return "the endpoint reported an impossible token count for " + Plural.of(count, "call")
                + (count == 1 ? ", which is" : ", which are") + " charged at the maximum";
    }

    /** The cost of all models together, and the budget, if any. */
    public static Optional<String> total(AccountInfo account) {
        String budget = account.budget() == null
                ? ""
                : " of a budget of " + account.budget()
                        + (account.overBudget()
                                ? ", which STOPPED the run: prompts that were not asked are OVER_BUDGET"
                                : "");
        boolean priced = account.models().values().stream().anyMatch(line -> line.money() != null);
        if (!priced && budget.isEmpty()) {
            return Optional.empty();
        }
        long calls = account.models().values().stream()
                .mapToLong(AccountInfo.Line::asked)
                .sum();
        long tokens = account.models().values().stream()
                .map(AccountInfo.Line::paid)
                .reduce(Usage.NONE, Usage::plus)
                .total();
        double money = sum(account, AccountInfo.Line::money);
        double saved = sum(account, AccountInfo.Line::savedMoney);
        return Optional.of("Paid in all: " + Numbers.count(calls) + " calls, " + Numbers.count(tokens) + " tokens"
                + (priced ? money(money) + (saved > 0 ? ", and" + money(saved).substring(1) + " saved" : "") : "")
                + budget);
    }

    /** When the answers in the suites were given; see {@link #answers(AnswerDates, Instant)}. */
    public static String answers(Collection<SuiteInfo> suites) {
        return ages(suites)
                + suites.stream()
                        .filter(AccountText::isReplay)
                        .map(suite -> "; replayed for " + suite.suite() + ": SHA-256 " + suite.answers())
                        .collect(Collectors.joining());
    }

    static boolean isReplay(SuiteInfo suite) {
        return suite.had(Settings.MODE, StoreMode.REPLAY);
    }

    private static String ages(Collection<SuiteInfo> suites) {
        int anew = suites.stream()
                .flatMap(suite -> suite.account().canaries().values().stream())
                .filter(canary -> !canary.judge())
                .mapToInt(Canary::prompts)
                .sum();
        return answers(
                        suites.stream()
                                .map(suite -> suite.account().answers())
                                .reduce(AnswerDates.NONE, AnswerDates::and),
                        suites.stream()
                                .map(suite -> Instant.parse(suite.finished()))
                                .max(Comparator.naturalOrder())
                                .orElse(Instant.EPOCH))
                + (anew == 0 ? "" : "; " + Plural.of(anew, "prompt") + " asked again to compare");
    }

    /**
     * When answers were given, without a full stop: how many now, how old the others are, and how many requests got none.
     *
     * @param finished when the run finished, from which ages are counted in days
     */
    public static String answers(AnswerDates dates, Instant finished) {
        return Numbers.grouped(given(dates, finished)
                + (dates.unanswered() == 0
                        ? ""
                        : "; " + dates.unanswered() + " of " + Plural.of(dates.now() + dates.unanswered(), "request")
                                + " got no answer"));
    }

    private static String given(AnswerDates dates, Instant finished) {
        if (dates.total() == 0) {
            return "0 answers";
        }
        if (dates.stored().isEmpty()) {
            return Plural.of(dates.total(), "answer") + ", " + (dates.now() == 0 ? "none" : "all") + " asked now";
        }
        LocalDate today = finished.atOffset(ZoneOffset.UTC).toLocalDate();
        Map<String, Long> ages = new LinkedHashMap<>();
        dates.stored().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .forEach(entry -> ages.merge(age(LocalDate.parse(entry.getKey()), today), entry.getValue(), Long::sum));
        return Plural.of(dates.total(), "answer") + ", " + (dates.now() == 0 ? "none" : Long.toString(dates.now()))
                + " asked now; from the store "
                + ages.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + (ages.containsKey(OLD) ? ", the oldest of " + dates.stored().firstKey() : "");
    }

    /** What a model's canary showed, in one line without a full stop. */
    public static String of(String model, Canary canary) {
        int answered =
                canary.answered().values().stream().mapToInt(Integer::intValue).sum();
        return "Asked " + model + " again: " + answered + " of "
                + Plural.of(canary.prompts(), canary.judge() ? "stored judgement" : "stored prompt") + " answered"
                + (canary.now().isEmpty() ? "" : ", by " + names(canary.now()))
                + "; the stored answers came from " + names(canary.before()) + "; "
                + Plural.of(canary.pairs().size(), "pair") + ", p "
                + Numbers.p(CanaryEvidence.p(canary)) + " if nothing has changed";
    }

    private static String names(List<String> backends) {
        return backends.stream()
                .map(name -> name.isEmpty() ? "a model that gives no name" : name)
                .collect(Collectors.joining(", "));
    }

    /** A warning if only answers show that a model is still the same; empty if there is no such model. */
    static Optional<String> weakness(String model, Canary canary) {
        int pairs = canary.pairs().size();
        return canary.fingerprinted()
                ? Optional.empty()
                : Optional.of("The endpoint of " + model + " gives no fingerprint, so only "
                        + Plural.of(pairs, "answer")
                        + " asked for again can show whether it is the model that gave the stored"
                        + " ones. "
                        + (canary.blind()
                                ? "So few cannot: it takes at least " + Canary.fewest() + " to raise an alarm."
                                : "They hardly can: 16 tell one of the paper's models from"
                                        + " another in about 1 of 100 cases.")
                        + " Ask everything again with -Dcultivar.mode=refresh, or only what is old with"
                        + " cultivar.store.maxAge.");
    }

    /** The same for all models and judges concerned, in one line; empty if there are none. */
    public static Optional<String> weakness(Collection<SuiteInfo> suites) {
        List<String> unprinted = suites.stream()
                .flatMap(suite -> suite.account().canaries().entrySet().stream())
                .filter(canary -> isWeak(canary.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
        return unprinted.isEmpty()
                ? Optional.empty()
                : Optional.of(PlainText.line(
                        "WEAK CANARY: No fingerprint says who answers as " + Names.list(unprinted)
                                + ", so another model under that name would hardly be noticed; -Dcultivar.mode=refresh asks"
                                + " everything again.",
                        400));
    }

    /** Whether a different model may have answered unnoticed. One that was noticed is red. */
    private static boolean isWeak(Canary canary) {
        return !canary.fingerprinted()
                && !canary.answered().isEmpty()
                && !canary.otherBackend()
                && !CanaryEvidence.otherAnswers(canary);
    }

    private static String age(LocalDate stored, LocalDate today) {
        long days = ChronoUnit.DAYS.between(stored, today);
        return days <= 0 ? "of today" : days <= WEEK ? "up to a week old" : days <= MONTH ? "up to 30 days old" : OLD;
    }

    private static double sum(AccountInfo account, Function<AccountInfo.Line, @Nullable Double> part) {
        return account.models().values().stream()
                .map(part)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static String money(@Nullable Double money) {
        return money == null ? "" : String.format(Locale.ROOT, ", cost %.4f", money);
    }
}
