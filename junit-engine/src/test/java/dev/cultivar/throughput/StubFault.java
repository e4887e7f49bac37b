package dev.cultivar.throughput;

/** What a {@link StubEndpoint} does with a request instead of answering it as asked. */
enum StubFault {
    /** It answers. */
    NONE,
    /** 429, and the model's queue is to wait. */
    THROTTLED,
    /** 500. */
    BROKEN,
    /** The connection is reset before a byte of the answer. */
    RESET,
    /** The connection is reset in the middle of the answer. */
    CUT,
    /** The answer comes whole, a piece at a time. */
    SLOW,
    /** The answer begins and never ends. */
    STALLED;

    /** Out of so many requests, each fault but {@link #SLOW} and {@link #THROTTLED} meets this many; those two are as often as given. */
    private static final int OUT_OF = 2_000;

    /** About 2% of requests meet one; the same number always meets the same. */
    static StubFault of(long request) {
        // A linear congruential step, so that faults do not come at regular times.
        int lot = Math.floorMod((request * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L) >>> 17, OUT_OF);
        if (lot < 2) {
            return THROTTLED;
        }
        if (lot < 10) {
            return BROKEN;
        }
        if (lot < 18) {
            return RESET;
        }
        if (lot < 24) {
            return CUT;
        }
        return lot < 39 ? SLOW : lot == 39 && request % 8 == 0 ? STALLED : NONE;
    }
}
