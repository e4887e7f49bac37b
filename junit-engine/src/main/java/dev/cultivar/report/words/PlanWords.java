package dev.cultivar.report.words;

import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.design.UsualModel;
import dev.cultivar.gate.power.Outlook;
import dev.cultivar.settings.Estimand;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What the gates of a plan come to, before anything is asked: a few lines that one decides by. */
public final class PlanWords {

    private static final int NAMED = 6;

    private PlanWords() {}

    /**
     * The bottom line.
     *
     * @param leaves every gate of the suite
     * @param outlooks what is known of those whose precision is known
     * @param responses planned per model and language
     */
    public static List<String> gates(List<GateLeaf> leaves, List<Outlook> outlooks, int responses) {
        long tests = leaves.stream().filter(leaf -> leaf.gate().hasInterval()).count();
        List<String> lines = new ArrayList<>();
        if (tests == 0) {
            lines.add(
                    leaves.isEmpty()
                            ? "Gates: none, so nothing would be decided."
                            : "Gates: " + leaves.size()
                                    + ", decided by exact shares, however many responses are asked for.");
            return lines;
        }
        long decided = outlooks.stream().filter(Outlook::isDecided).count();
        lines.add("Gates: "
                + Plural.of(
                        responses, "response per model and language decides", "responses per model and language decide")
                + " " + decided + " of "
                + Plural.of(tests, "gate with an interval", "gates with an interval") + " in 80 of 100 runs"
                + exact(leaves.size() - tests) + ".");
        Map<String, List<Outlook>> groups = outlooks.stream()
                .collect(Collectors.groupingBy(
                        outlook -> outlook.verdict() + group(outlook), LinkedHashMap::new, Collectors.toList()));
        groups.values().forEach(group -> lines.add("  " + line(group, outlooks)));
        long unknown = tests - outlooks.size();
        if (unknown > 0) {
            lines.add("  not known until something is asked: "
                    + Plural.of(unknown, "gate with an interval", "gates with an interval"));
        }
        lines.addAll(assumed(outlooks));
        return lines;
    }

    private static String exact(long gates) {
        return gates == 0 ? "" : "; " + Plural.of(gates, "other is", "others are") + " decided by an exact share";
    }

    private static String group(Outlook outlook) {
        GateLeaf leaf = outlook.leaf();
        boolean planned = leaf.gate() instanceof Regression regression && regression.margin() == null;
        return leaf.gate().noun()
                + (planned
                        ? " by the planned margin"
                        : " " + leaf.bound().sign() + " "
                                + Digits.exact(leaf.bound().value()))
                + (outlook.design().estimand() == Estimand.ALL_TOPICS ? " (all topics)" : "");
    }

    private static String line(List<Outlook> group, List<Outlook> all) {
        Outlook first = group.get(0);
        String start =
                switch (first.verdict()) {
                    case PASS -> "would pass: ";
                    case FAIL -> "would fail: ";
                    case INCONCLUSIVE -> "would stay open: ";
                };
        return start + group(first) + " (" + whom(group, all) + ")"
                + (first.isDecided() ? "" : "; " + wouldDecide(group));
    }

    /** Languages and populations; models where not all of them are alike. */
    private static String whom(List<Outlook> group, List<Outlook> all) {
        Map<String, List<String>> models = models(group);
        Map<String, List<String>> everyone = models(all.stream()
                .filter(each -> group(each).equals(group(group.get(0))))
                .toList());
        List<String> names = new ArrayList<>();
        models.forEach((where, asked) -> {
            if (asked.equals(everyone.get(where))) {
                names.add(where);
            } else {
                asked.forEach(model -> names.add(model + " " + where));
            }
        });
        int more = names.size() - NAMED;
        return names.stream().limit(NAMED).collect(Collectors.joining("; "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static Map<String, List<String>> models(List<Outlook> outlooks) {
        return outlooks.stream()
                .map(Outlook::leaf)
                .collect(Collectors.groupingBy(
                        PlanWords::where,
                        LinkedHashMap::new,
                        Collectors.mapping(leaf -> String.valueOf(leaf.model()), Collectors.toList())));
    }

    private static String where(GateLeaf leaf) {
        return "in " + Names.language(leaf.language()) + leaf.beside();
    }

    private static String wouldDecide(List<Outlook> group) {
        Outlook first = group.get(0);
        if (first.leaf().gate() instanceof Regression regression) {
            return MarginWords.open(regression);
        }
        OptionalLong most = group.stream()
                .flatMap(outlook -> outlook.deciding().stream().boxed())
                .mapToLong(Long::longValue)
                .max();
        boolean all = group.stream().allMatch(outlook -> outlook.deciding().isPresent());
        if (most.isPresent()) {
            return "cultivar.responses=" + most.getAsLong() + " would decide "
                    + (group.size() == 1 ? "it" : all ? "them" : "some of them");
        }
        return first.design().estimand() == Estimand.ALL_TOPICS
                ? "no number of responses would decide them over all topics"
                : "the expected score is too near the threshold for any number of responses";
    }

    /** What was taken for true. */
    private static List<String> assumed(List<Outlook> outlooks) {
        List<Outlook> scored = outlooks.stream()
                .filter(outlook -> !(outlook.leaf().gate() instanceof Regression))
                .toList();
        List<String> lines = new ArrayList<>();
        String measured = scored.stream()
                .filter(outlook -> outlook.design().expected().measured())
                .map(outlook -> String.valueOf(outlook.leaf().model()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!measured.isEmpty()) {
            lines.add("  This assumes the scores of the last run, or else of the baseline (" + measured + ").");
        }
        if (scored.stream().anyMatch(outlook -> !outlook.design().expected().measured())) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  This assumes %s, the median of the paper's: self-consistency %s, alignment %s, distinct"
                            + " alignment %s, bias %s.",
                    measured.isEmpty() ? "a usual model" : "for all others a usual model",
                    Digits.exact(UsualModel.CONSISTENCY),
                    Digits.exact(UsualModel.ALIGNMENT),
                    Digits.exact(UsualModel.DISTINCT),
                    Digits.exact(UsualModel.BIAS)));
        }
        return lines;
    }
}
