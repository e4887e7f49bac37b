package dev.cultivar.maven.batch;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes batch files of all answers and judgements that the store lacks, split at the provider's limits. Sends nothing. */
@Mojo(
        name = "batch-export",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class BatchExportMojo extends AbstractBatchMojo {

    @Override
    String goal() {
        return "batch-export";
    }
}
