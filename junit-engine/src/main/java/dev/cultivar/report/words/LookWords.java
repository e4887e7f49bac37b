package dev.cultivar.report.words;

import dev.cultivar.gate.facts.GateStanding;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results of a run's looks, in words. */
public final class LookWords {

    private static final int NAMED = 6;

    private LookWords() {}

    /** The end of a clause on a gate's figures; empty if there were no looks. */
    static String of(@Nullable Look look) {
        if (look == null) {
            return "";
        }
        String number = " look " + look.number() + " of " + look.of();
        return switch (look.ending()) {
            case DECIDED -> ", decided at" + number;
            case HOPELESS ->
                ", open after" + number
                        + ": the remaining responses were not asked for, because they would decide it in fewer"
                        + " than 1 of 10 runs";
            case LAST -> ", open after" + number;
        };
    }

    /** How many responses a run could ask, and when its gates were looked at. */
    public static String of(SuiteInfo.Looks looks) {
        List<Integer> perTopic = looks.perTopic();
        return "at most " + looks.responses() + " per model and language, " + perTopic.get(perTopic.size() - 1)
                + " per topic"
                + (perTopic.size() == 1
                        ? ""
                        : "; looks at "
                                + perTopic.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + " per topic");
    }

    /**
     * What a plan says about its looks, and about responses and looks that differ from the settings; in lines.
     *
     * @param tests whether there is a gate with an interval, and so something to look for
     * @param others how many other plans looked at the stored answers before
     */
    public static List<String> of(LookPlan plan, boolean tests, int others) {
        boolean looks = tests && plan.count() > 1;
        List<String> lines = new ArrayList<>();
        lines.add("At most " + Plural.of(plan.responses(), "response") + " per model and language, " + plan.perTopic()
                + " per topic, "
                + (looks
                        ? "asked in " + plan.count() + " looks: up to "
                                + plan.upTo().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + ". These numbers are fixed for the run: raising one later counts as a second"
                                + " test, with wider intervals."
                        : "asked at once" + why(plan, tests) + "."));
        plan.wanted()
                .filter(wanted -> wanted != plan.responses())
                .ifPresent(wanted -> lines.add("  cultivar.responses is " + wanted
                        + ", rounded so that every topic gets the same number"
                        + (looks ? ", an even number at every look." : ".")));
        if (tests && others > 0) {
            lines.add(
                    "  The stored answers were looked at before with a different number of responses or looks, so this is"
                            + " test "
                            + (others + 1) + " on them, and its intervals are wider.");
        }
        if (tests && plan.count() < plan.wantedLooks()) {
            lines.add("  cultivar.looks is " + plan.wantedLooks() + "; for that many, set cultivar.responses to "
                    + plan.topics() * LookPlan.LEAST * plan.wantedLooks() + " or more.");
        }
        return List.copyOf(lines);
    }

    /** Why there is no look before everything is asked; empty if the responses are too few, which has its own line. */
    private static String why(LookPlan plan, boolean tests) {
        if (!tests) {
            return ", because no gate has an interval that could decide it earlier";
        }
        return plan.wantedLooks() == 1 ? ", because cultivar.looks is 1" : "";
    }

    /** How the gates stand after a look: one line, and another if asking stops for a model or language. */
    public static String of(String suite, GateStanding standing) {
        String line = suite + ": look " + standing.look() + " of " + standing.of() + ", at "
                + Plural.of(standing.responses(), "response") + " per model and language: " + standings(standing) + ".";
        if (standing.stopped().isEmpty()) {
            return line;
        }
        String names = standing.stopped().stream()
                .limit(NAMED)
                .map(sample -> sample.model() + " in " + Names.language(sample.language()))
                .collect(Collectors.joining(", "));
        int more = standing.stopped().size() - NAMED;
        return line + "\n    Finished: " + names + (more > 0 ? " and " + more + " more" : "")
                + (standing.goingOn() == 0
                        ? "; nothing more is asked."
                        : "; still asking: " + standing.goingOn() + ".");
    }

    private static String standings(GateStanding standing) {
        int all = standing.decided() + standing.open() + standing.hopeless();
        if (all == 0) {
            return "none of its gates has anything to decide on (a regression gate needs a baseline), so all responses are asked for";
        }
        return standing.decided() + " of " + Plural.of(all, "gate with an interval", "gates with an interval")
                + " decided"
                + (standing.open() == 0 ? "" : ", " + standing.open() + " open")
                + (standing.hopeless() == 0
                        ? ""
                        : ", " + standing.hopeless() + " that the rest of the planned responses is unlikely to decide");
    }
}
