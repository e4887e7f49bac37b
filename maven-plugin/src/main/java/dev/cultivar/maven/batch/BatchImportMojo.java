package dev.cultivar.maven.batch;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Imports the results of finished batches into the store; fetches them if the endpoint has a batch API. */
@Mojo(
        name = "batch-import",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class BatchImportMojo extends AbstractBatchMojo {

    @Override
    String goal() {
        return "batch-import";
    }
}
