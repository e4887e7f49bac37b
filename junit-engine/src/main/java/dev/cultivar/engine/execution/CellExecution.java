package dev.cultivar.engine.execution;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.suite.ProbeDefinition;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestDescriptor;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Executes one cell: waits for it, publishes its figures, and passes it to the user's method. */
final class CellExecution {

    private static final int COMPLAINTS = 3;

    private final SuiteExecution suite;
    private final TestDescriptor node;
    private final CellKey cell;
    private final ProbeDefinition probe;

    CellExecution(SuiteExecution suite, TestDescriptor node, CellKey cell, ProbeDefinition probe) {
        this.suite = suite;
        this.node = node;
        this.cell = cell;
        this.probe = probe;
    }

    void run() {
        CellRecord record = suite.await(cell);
        CellResult result = result(record);
        suite.publish(node, figures(result));
        boolean looks = probe.method().getParameterCount() > 0;
        int stopped = record.outcomes().getOrDefault(Outcome.OVER_BUDGET, 0);
        if (looks && (record.scored() == 0 || stopped > 0)) {
            suite.notReached(cell);
        }
        if (record.scored() == 0) {
            throw nothingScored(record);
        }
        if (stopped > 0) {
            throw new RunFaultException(
                    cell,
                    new RunFault.OverBudget(cell.model(), cell.language(), stopped, record.planned(), complaints()));
        }
        call(result);
        if (looks) {
            suite.held(cell);
        }
    }

    private CellResult result(CellRecord record) {
        PopulationTable table = suite.suite().plan().populations();
        Map<String, Double> populations = new TreeMap<>();
        for (PopulationKey population : table.populations()) {
            table.polarity(population, cell.topic())
                    .ifPresent(polarity -> populations.put(population.name(), polarity));
        }
        // The survey has speaker populations for only a few languages; for the others, it has countries.
        table.localPopulation(cell.language())
                .map(people -> table.polarity(people, cell.topic()))
                .ifPresent(known -> known.ifPresent(polarity -> populations.putIfAbsent(cell.language(), polarity)));
        return new CellResult(
                cell.topic(),
                cell.model(),
                cell.language(),
                record.planned(),
                record.outcomes(),
                record.polarity(),
                populations);
    }

    private static Map<String, String> figures(CellResult result) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("topic", result.topic());
        figures.put("model", result.model());
        figures.put("language", result.language());
        figures.put("planned", String.valueOf(result.planned()));
        figures.put("n", String.valueOf(result.scored()));
        figures.put("outcomes", RunFault.counts(result.outcomes()));
        if (result.scored() > 0) {
            figures.put("polarity", String.valueOf(result.polarity()));
            if (result.populations().containsKey(result.language())) {
                figures.put("gap", String.valueOf(result.gap()));
            }
        }
        return figures;
    }

    /** A failure if the model answered but not as asked, an error if nobody answered; neither ever becomes a score. */
    private RuntimeException nothingScored(CellRecord record) {
        RunFault.NothingScored fault = new RunFault.NothingScored(
                cell.model(), cell.language(), record.planned(), record.outcomes(), complaints());
        if (fault.answered()) {
            throw new AssertionFailedError(fault.message(cell));
        }
        return new RunFaultException(cell, fault);
    }

    private List<String> complaints() {
        return suite.complaints(cell).stream().limit(COMPLAINTS).toList();
    }

    private void call(CellResult result) {
        try {
            Object instance =
                    ReflectionSupport.newInstance(suite.suite().definition().type());
            if (probe.method().getParameterCount() == 0) {
                ReflectionSupport.invokeMethod(probe.method(), instance);
            } else {
                ReflectionSupport.invokeMethod(probe.method(), instance, result);
            }
        } catch (TestAbortedException e) {
            suite.gaveUp(cell);
            throw e;
        } catch (Throwable e) {
            suite.failed(cell, e);
            throw e;
        }
    }
}
