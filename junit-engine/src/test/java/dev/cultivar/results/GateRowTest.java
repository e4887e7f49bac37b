package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.sequential.GroupSequentialDesign;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateRowTest {

    /**
     * Quantiles of the normal distribution from a table: 1.959964 leaves 0.05 and 2.241403 leaves 0.025 on both sides, 0.841621 is passed
     * in 20 of 100 cases.
     */
    @Test
    void whatWouldDecideIsATestAtHalfTheLevelThatDecidesIn80Of100Runs() {
        double distance = 1.959964 / 2;
        GateRow row = row(-distance, 1.959964);

        double errors = (2.241403 + 0.841621) / distance;
        assertThat(row.fold()).isCloseTo(errors * errors, within(1e-4));
        // 300 responses were asked.
        assertThat(row.toDecide()).hasValue((long) Math.ceil(300 * errors * errors));
    }

    @Test
    void nobodyIsToldToAskMoreThan20TimesAsMuch() {
        assertThat(row(-0.4, 1.959964).toDecide()).isEmpty();
    }

    private static final double LEVEL = 0.05;

    private static final double[] SHARES = {0.25, 0.5, 0.75, 1};

    /**
     * Runs of four looks whose gate stays open, each continued with the same answers to the number that it names, at half the level and
     * with the truth at its estimate. Of those, 80 of 100 are decided, and a few more, as no run stops at a number below its due.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 2.5})
    void atTheNumberItNamesAbout80Of100OpenGatesAreDecided(double drift) {
        GroupSequentialDesign test = new GroupSequentialDesign(SHARES);
        double[] first = test.boundaries(LEVEL);
        double[] second = test.boundaries(LEVEL / 2);
        ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(new Seeds(11).stream((int) (10 * drift)));
        int advised = 0;
        int decided = 0;
        while (advised < 4000) {
            Walk walk = new Walk(normal);
            int look = open(walk, drift, first, test);
            if (look >= 0) {
                double share = SHARES[look];
                double estimate = walk.at(share, drift) / share;
                GateRow row = row(estimate, first[look] / Math.sqrt(share), new Look(look + 1, 4, ending(look)));
                if (row.toDecide().isPresent()) {
                    advised++;
                    double end = share * row.fold();
                    for (int k = 0; k < SHARES.length; k++) {
                        double at = end * SHARES[k];
                        if (Math.abs(walk.at(at, estimate)) >= second[k] * Math.sqrt(at)) {
                            decided++;
                            break;
                        }
                    }
                }
            }
        }
        assertThat(decided / (double) advised).isBetween(0.78, 0.86);
    }

    private static Look.Ending ending(int look) {
        return look == SHARES.length - 1 ? Look.Ending.LAST : Look.Ending.HOPELESS;
    }

    /** The look that a run ends open at, from 0; -1 where one decides it. */
    private static int open(Walk walk, double drift, double[] boundaries, GroupSequentialDesign test) {
        for (int look = 0; look < SHARES.length; look++) {
            double z = walk.at(SHARES[look], drift) / Math.sqrt(SHARES[look]);
            if (Math.abs(z) >= boundaries[look]) {
                return -1;
            }
            if (look == SHARES.length - 1 || (look > 0 && test.conditionalPower(look, z, LEVEL) < 0.1)) {
                return look;
            }
        }
        throw new AssertionError();
    }

    /** A Brownian motion, whose slope is the drift asked for from the last place on. Places before that lie on a bridge. */
    private static final class Walk {
        private final NavigableMap<Double, Double> places = new TreeMap<>(Map.of(0.0, 0.0));
        private final ZigguratSampler.NormalizedGaussian normal;

        Walk(ZigguratSampler.NormalizedGaussian normal) {
            this.normal = normal;
        }

        double at(double time, double drift) {
            Map.Entry<Double, Double> before = places.floorEntry(time);
            if (before.getKey() == time) {
                return before.getValue();
            }
            double since = time - before.getKey();
            Map.Entry<Double, Double> after = places.ceilingEntry(time);
            double place;
            if (after == null) {
                place = before.getValue() + drift * since + Math.sqrt(since) * normal.sample();
            } else {
                double whole = after.getKey() - before.getKey();
                place = before.getValue()
                        + since / whole * (after.getValue() - before.getValue())
                        + Math.sqrt(since * (whole - since) / whole) * normal.sample();
            }
            places.put(time, place);
            return place;
        }
    }

    private static GateRow row(double estimate, double half, Look look) {
        return GateRow.of(
                "suite",
                1 - LEVEL,
                Gates.result(
                        Gates.leaf(Gates.bias("US", 0), "m1", "da", "US"),
                        new GateOutcome.Decided(
                                estimate,
                                new Interval(estimate - half, estimate + half, 1 - LEVEL),
                                Estimand.THESE_TOPICS,
                                new ErrorControl("none", 1, 1 - LEVEL),
                                Verdict.INCONCLUSIVE,
                                look),
                        LeaveOneOut.NONE),
                "again");
    }

    private static GateRow row(double estimate, double half) {
        return GateRow.of(
                "suite",
                0.95,
                Gates.result(
                        Gates.leaf(Gates.bias("US", 0), "m1", "da", "US"),
                        estimate,
                        estimate - half,
                        estimate + half,
                        0.95,
                        Verdict.INCONCLUSIVE),
                "again");
    }
}
