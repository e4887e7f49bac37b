package dev.cultivar.prompt;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Divides the prompts of every topic into parts, called looks. A run may stop after each look. Every look asks the same even number of
 * prompts for each topic, so that it never includes only one pole of a topic.
 *
 * @param topics of the suite, at least 1
 * @param upTo prompts of a topic asked by the end of each look, ascending; the last is all of them
 * @param wanted responses per model and language as set; empty for the default
 * @param wantedLooks as set
 */
public record LookPlan(int topics, List<Integer> upTo, Optional<Integer> wanted, int wantedLooks) {

    /** Responses per topic by default. */
    public static final int PER_TOPIC = 8;

    /** A single look that asks everything. */
    public static final LookPlan AT_ONCE = new LookPlan(1, List.of(1), Optional.empty(), 1);

    /** The fewest prompts of a topic that make up a look. */
    public static final int LEAST = 2;

    public LookPlan {
        upTo = List.copyOf(upTo);
    }

    /**
     * Plans the looks. Where a topic has too few prompts for that many looks, there are fewer looks. Where there is more than one look, an
     * odd number of prompts per topic is rounded up to an even one.
     *
     * @param topics at least 1
     * @param responses per model and language, at least 1; each topic gets an equal share, rounded
     * @param looks at least 1
     */
    public static LookPlan of(int topics, Optional<Integer> responses, int looks) {
        int perTopic = Math.max(
                1, responses.map(all -> (int) Math.round((double) all / topics)).orElse(PER_TOPIC));
        if (looks == 1 || perTopic < 2 * LEAST) {
            return new LookPlan(topics, List.of(perTopic), responses, looks);
        }
        int pairs = (perTopic + 1) / LEAST;
        int planned = Math.min(looks, pairs);
        List<Integer> upTo = IntStream.rangeClosed(1, planned)
                .mapToObj(look -> LEAST * (int) Math.round((double) pairs * look / planned))
                .toList();
        return new LookPlan(topics, upTo, responses, looks);
    }

    /** Prompts of each topic. */
    public int perTopic() {
        return upTo.get(upTo.size() - 1);
    }

    /** The most responses per model and language. */
    public int responses() {
        return topics * perTopic();
    }

    /** How many looks there are. */
    public int count() {
        return upTo.size();
    }

    /** The look that asks a prompt, from 0. */
    public int look(PlannedPrompt planned) {
        return look(planned.sample());
    }

    /** The look that asks the prompt at that position in its topic's plan, from 0. */
    public int look(int sample) {
        int look = 0;
        while (look + 1 < upTo.size() && sample >= upTo.get(look)) {
            look++;
        }
        return look;
    }

    /** Share of all prompts that are asked by the end of each look, in (0, 1]. */
    public double[] shares() {
        return upTo.stream().mapToDouble(asked -> (double) asked / perTopic()).toArray();
    }
}
