package dev.cultivar.report.words.decision;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.Optional;

/** What the command of a suite does, where it asks for more than the suite did. */
public final class AgainWords {

    private AgainWords() {}

    /**
     * For example {@code with up to 2432 responses per model and language, which should decide what is open}; empty where it asks for as
     * many as the suite did.
     *
     * @param gates of the run
     */
    public static Optional<String> of(SuiteInfo suite, List<GateRow> gates) {
        Integer responses = suite.rerunResponses();
        if (responses == null) {
            return Optional.empty();
        }
        List<GateRow> open = gates.stream()
                .filter(gate -> gate.suite().equals(suite.suite()) && gate.verdict() == Verdict.INCONCLUSIVE)
                .toList();
        long decided = open.stream()
                .filter(gate -> gate.responsesToDecide().isPresent())
                .count();
        return Optional.of("with up to " + Plural.of(responses, "response")
                + " per model and language, which should decide "
                + (decided == open.size()
                        ? "what is open"
                        : decided + " of the " + Plural.of(open.size(), "open gate")));
    }
}
