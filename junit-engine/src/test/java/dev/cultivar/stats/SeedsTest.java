package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void aStreamDependsOnSeedAndNumberAlone() {
        assertThat(new Seeds(7).stream(3).nextLong())
                .isEqualTo(new Seeds(7).stream(3).nextLong());
        assertThat(new Seeds(7).split("a").stream(0).nextLong())
                .isEqualTo(new Seeds(7).split("a").stream(0).nextLong());
    }

    @Test
    void streamsOfNeighbouringSeedsAndNumbersDiffer() {
        Set<Long> first = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            for (int k = 0; k < 100; k++) {
                first.add(new Seeds(seed).stream(k).nextLong());
                first.add(new Seeds(seed).split(k).stream(0).nextLong());
                first.add(new Seeds(seed).split("part " + k).stream(0).nextLong());
            }
        }
        assertThat(first).hasSize(30_000);
    }

    @Test
    void firstNumbersOfConsecutiveStreamsAreUncorrelated() {
        int n = 20_000;
        double[] here = new double[n];
        double[] next = new double[n];
        for (int k = 0; k < n; k++) {
            here[k] = new Seeds(11).stream(k).nextDouble();
            next[k] = new Seeds(11).stream(k + 1).nextDouble();
        }
        assertThat(Correlation.pearson(here, next)).isCloseTo(0, within(4 / Math.sqrt(n)));
    }
}
