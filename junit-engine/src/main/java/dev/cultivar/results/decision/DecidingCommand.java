package dev.cultivar.results.decision;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SuiteInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one command that decides a suite again; several would contradict each other. */
public final class DecidingCommand {

    private DecidingCommand() {}

    /** The command that decides everything in the suite that does not hold. */
    public static Optional<String> of(ResultsFile results, SuiteInfo suite) {
        return of(
                suite,
                results.gates().stream()
                        .filter(gate -> gate.verdict() != Verdict.PASS)
                        .toList(),
                suite.interrupted()
                        || results.failedChecks().stream()
                                .anyMatch(check -> check.suite().equals(suite.suite())));
    }

    /**
     * The gates' command if they all have the same one, or else that of the whole suite, which does not ask for stored answers again;
     * empty if there is nothing to decide.
     *
     * @param gates gates to decide again; those of other suites are ignored
     * @param whole whether more than gates must be decided again
     */
    public static Optional<String> of(SuiteInfo suite, List<GateRow> gates, boolean whole) {
        List<String> commands = Stream.concat(
                        gates.stream()
                                .filter(gate -> gate.suite().equals(suite.suite()))
                                .map(GateRow::rerun),
                        whole ? Stream.of(suite.rerun()) : Stream.<String>empty())
                .distinct()
                .toList();
        return commands.size() <= 1 ? commands.stream().findFirst() : Optional.of(suite.rerun());
    }
}
