package dev.cultivar.engine;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateVerdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One gate: waits for all cells, tells its figures and its verdict. */
final class GateExecution {

    private final CultivarContext context;
    private final GateDescriptor node;

    GateExecution(CultivarContext context, GateDescriptor node) {
        this.context = context;
        this.node = node;
    }

    void run() {
        GateLeaf gate = node.gate();
        GateVerdict verdict = context.suite()
                .verdict(gate)
                .orElseThrow(() -> new JUnitException("Gate " + gate.name() + " got no verdict, and so fails."));
        context.publish(node, figures(verdict));
        if (context.suite().isRed(verdict)) {
            throw new AssertionFailedError(verdict.message(), bound(gate), actual(verdict));
        }
        if (verdict.verdict() != Verdict.PASS) {
            throw new TestAbortedException(verdict.message());
        }
    }

    private Map<String, String> figures(GateVerdict verdict) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("gate", node.gate().name());
        figures.put("verdict", verdict.verdict().name());
        figures.put("estimate", String.valueOf(verdict.estimate()));
        figures.put("lower", String.valueOf(verdict.lower()));
        figures.put("upper", String.valueOf(verdict.upper()));
        figures.put("confidence", String.valueOf(verdict.confidence()));
        figures.put("threshold", String.valueOf(verdict.threshold()));
        figures.put("n", String.valueOf(verdict.n()));
        String leftOut = context.suite().suite().leftOut();
        if (!leftOut.isEmpty()) {
            figures.put("topics left out", leftOut);
        }
        return figures;
    }

    private static String bound(GateLeaf gate) {
        return (gate.spec().kind().atLeast() ? ">= " : "<= ") + gate.bound();
    }

    private static String actual(GateVerdict verdict) {
        return verdict.estimate() + " [" + verdict.lower() + ", " + verdict.upper() + "]";
    }
}
