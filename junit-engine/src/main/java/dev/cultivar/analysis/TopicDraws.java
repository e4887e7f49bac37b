package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.stats.Seeds;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** The topics of each bootstrap round, drawn once for all samples of a run so that samples can be compared round by round. */
final class TopicDraws {

    private final int[][] times;
    private final long[] seeds;

    /** Draws as many topics per round as there are. */
    TopicDraws(int rounds, long seed, int topics) {
        times = new int[rounds][];
        seeds = new long[rounds];
        Seeds streams = new Seeds(seed).split("topics");
        IntStream.range(0, rounds).parallel().forEach(round -> {
            UniformRandomProvider rng = streams.stream(round);
            times[round] = CountTable.times(rng, topics);
            seeds[round] = rng.nextLong();
        });
    }

    int rounds() {
        return times.length;
    }

    /** How often each topic comes up in a round. */
    int[] times(int round) {
        return times[round];
    }

    /** Seed for whatever else is drawn in a round. */
    long seed(int round) {
        return seeds[round];
    }
}
