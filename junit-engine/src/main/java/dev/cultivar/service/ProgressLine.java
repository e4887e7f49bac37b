package dev.cultivar.service;

import dev.cultivar.provider.Usage;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.run.RunProgress;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.text.Plural;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Describes a run's progress. The rate is that of the last minute, because stored responses take no time. The first responses say little
 * about how long the others will take, so the remaining time is shown only after some have arrived.
 */
final class ProgressLine {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofSeconds(15);
    private static final int TELLING = 10;
    private static final int BAR = 20;

    private final Deque<Mark> recent = new ArrayDeque<>();

    ProgressLine() {
        recent.add(new Mark(Duration.ZERO, 0));
    }

    /** A run's progress at some time. */
    private record Mark(Duration elapsed, int done) {}

    /** A line of plain text, without its line end. */
    String text(RunProgress now) {
        Mark then = then(now);
        Duration span = now.elapsed().minus(then.elapsed());
        int done = now.done() - then.done();
        double rate = span.toMillis() > 0 ? done * 1000.0 / span.toMillis() : 0;
        int left = now.planned() - now.done();
        StringBuilder text = new StringBuilder();
        text.append(now.done()).append(" of ").append(now.planned()).append(" responses (");
        text.append(now.planned() == 0 ? 100 : 100L * now.done() / now.planned())
                .append("%), ");
        text.append(left).append(" left");
        if (rate > 0) {
            text.append(String.format(Locale.ROOT, ", %.1f/s", rate));
        }
        if (rate > 0 && (span.compareTo(WINDOW) >= 0 || (span.compareTo(SETTLED) >= 0 && done >= TELLING))) {
            text.append(", ").append(time(Math.round(left / rate))).append(" to go");
        }
        text.append("; ").append(paid(now.account()));
        text.append("; ")
                .append(now.inFlight().requests())
                .append(" under way of at most ")
                .append(now.inFlight().limit());
        text.append(", ").append(Plural.of(now.retries(), "retry", "retries"));
        if (!now.outcomes().isEmpty()) {
            text.append("; ")
                    .append(new TreeMap<>(now.outcomes())
                            .entrySet().stream()
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining(", ")));
        }
        return text.toString();
    }

    /** The text with a bar before it. */
    String bar(RunProgress now) {
        int filled = now.planned() == 0 ? BAR : (int) ((long) BAR * now.done() / now.planned());
        return bar(filled) + text(now);
    }

    private static String bar(int filled) {
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] ";
    }

    /**
     * The work that follows the last response.
     *
     * @param responses number of responses received
     * @param what the work now under way
     * @param since time since it began
     */
    static String after(int responses, String what, Duration since) {
        return Plural.of(responses, "response is", "responses are") + " in; " + what
                + (since.toSeconds() > 0 ? " for " + time(since.toSeconds()) : "");
    }

    /** The same with a full bar before it. */
    static String barAfter(int responses, String what, Duration since) {
        return bar(BAR) + after(responses, what, since);
    }

    /** The earliest mark within the last minute, or, if there is none, the latest mark. */
    private Mark then(RunProgress now) {
        while (recent.size() > 1
                && now.elapsed().minus(recent.getFirst().elapsed()).compareTo(WINDOW) > 0) {
            recent.removeFirst();
        }
        Mark then = recent.getFirst();
        recent.addLast(new Mark(now.elapsed(), now.done()));
        return then;
    }

    private static String paid(RunAccount account) {
        long calls = account.models().values().stream()
                .mapToLong(RunAccount.Line::asked)
                .sum();
        long recalled = account.models().values().stream()
                .mapToLong(RunAccount.Line::recalled)
                .sum();
        Usage usage =
                account.models().values().stream().map(RunAccount.Line::paid).reduce(Usage.NONE, Usage::plus);
        double money = sum(account, line -> line.money().orElse(0));
        return "paid " + Numbers.count(calls) + (calls == 1 ? " call, " : " calls, ") + Numbers.count(usage.total())
                + " tokens"
                + (money > 0 ? String.format(Locale.ROOT, ", cost %.2f", money) : "")
                + account.budget().map(budget -> " of " + budget).orElse("")
                + (recalled > 0 ? "; " + Plural.of(recalled, "call") + " from the store" : "");
    }

    private static double sum(RunAccount account, ToDoubleFunction<RunAccount.Line> part) {
        return account.models().values().stream().mapToDouble(part).sum();
    }

    private static String time(long seconds) {
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        return hours > 0
                ? hours + "h" + String.format(Locale.ROOT, "%02dm", minutes)
                : minutes > 0 ? minutes + "m" + String.format(Locale.ROOT, "%02ds", seconds % 60) : seconds + "s";
    }
}
