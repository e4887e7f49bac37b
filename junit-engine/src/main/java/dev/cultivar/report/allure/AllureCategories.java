package dev.cultivar.report.allure;

import dev.cultivar.gate.facts.Cause;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Defines kinds of failure in {@code categories.json}. A result names its kind on the first line of its trace, which no model or user
 * writes, so neither outside text nor another engine's failure can get into a category.
 */
final class AllureCategories {

    private static final String MARK = "cultivar problem: ";

    private static final Map<Cause, String> NAMES = new EnumMap<>(Map.of(
            Cause.VIOLATION, "Violations: beyond a threshold, or a check that failed",
            Cause.INCONCLUSIVE, "Inconclusive: the interval contains the threshold",
            Cause.PROVIDER, "Provider: the model's endpoint failed",
            Cause.JUDGE, "Judge: the judge failed",
            Cause.COVERAGE, "Coverage: too few answers could be scored",
            Cause.BUDGET, "Budget: spent before all was asked",
            Cause.UNDECIDED, "Undecided: nothing to decide on"));

    record Category(String name, List<String> matchedStatuses, String traceRegex) {}

    private AllureCategories() {}

    /** The content of the file: one category per cause. */
    static List<Category> file() {
        return NAMES.entrySet().stream()
                .map(entry -> new Category(
                        entry.getValue(),
                        List.of("failed", "broken", "skipped"),
                        "(?s)" + mark(entry.getKey()) + "(?:\\n.*)?"))
                .toList();
    }

    /** The trace of a result that is not green. */
    static String trace(Cause cause, String further) {
        return cause == Cause.NONE ? "" : mark(cause) + (further.isEmpty() ? "" : "\n" + further);
    }

    private static String mark(Cause cause) {
        return MARK + cause.name().toLowerCase(Locale.ROOT);
    }
}
