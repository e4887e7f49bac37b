package dev.cultivar.judge;

import dev.cultivar.text.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one or two tiny calls to a model showed.
 *
 * @param role what the model is to a suite
 * @param model the model as suites name it
 * @param endpoint name of its endpoint
 * @param findings in this order: reachable, key, model, seed, schema, reads; any that could not be tried are missing
 * @param latency of the first call that got an answer; zero where none did
 */
public record EndpointCheck(Role role, String model, String endpoint, List<Finding> findings, Duration latency) {

    public EndpointCheck {
        findings = List.copyOf(findings);
    }

    /** What a model is to a suite. */
    public enum Role {
        MODEL,
        JUDGE;

        /** For people: {@code model} or {@code judge}. */
        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether something works. */
    public enum State {
        WORKS,
        /** Does not work, but a run can do without it. */
        MISSING,
        /** Unknown whether it works, but a run can do without it. */
        UNKNOWN,
        /** Does not work, and a run cannot do without it. */
        BROKEN
    }

    /**
     * One thing that was tried.
     *
     * @param what {@code reachable}, {@code key}, {@code model}, {@code seed}, {@code schema}, {@code reads} or {@code max-tokens}
     * @param state whether it works
     * @param detail one line; empty where there is nothing to add
     */
    public record Finding(String what, State state, String detail) {}

    /** Whether a run could use the model. */
    public boolean usable() {
        return findings.stream().noneMatch(finding -> finding.state() == State.BROKEN);
    }

    /** Whether this check is of the judge, not of a model under test. */
    public boolean isOfJudge() {
        return role == Role.JUDGE;
    }

    /** The same check with more findings. */
    public EndpointCheck with(List<Finding> more) {
        return new EndpointCheck(
                role,
                model,
                endpoint,
                Stream.concat(findings.stream(), more.stream()).toList(),
                latency);
    }

    /** The line's verdict: "ok" only where every finding works. */
    private String verdict() {
        if (!usable()) {
            return "NOT USABLE";
        }
        String lacks = findings.stream()
                .filter(finding -> finding.state() != State.WORKS)
                .map(Finding::what)
                .distinct()
                .collect(Collectors.joining(", "));
        return lacks.isEmpty() ? "ok" : "usable, except for " + lacks;
    }

    /** One line for a terminal, without control characters. */
    public String line() {
        StringBuilder line = new StringBuilder(role.label())
                .append(' ')
                .append(model)
                .append(" at ")
                .append(endpoint);
        line.append(": ").append(verdict());
        String before = "; ";
        for (Finding finding : findings) {
            String mark =
                    switch (finding.state()) {
                        case WORKS -> "yes";
                        case MISSING -> "no";
                        case UNKNOWN -> "unknown";
                        case BROKEN -> "NO";
                    };
            line.append(before).append(finding.what()).append(": ").append(mark);
            before = ", ";
            if (!finding.detail().isEmpty()) {
                line.append(" (").append(finding.detail()).append(')');
            }
        }
        if (!latency.isZero()) {
            line.append(", ").append(latency.toMillis()).append(" ms");
        }
        return PlainText.line(line.toString());
    }
}
