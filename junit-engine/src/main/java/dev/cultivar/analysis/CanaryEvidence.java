package dev.cultivar.analysis;

import dev.cultivar.run.response.Canary;
import dev.cultivar.stats.SignFlip;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Whether a model answers as it did when the store's answers were given. Where it does, each pair of a stored answer and a new one to the
 * same prompt could as well have come the other way round, and an exact test flips each. Two things are tested so: how much farther the new
 * answer is from what the model usually said on the topic, where both were scored, and whether an answer can be scored at all, where one
 * was. No pair is in both, so the two are independent.
 */
public final class CanaryEvidence {

    /** Distances in thousandths, so that they can be counted. */
    private static final double UNIT = 1000;

    private CanaryEvidence() {}

    /**
     * One of the two tests.
     *
     * @param able whether its p could raise the alarm, whatever the signs
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
     * Exact p that nothing has changed. Where both parts could raise the alarm, the smaller p is corrected for two (&#352;id&aacute;k 1967); a
     * part with so few differing pairs that it could not costs nothing (Tarone 1990).
     */
    public static double p(Canary canary) {
        List<Part> parts = List.of(farther(canary), scored(canary));
        List<Part> able = parts.stream().filter(Part::able).toList();
        List<Part> tested = able.isEmpty() ? parts : able;
        double smallest = tested.stream().mapToDouble(Part::p).min().orElse(1);
        return 1 - Math.pow(1 - smallest, tested.size());
    }

    /** Whether the answers themselves say that the model is another. */
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
