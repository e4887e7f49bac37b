package dev.cultivar.analysis;

import dev.cultivar.run.response.Canary;
import dev.cultivar.stats.SignFlip;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Tests whether a model still answers as it did when the store's answers were given. If it does, a stored answer and a new one to the
 * same prompt could equally well have come the other way round, so an exact test flips each pair. It tests two things: how much farther
 * the new answer is from what the model usually said on the topic, where both answers were scored; and whether an answer can be scored at
 * all, where only one of the two was. No pair is in both tests, so they are independent.
 */
public final class CanaryEvidence {

    /** Distances become whole thousandths, so that they can be counted. */
    private static final double UNIT = 1000;

    private CanaryEvidence() {}

    /**
     * One of the two tests.
     *
     * @param able whether any signs of the differences could give a p low enough to raise the alarm
     */
    private record Part(double p, boolean able) {

        static Part oneSided(LongStream differences) {
            long[] all = differences.filter(difference -> difference != 0).toArray();
            return new Part(SignFlip.p(all), SignFlip.least(all.length) < Canary.ALARM);
        }

        static Part twoSided(LongStream differences) {
            long[] all = differences.filter(difference -> difference != 0).toArray();
            return new Part(SignFlip.twoSided(all), 2 * SignFlip.least(all.length) < Canary.ALARM);
        }
    }

    /**
     * Exact p-value for "nothing has changed". Where both parts could raise the alarm, the smaller p is corrected for two tests
     * (&#352;id&aacute;k 1967); a part with too few differing pairs to raise it costs nothing (Tarone 1990).
     */
    public static double p(Canary canary) {
        List<Part> parts = List.of(farther(canary), scored(canary));
        List<Part> able = parts.stream().filter(Part::able).toList();
        List<Part> tested = able.isEmpty() ? parts : able;
        double smallest = tested.stream().mapToDouble(Part::p).min().orElse(1);
        return 1 - Math.pow(1 - smallest, tested.size());
    }

    /** Whether the answers alone show that the model has changed. */
    public static boolean otherAnswers(Canary canary) {
        return p(canary) < Canary.ALARM;
    }

    /** How much farther the new answer is from the usual one than the stored answer was. */
    private static Part farther(Canary canary) {
        return Part.oneSided(canary.pairs().stream().mapToLong(pair -> {
            Double before = pair.before();
            Double now = pair.now();
            Double usual = pair.usual();
            return before == null || now == null || usual == null
                    ? 0
                    : (long) Math.rint(UNIT * (Math.abs(now - usual) - Math.abs(before - usual)));
        }));
    }

    /** 1 where only the new answer was scored, -1 where only the stored one was. */
    private static Part scored(Canary canary) {
        return Part.twoSided(canary.pairs().stream()
                .mapToLong(pair -> (pair.now() == null ? 0 : 1) - (pair.before() == null ? 0 : 1)));
    }
}
