package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Bound;
import dev.cultivar.gate.EarlierSamples;
import dev.cultivar.gate.ForeseenGates;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.design.Expected;
import dev.cultivar.gate.design.UsualModel;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.power.Outlook;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to expect of a plan's gates before anything is asked: a few lines on which to decide. */
public final class PlanWords {

    private static final int NAMED = 6;
    private static final int LONGEST = 240;

    private PlanWords() {}

    /**
     * Whether these responses would decide the gates, or else how many would; without a full stop.
     *
     * @param foreseen gates that have nothing to be compared with, whatever is answered
     * @param responses planned per model and language
     */
    public static String first(
            List<GateLeaf> leaves, List<Outlook> all, Map<GateLeaf, EarlierSamples.Foreseen> foreseen, int responses) {
        if (leaves.isEmpty()) {
            return "there is no gate, so nothing would be decided";
        }
        List<Outlook> outlooks = all.stream()
                .filter(outlook -> !foreseen.containsKey(outlook.leaf()))
                .toList();
        long decided = outlooks.stream().filter(Outlook::isDecided).count()
                + leaves.stream()
                        .filter(leaf -> !leaf.gate().hasInterval() && !foreseen.containsKey(leaf))
                        .count();
        long fail = foreseen.values().stream()
                .filter(EarlierSamples.Foreseen::fails)
                .count();
        long compared = foreseen.size() - fail;
        List<Outlook> more = outlooks.stream()
                .filter(outlook -> outlook.deciding().isPresent())
                .toList();
        OptionalLong needed =
                more.stream().mapToLong(outlook -> outlook.deciding().orElse(0)).max();
        return (decided == leaves.size()
                        ? (decided == 1 ? "its gate" : decided == 2 ? "both gates" : "all " + decided + " gates")
                                + " would be decided"
                        : (decided == 0 ? "none" : decided) + " of " + Plural.of(leaves.size(), "gate")
                                + " would be decided")
                + " with " + Plural.of(responses, "response") + " per model and language"
                + (fail == 0 ? "" : ", " + fail + (fail == 1 ? " is" : " are") + " red whatever is answered")
                + (compared == 0 ? "" : ", " + compared + " would not be compared")
                + (needed.isPresent()
                        ? ", " + more.size() + " more with cultivar.responses=" + needed.getAsLong()
                        : "");
    }

    /**
     * The bottom line.
     *
     * @param leaves every gate of the suite
     * @param all what is known about those whose precision is known
     * @param foreseen gates that have nothing to be compared with, whatever is answered
     * @param responses planned per model and language
     */
    public static List<String> gates(
            List<GateLeaf> leaves, List<Outlook> all, Map<GateLeaf, EarlierSamples.Foreseen> foreseen, int responses) {
        long tests = leaves.stream().filter(leaf -> leaf.gate().hasInterval()).count();
        List<String> lines = new ArrayList<>();
        if (tests == 0) {
            lines.add(
                    leaves.isEmpty()
                            ? "Gates: none, so nothing would be decided."
                            : "Gates: " + leaves.size()
                                    + ", decided by exact shares, however many responses are asked for.");
            foreseen(foreseen).forEach(line -> lines.add("  " + line));
            return lines;
        }
        List<Outlook> outlooks = all.stream()
                .filter(outlook -> !foreseen.containsKey(outlook.leaf()))
                .toList();
        long decided = outlooks.stream().filter(Outlook::isDecided).count();
        lines.add("Gates: "
                + Plural.of(
                        responses, "response per model and language decides", "responses per model and language decide")
                + " " + decided + " of "
                + Plural.of(tests, "gate with an interval", "gates with an interval") + " in 80 of 100 runs"
                + exact(leaves.size() - tests) + ".");
        Map<Alike, List<Outlook>> groups = outlooks.stream()
                .collect(Collectors.groupingBy(
                        outlook -> new Alike(outlook.verdict(), Tested.of(outlook)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        foreseen(foreseen).forEach(line -> lines.add("  " + line));
        groups.values().forEach(group -> lines.add("  " + line(group, outlooks)));
        long unknown = tests
                - outlooks.size()
                - foreseen.keySet().stream()
                        .filter(leaf -> leaf.gate().hasInterval())
                        .count();
        if (unknown > 0) {
            lines.add("  not known until something is asked: "
                    + Plural.of(unknown, "gate with an interval", "gates with an interval"));
        }
        lines.addAll(assumed(outlooks));
        return lines;
    }

    /** What will happen to gates that have nothing to compare with, whatever the answers: one line for each reason. */
    public static List<String> foreseen(Map<GateLeaf, EarlierSamples.Foreseen> foreseen) {
        Map<EarlierSamples.Foreseen, List<GateLeaf>> reasons = new LinkedHashMap<>();
        foreseen.forEach((leaf, why) -> reasons.computeIfAbsent(
                        new EarlierSamples.Foreseen(ObstacleWords.inAnyLanguage(why.obstacle()), why.fails()),
                        key -> new ArrayList<>())
                .add(leaf));
        List<String> lines = new ArrayList<>();
        reasons.entrySet().stream().limit(NAMED).forEach(reason -> {
            List<GateLeaf> leaves = reason.getValue();
            List<Obstacle> obstacles = leaves.stream()
                    .flatMap(leaf -> Stream.ofNullable(foreseen.get(leaf)).map(EarlierSamples.Foreseen::obstacle))
                    .distinct()
                    .toList();
            lines.add(
                    reason.getKey().fails()
                            ? "WARNING: would fail whatever the answers: " + nouns(leaves, obstacles.size() > 1) + ": "
                                    + ObstacleWords.of(obstacles) + "."
                            : "would pass without being compared: " + nouns(leaves, obstacles.size() > 1) + ": "
                                    + (obstacles.size() > 1
                                            ? ObstacleWords.of(obstacles)
                                            : ObstacleWords.ofOptional(obstacles.get(0)))
                                    + ".");
        });
        long more = reasons.values().stream().skip(NAMED).mapToLong(List::size).sum();
        if (more > 0) {
            lines.add("and " + Plural.of(more, "more gate") + ", each for a reason of its own.");
        }
        return lines;
    }

    /** Topics of the suite that earlier runs lack, or topics of theirs that the suite lacks: one line for each finding. */
    public static List<String> leftOut(List<GateLeaf> leaves, ForeseenGates earlier) {
        Map<List<Note.LeftOut>, List<GateLeaf>> findings = new LinkedHashMap<>();
        leaves.forEach(leaf -> findings.computeIfAbsent(earlier.leftOut(leaf), key -> new ArrayList<>())
                .add(leaf));
        findings.remove(List.<Note.LeftOut>of());
        return findings.entrySet().stream()
                .map(finding -> "  "
                        + PlainText.line(
                                "Of " + nouns(finding.getValue(), false) + ": "
                                        + NoteWords.of(List.<Note>copyOf(finding.getKey())) + ".",
                                LONGEST))
                .toList();
    }

    /** Says that a parameter names a baseline with which no gate compares; one line, or none. */
    public static List<String> stray(Optional<String> baseline) {
        return baseline.stream()
                .map(PlainText::line)
                .map(file -> Settings.BASELINE + "=" + file + " has no effect here: no gate compares with that file."
                        + " baseline-save and compare take the parameter; a gate names its file itself, as in"
                        + " @RegressionGate(baseline = \"" + file + "\").")
                .toList();
    }

    private static String nouns(List<GateLeaf> leaves, boolean languages) {
        return leaves.stream().map(leaf -> leaf.gate().noun()).distinct().collect(Collectors.joining(", ")) + " ("
                + Plural.of(leaves.size(), "gate")
                + (languages
                        ? " in "
                                + Names.languages(leaves.stream()
                                        .map(leaf -> String.valueOf(leaf.language()))
                                        .distinct()
                                        .toList())
                        : "")
                + ")";
    }

    private static String exact(long gates) {
        return gates == 0 ? "" : "; " + Plural.of(gates, "other is", "others are") + " decided by an exact share";
    }

    /** Gates that share a line. */
    private record Alike(Verdict verdict, Tested tested) {}

    /**
     * What gates test, whoever is asked.
     *
     * @param bound null for a margin that is planned, which differs from gate to gate
     */
    private record Tested(String noun, @Nullable Bound bound, Estimand estimand) {

        static Tested of(Outlook outlook) {
            GateLeaf leaf = outlook.leaf();
            boolean planned = leaf.gate() instanceof Regression regression && regression.margin() == null;
            return new Tested(
                    leaf.gate().noun(),
                    planned ? null : leaf.bound(),
                    outlook.design().estimand());
        }

        String words() {
            return noun
                    + (bound == null
                            ? " by the planned margin"
                            : " " + bound.sign() + " " + Digits.exact(bound.value()))
                    + (estimand == Estimand.ALL_TOPICS ? " (all topics)" : "");
        }
    }

    private static String line(List<Outlook> group, List<Outlook> all) {
        Outlook first = group.get(0);
        String start =
                switch (first.verdict()) {
                    case PASS -> "would pass: ";
                    case FAIL -> "would fail: ";
                    case INCONCLUSIVE -> "would stay open: ";
                };
        return start + Tested.of(first).words() + " (" + whom(group, all) + ")"
                + (first.isDecided() ? "" : "; " + wouldDecide(group));
    }

    /** Languages and populations; also models, unless all are alike. */
    private static String whom(List<Outlook> group, List<Outlook> all) {
        Map<String, List<String>> models = models(group);
        Map<String, List<String>> everyone = models(all.stream()
                .filter(each -> Tested.of(each).equals(Tested.of(group.get(0))))
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
                : "the expected score is too close to the threshold for any number of responses to decide";
    }

    /** The assumed true values. */
    private static List<String> assumed(List<Outlook> outlooks) {
        List<Outlook> scored = outlooks.stream()
                .filter(outlook -> !(outlook.leaf().gate() instanceof Regression))
                .toList();
        List<String> lines = new ArrayList<>();
        if (scored.size() < outlooks.size()) {
            lines.add("  For a change since the baseline, this assumes a release that has not changed, and answers that"
                    + " differ among themselves as the baseline's do.");
        }
        measured(scored, Expected.Source.LAST_RUN, "the last run").ifPresent(lines::add);
        measured(scored, Expected.Source.BASELINE, "the baseline").ifPresent(lines::add);
        boolean measured =
                scored.stream().anyMatch(outlook -> outlook.design().expected().measured());
        if (scored.stream().anyMatch(outlook -> !outlook.design().expected().measured())) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  This assumes %s (the median of the paper's): self-consistency %s, alignment %s, distinct"
                            + " alignment %s, bias %s. After a first run it takes what that measured, and the responses"
                            + " needed may be others.",
                    measured ? "a typical model for all others" : "a typical model",
                    Digits.exact(UsualModel.CONSISTENCY),
                    Digits.exact(UsualModel.ALIGNMENT),
                    Digits.exact(UsualModel.DISTINCT),
                    Digits.exact(UsualModel.BIAS)));
        }
        return lines;
    }

    private static Optional<String> measured(List<Outlook> scored, Expected.Source source, String run) {
        List<String> models = scored.stream()
                .filter(outlook -> outlook.design().expected().source() == source)
                .map(outlook -> String.valueOf(outlook.leaf().model()))
                .distinct()
                .toList();
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of("  This assumes the scores and the self-consistency that " + run + " measured ("
                        + String.join(", ", models) + ").");
    }
}
