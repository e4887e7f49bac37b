package dev.cultivar.batch;

import java.nio.file.Path;

/** A provider's batch API. Failures are {@link dev.cultivar.provider.ProviderException}s. */
interface BatchClient {

    /**
     * Submits a request file.
     *
     * @return the provider's name for the batch
     */
    String submit(Path file);

    BatchStatus status(String id);

    /** Fetches the results of an ended batch: the answers, and the errors where the provider keeps them in a separate file. */
    void fetch(String id, Path results, Path errors);
}
