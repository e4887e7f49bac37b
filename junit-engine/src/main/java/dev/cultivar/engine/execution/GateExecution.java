package dev.cultivar.engine.execution;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.results.GateRow;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Interval;
import dev.cultivar.text.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Executes one gate: waits for all cells, then publishes the gate's figures and verdict. */
final class GateExecution {

    private final SuiteExecution suite;
    private final TestDescriptor node;
    private final GateLeaf gate;

    GateExecution(SuiteExecution suite, TestDescriptor node, GateLeaf gate) {
        this.suite = suite;
        this.node = node;
        this.gate = gate;
    }

    void run() {
        GateResult verdict = suite.verdict(gate)
                .orElseThrow(() -> new JUnitException("Gate " + gate.name() + " has no verdict, so it fails."));
        suite.publish(node, figures(verdict));
        if (suite.isRed(verdict)) {
            throw new AssertionFailedError(sentence(verdict), bound(gate), actual(verdict));
        }
        if (verdict.verdict() != Verdict.PASS) {
            throw new TestAbortedException(sentence(verdict));
        }
    }

    private Map<String, String> figures(GateResult verdict) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("gate", gate.code());
        figures.put("verdict", verdict.verdict().name());
        if (verdict.outcome() instanceof GateOutcome.NotCompared) {
            figures.put("not compared", sentence(verdict));
        }
        figures.put("estimate", String.valueOf(verdict.estimate()));
        Interval interval = interval(verdict);
        figures.put("lower", String.valueOf(interval.lower()));
        figures.put("upper", String.valueOf(interval.upper()));
        figures.put("confidence", String.valueOf(interval.confidence()));
        if (verdict.outcome() instanceof GateOutcome.Decided decided) {
            figures.put("estimand", decided.estimand().label());
        }
        figures.put("threshold", String.valueOf(verdict.gate().threshold()));
        figures.put("n", String.valueOf(verdict.n()));
        String leftOut = suite.suite().leftOut();
        if (!leftOut.isEmpty()) {
            figures.put("topics left out", leftOut);
        }
        return figures;
    }

    private static String bound(GateLeaf gate) {
        return gate.bound().sign() + " " + gate.bound().value();
    }

    private String actual(GateResult verdict) {
        Interval interval = interval(verdict);
        return verdict.estimate() + " [" + interval.lower() + ", " + interval.upper() + "]";
    }

    private Interval interval(GateResult verdict) {
        return verdict.interval().orElseGet(() -> new Interval(Double.NaN, Double.NaN, confidence()));
    }

    private double confidence() {
        return suite.suite().plan().settings().value(Settings.CONFIDENCE);
    }

    private String sentence(GateResult verdict) {
        // Surefire prints and writes the message as it is, and it may quote an endpoint.
        return PlainText.line(GateSentences.of(GateRow.of(suite.suite().plan().suite(), confidence(), verdict, "")));
    }
}
