package dev.cultivar.maven.batch;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Submits the batch files of {@code batch-export} to the endpoints that have a batch API. A file is submitted once. */
@Mojo(
        name = "batch-submit",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class BatchSubmitMojo extends AbstractBatchMojo {

    @Override
    String goal() {
        return "batch-submit";
    }
}
