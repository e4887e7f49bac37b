package dev.cultivar.engine;

import dev.cultivar.service.SuitePipeline;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.PlainText;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What the nodes of the tree share while they run. Immutable. */
final class CultivarContext implements EngineExecutionContext {

    private final SuitePipeline pipeline;
    private final Reruns reruns;
    private final EngineExecutionListener listener;
    private final Cancellation cancellation;
    private final @Nullable SuiteExecution suite;

    private CultivarContext(
            SuitePipeline pipeline,
            Reruns reruns,
            EngineExecutionListener listener,
            Cancellation cancellation,
            @Nullable SuiteExecution suite) {
        this.pipeline = pipeline;
        this.reruns = reruns;
        this.listener = listener;
        this.cancellation = cancellation;
        this.suite = suite;
    }

    static CultivarContext of(SuitePipeline pipeline, Reruns reruns, ExecutionRequest request) {
        return new CultivarContext(
                pipeline, reruns, request.getEngineExecutionListener(), Cancellation.of(request), null);
    }

    CultivarContext with(SuiteExecution begun) {
        return new CultivarContext(pipeline, reruns, listener, cancellation, begun);
    }

    SuitePipeline pipeline() {
        return pipeline;
    }

    Reruns reruns() {
        return reruns;
    }

    EngineExecutionListener listener() {
        return listener;
    }

    /** Tells what a cell or gate measured: to listeners, and on standard output where the settings ask for it. */
    void publish(TestDescriptor node, Map<String, String> figures) {
        listener.reportingEntryPublished(node, ReportEntry.from(figures));
        if (suite().suite().plan().settings().value(Settings.PRINT_FIGURES)) {
            System.out.println(PlainText.line(node.getLegacyReportingName() + ": "
                    + figures.entrySet().stream()
                            .map(figure -> figure.getKey() + " = " + figure.getValue())
                            .collect(Collectors.joining(", "))));
        }
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** The suite around the node. */
    SuiteExecution suite() {
        if (suite == null) {
            throw new IllegalStateException("no suite has begun");
        }
        return suite;
    }
}
