package dev.cultivar.results.provenance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code run} of a results file: what is needed to repeat it.
 *
 * @param cultivar version that wrote the file
 * @param java version and virtual machine
 * @param os name, version, architecture
 * @param git commit checked out, or null
 * @param started when the first suite sent its first prompt, an ISO 8601 instant
 * @param finished when the last suite received its last stance, an ISO 8601 instant
 * @param complete whether every suite asked every planned cell
 * @param suites one per suite of the module
 */
public record RunInfo(
        String cultivar,
        String java,
        String os,
        @Nullable Git git,
        String started,
        String finished,
        boolean complete,
        List<SuiteInfo> suites) {

    /**
     * A commit.
     *
     * @param commit hexadecimal
     * @param ref branch, or null if HEAD is detached
     * @param dirty whether files were changed since; null if unknown
     */
    public record Git(
            String commit, @Nullable String ref, @Nullable Boolean dirty) {}

    public RunInfo {
        suites = List.copyOf(suites);
    }

    public static RunInfo of(RunEnvironment environment, List<SuiteInfo> suites) {
        return new RunInfo(
                environment.cultivar(),
                environment.java(),
                environment.os(),
                environment
                        .git()
                        .map(git -> new Git(
                                git.commit(),
                                git.ref().orElse(null),
                                git.dirty().orElse(null)))
                        .orElse(null),
                earliest(suites),
                latest(suites),
                suites.stream().allMatch(SuiteInfo::complete),
                suites);
    }

    /** The entry of an analysis, which runs no suite. */
    public static RunInfo ofAnalysis(RunEnvironment environment, Instant at) {
        RunInfo none = of(environment, List.of());
        return new RunInfo(
                none.cultivar(), none.java(), none.os(), none.git(), at.toString(), at.toString(), true, List.of());
    }

    /** This run with other suites. */
    public RunInfo with(List<SuiteInfo> others) {
        return new RunInfo(
                cultivar,
                java,
                os,
                git,
                earliest(others),
                latest(others),
                others.stream().allMatch(SuiteInfo::complete),
                others);
    }

    private static String earliest(List<SuiteInfo> suites) {
        return suites.stream()
                .map(SuiteInfo::started)
                .min(Comparator.comparing(Instant::parse))
                .orElse("");
    }

    private static String latest(List<SuiteInfo> suites) {
        return suites.stream()
                .map(SuiteInfo::finished)
                .max(Comparator.comparing(Instant::parse))
                .orElse("");
    }
}
