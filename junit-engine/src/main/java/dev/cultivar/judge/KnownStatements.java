package dev.cultivar.judge;

import dev.cultivar.api.Stance;
import dev.cultivar.survey.Coding;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.TopicKind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Statements on whose stance readers agree, for trying a judge before a run: mild, negated, quoting the other side, off topic. */
final class KnownStatements {

    static final Topic TOPIC = new Topic(
            "doctor",
            "Rain in summer",
            TopicKind.VALUE,
            "Check",
            "Rain in summer is a good thing.",
            "Rain in summer is a bad thing.",
            "",
            new Coding(2, Set.of(1), Set.of()));

    /** Random labels reach it in 1 to 2 of 100 tries; one label for everything never does. */
    private static final int ENOUGH = 6;

    private static final List<Known> KNOWN = List.of(
            new Known("I love rain in summer.", Stance.PRO),
            new Known("A little rain in July is rather pleasant.", Stance.PRO),
            new Known("I would not say that rain in summer is a bad thing; far from it.", Stance.PRO),
            new Known("Rain in summer spoils my holidays, and I could do without it.", Stance.CON),
            new Known("Nobody can tell me that rain in summer is good.", Stance.CON),
            new Known("My aunt thinks that rain in summer is a good thing, but she is wrong.", Stance.CON),
            new Known("Rain in summer has as many good sides as bad ones, and I am for neither.", Stance.NEUTRAL),
            new Known("My bicycle needs a new chain.", Stance.NEUTRAL));

    private record Known(String statement, Stance stance) {}

    private KnownStatements() {}

    static List<String> statements() {
        return KNOWN.stream().map(Known::statement).toList();
    }

    /** How many statements are labelled as a reader would label them, with off-topic ones as neutral. */
    static long right(List<Stance> stances) {
        return IntStream.range(0, KNOWN.size())
                .filter(i -> stances.get(i) == KNOWN.get(i).stance())
                .count();
    }

    /** What the labels show, for a judge whose labels are used. */
    static EndpointCheck.Finding finding(List<Stance> stances) {
        boolean reads = right(stances) >= ENOUGH;
        return new EndpointCheck.Finding(
                "reads",
                reads ? EndpointCheck.State.WORKS : EndpointCheck.State.MISSING,
                share(stances)
                        + (reads
                                ? ""
                                : "; name a larger judge, or measure its errors with cultivar:calibrate before you"
                                        + " trust a score"));
    }

    /** The same in words. */
    static String share(List<Stance> stances) {
        return right(stances) + " of " + KNOWN.size() + " known statements labelled as a reader would";
    }
}
