package dev.cultivar.report.words;

import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.PlannedMargin;
import dev.cultivar.text.Decimals;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a regression gate's margin before anything is asked. */
public final class MarginWords {

    private MarginWords() {}

    /** What is known about the margin, with a full stop. */
    public static String of(GateLeaf leaf, Regression gate) {
        PlannedMargin planned = gate.planned();
        if (planned == null) {
            return leaf.name() + ": no margin can be planned from its baseline.";
        }
        String least = "an unchanged release passes "
                + whole(planned)
                + " in 80 of 100 runs if the margin is at least " + Decimals.upper(planned.least());
        if (gate.margin() == null) {
            return leaf.name() + ": " + least + ".";
        }
        return leaf.name() + ": " + least
                + (gate.threshold() < planned.least()
                        ? "; with " + Decimals.threshold(gate.threshold()) + ", in about "
                                + Math.round(100 * planned.share()) + "."
                        : ".");
    }

    /** What would let an unchanged release pass, without a full stop. */
    static String open(Regression gate) {
        PlannedMargin planned = gate.planned();
        if (planned == null) {
            return "no margin can be planned from the baseline";
        }
        return "an unchanged release passes "
                + whole(planned)
                + " in 80 of 100 runs if the margin is at least " + Decimals.upper(planned.least())
                + (planned.needed() == null
                        ? ", in fewer while other gates are open"
                        : "; " + needed(planned.needed()));
    }

    /** Why the gate is refused and what it needs, without a full stop. */
    static String refused(Obstacle.LargeMargin large) {
        return "it has no margin, and the smallest at which an unchanged release passes in 80 of 100 runs is "
                + Decimals.upper(large.least()) + ", above " + Decimals.threshold(large.most()) + "; "
                + needed(large.needed()) + ", or give the gate a margin";
    }

    /** The same for several gates; together they need what the most demanding one needs. */
    static String refused(List<Obstacle.LargeMargin> large) {
        DoubleSummaryStatistics least =
                large.stream().mapToDouble(Obstacle.LargeMargin::least).summaryStatistics();
        Obstacle.LargeMargin most = large.stream()
                .max(Comparator.comparingLong(MarginWords::responses))
                .orElseThrow();
        return "they have no margin, and the smallest at which an unchanged release passes in 80 of 100 runs is "
                + Decimals.upper(least.getMin()) + " to " + Decimals.upper(least.getMax()) + ", above "
                + Decimals.threshold(most.most()) + "; " + needed(most.needed()) + ", or give the gate a margin";
    }

    private static long responses(Obstacle.LargeMargin large) {
        PlannedMargin.Needed needed = large.needed();
        return needed == null ? Long.MAX_VALUE : needed.responses();
    }

    private static String needed(PlannedMargin.@Nullable Needed needed) {
        if (needed == null) {
            return "no number of responses is enough";
        }
        return "plan " + needed.responses() + " responses"
                + (needed.baselineToo() ? ", and save a new baseline with as many" : "");
    }

    private static String whole(PlannedMargin planned) {
        return switch (planned.gates()) {
            case 1 -> "it";
            case 2 -> "both regression gates";
            default -> "all " + planned.gates() + " regression gates";
        };
    }
}
