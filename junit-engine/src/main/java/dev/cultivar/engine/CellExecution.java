package dev.cultivar.engine;

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
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One cell: waits for it, tells its figures, and lets the user's method look at it. */
final class CellExecution {

    private static final int COMPLAINTS = 3;

    private final CultivarContext context;
    private final CellDescriptor node;
    private final ProbeDefinition probe;

    CellExecution(CultivarContext context, CellDescriptor node, ProbeDefinition probe) {
        this.context = context;
        this.node = node;
        this.probe = probe;
    }

    void run() {
        CellRecord record = context.suite().await(node.cell());
        CellResult result = result(record);
        context.publish(node, figures(result));
        if (record.scored() == 0) {
            throw nothingScored(record);
        }
        int stopped = record.outcomes().getOrDefault(Outcome.OVER_BUDGET, 0);
        if (stopped > 0) {
            throw new JUnitException(stopped + " of the " + record.planned() + " responses of "
                    + record.key().model() + " on " + record.key().topic() + " in "
                    + record.key().language() + " are OVER_BUDGET" + why(record.key()) + ".");
        }
        call(result);
    }

    private CellResult result(CellRecord record) {
        CellKey cell = record.key();
        PopulationTable table = context.suite().suite().plan().populations();
        Map<String, Double> populations = new TreeMap<>();
        for (PopulationKey population : table.populations()) {
            table.polarity(population, cell.topic())
                    .ifPresent(polarity -> populations.put(population.name(), polarity));
        }
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
        figures.put("outcomes", outcomes(result.outcomes()));
        if (result.scored() > 0) {
            figures.put("polarity", String.valueOf(result.polarity()));
            if (result.populations().containsKey(result.language())) {
                figures.put("gap", String.valueOf(result.gap()));
            }
        }
        return figures;
    }

    private static String outcomes(Map<Outcome, Integer> outcomes) {
        return new TreeMap<>(outcomes)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** A failure where the model answered otherwise than asked, an error where nobody answered: none is ever a score. */
    private RuntimeException nothingScored(CellRecord record) {
        CellKey cell = record.key();
        String message = "None of the " + record.planned() + " responses of " + cell.model() + " on " + cell.topic()
                + " in " + cell.language() + " was scored: " + outcomes(record.outcomes()) + why(cell) + ".";
        boolean answered = record.outcomes().keySet().stream()
                .anyMatch(outcome -> outcome != Outcome.PROVIDER_ERROR
                        && outcome != Outcome.JUDGE_ERROR
                        && outcome != Outcome.OVER_BUDGET);
        if (answered) {
            throw new AssertionFailedError(message);
        }
        return new JUnitException(message);
    }

    private String why(CellKey cell) {
        List<String> complaints = context.suite().complaints(cell);
        return complaints.isEmpty()
                ? ""
                : " (" + complaints.stream().limit(COMPLAINTS).collect(Collectors.joining("; ")) + ")";
    }

    private void call(CellResult result) {
        try {
            Object suite = ReflectionSupport.newInstance(
                    context.suite().suite().definition().type());
            if (probe.method().getParameterCount() == 0) {
                ReflectionSupport.invokeMethod(probe.method(), suite);
            } else {
                ReflectionSupport.invokeMethod(probe.method(), suite, result);
            }
        } catch (TestAbortedException e) {
            context.suite().gaveUp();
            throw e;
        } catch (Throwable e) {
            context.suite().failed(node.cell(), e);
            throw e;
        }
    }
}
