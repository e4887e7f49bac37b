package dev.cultivar.maven.batch;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Reports the progress of every batch file. */
@Mojo(
        name = "batch-status",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class BatchStatusMojo extends AbstractBatchMojo {

    @Override
    String goal() {
        return "batch-status";
    }
}
