package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.run.response.Canary;
import dev.cultivar.stats.SignFlip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanaryEvidenceTest {

    private static final double EXACT = 1e-12;

    private final List<Canary.Pair> pairs = new ArrayList<>();

    private CanaryEvidenceTest add(int times, @Nullable Double before, @Nullable Double now) {
        return add(times, before, now, 0.5);
    }

    private CanaryEvidenceTest add(int times, @Nullable Double before, @Nullable Double now, @Nullable Double usual) {
        for (int i = 0; i < times; i++) {
            pairs.add(new Canary.Pair("F120", "da", pairs.size(), before, now, usual));
        }
        return this;
    }

    private double p() {
        return CanaryEvidence.p(
                new Canary(false, new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), false, List.copyOf(pairs)));
    }

    @Test
    void answersThatAreAllFartherFromTheUsualRaiseTheAlarmFromTenOn() {
        add(5, 0.5, 0.9).add(4, 0.5, 0.2);
        assertThat(p()).isGreaterThan(Canary.ALARM);

        add(1, 1.0, 0.0, 0.8);
        assertThat(p()).isEqualTo(Math.pow(2, -10), within(EXACT)).isLessThan(Canary.ALARM);
        assertThat(Canary.fewest()).isEqualTo(10);
        assertThat(SignFlip.least(Canary.fewest())).isLessThan(Canary.ALARM);
        assertThat(SignFlip.least(Canary.fewest() - 1)).isGreaterThanOrEqualTo(Canary.ALARM);
    }

    @Test
    void answersThatComeNearerTheUsualRaiseNone() {
        add(40, 0.9, 0.5);
        assertThat(p()).isEqualTo(1);
    }

    @Test
    void answersThatCanBeScoredNoMoreRaiseItToo() {
        add(12, 0.5, null);
        assertThat(p()).isEqualTo(Math.pow(2, -11), within(EXACT));
    }

    @Test
    void nothingThatDiffersIsNoEvidence() {
        assertThat(p()).isEqualTo(1);
        add(20, 0.5, 0.5).add(20, null, null).add(20, 0.1, 0.9, null);
        assertThat(p()).isEqualTo(1);
    }

    @Test
    void twoPartsThatCouldBothRaiseItAreCorrectedForTwo() {
        add(11, 0.5, 0.75).add(6, 0.5, null).add(6, null, 0.5);
        double one = Math.pow(2, -11);
        assertThat(p()).isEqualTo(1 - (1 - one) * (1 - one), within(EXACT));
    }

    @Test
    void aPartThatCouldNotCostsNothing() {
        add(12, 0.5, 0.75).add(3, 0.5, null);
        assertThat(p()).isEqualTo(Math.pow(2, -12), within(EXACT));
    }

    /** Both answers come from one model whose polarity and whose losses scatter: of 20,000 checks 20 alarms at most are expected. */
    @Test
    void anUnchangedModelRaisesItNoOftenerThanOnceInAThousandChecks() {
        Random random = new Random(5);
        int alarms = 0;
        for (int check = 0; check < 20_000; check++) {
            pairs.clear();
            for (int pair = 0; pair < 24; pair++) {
                double centre = random.nextDouble();
                add(1, drawn(random, centre), drawn(random, centre), drawn(random, centre));
            }
            alarms += p() < Canary.ALARM ? 1 : 0;
        }
        // Four standard deviations of a Poisson count above its mean.
        assertThat(alarms).isLessThanOrEqualTo(38);
    }

    private static @Nullable Double drawn(Random random, double centre) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        int pro = 0;
        for (int statement = 0; statement < 10; statement++) {
            pro += random.nextDouble() < centre ? 1 : 0;
        }
        return pro / 10.0;
    }
}
