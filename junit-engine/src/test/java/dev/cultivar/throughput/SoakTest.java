package dev.cultivar.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link Soak} in small; {@code docs/performance.md} has a large one. */
@Tag("slow")
class SoakTest {

    private static final int CALLS = Integer.getInteger("cultivar.build.soak", 5_000);

    @Test
    void underFaultsEveryAnswerIsKeptAndNoneIsPaidForTwice() throws Exception {
        Soak soak = Soak.of(CALLS);

        assertThat(soak.exit()).as(String.join("\n", soak.said())).isZero();
        assertThat(soak.met()).allSatisfy((fault, times) -> {
            if (fault != StubFault.STALLED) {
                assertThat(times).as(fault.name()).isPositive();
            }
        });
        // Each answer has a number of its own: a second answer to one request would be a number that is not stored.
        assertThat(soak.stored()).doesNotHaveDuplicates().hasSizeGreaterThan(CALLS * 9 / 10);
        assertThat(soak.stored()).hasSameElementsAs(soak.answered());
        assertThat(soak.heap()).hasSize(4);
    }
}
