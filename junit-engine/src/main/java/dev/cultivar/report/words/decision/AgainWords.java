package dev.cultivar.report.words.decision;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.Optional;

/** What a suite's command does for inconclusive gates. */
public final class AgainWords {

    private AgainWords() {}

    /**
     * For example {@code with up to 2432 responses per model and language, which should decide what is open}; or that it asks for no more
     * and leaves them open. Empty if it asks for as many as the suite did and no gate is open.
     *
     * @param gates the run's gates
     */
    public static Optional<String> of(SuiteInfo suite, List<GateRow> gates) {
        List<GateRow> open = gates.stream()
                .filter(gate -> gate.suite().equals(suite.suite()) && gate.verdict() == Verdict.INCONCLUSIVE)
                .toList();
        Integer responses = suite.rerunResponses();
        if (responses == null) {
            return open.isEmpty()
                    ? Optional.empty()
                    : Optional.of("with no more responses, so what is open stays open");
        }
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
