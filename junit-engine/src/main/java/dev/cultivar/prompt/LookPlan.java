package dev.cultivar.prompt;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * In how many parts the prompts of every topic are asked. After each of them, a look, a run may stop. Every look asks each topic the same
 * number of prompts, an even one, so that none is of one pole of its topic.
 *
 * @param topics of the suite, at least 1
 * @param upTo prompts of a topic up to each look, ascending; the last is all of them
 * @param wanted responses per model and language as set; empty for the default
 * @param wantedLooks as set
 */
public record LookPlan(int topics, List<Integer> upTo, Optional<Integer> wanted, int wantedLooks) {

    /** Responses to each topic where nobody says. */
    public static final int PER_TOPIC = 8;

    /** Everything is asked before anyone looks. */
    public static final LookPlan AT_ONCE = new LookPlan(1, List.of(1), Optional.empty(), 1);

    /** The least prompts of a topic that make a look. */
    public static final int LEAST = 2;

    public LookPlan {
        upTo = List.copyOf(upTo);
    }

    /**
     * Plans the looks. Where the prompts of a topic are too few for as many looks, there are fewer; where there is more than one, an odd
     * number of prompts of a topic is made even by one more.
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

    /** Most responses per model and language. */
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

    /** The look that asks the prompt of that position in its topic's plan, from 0. */
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
