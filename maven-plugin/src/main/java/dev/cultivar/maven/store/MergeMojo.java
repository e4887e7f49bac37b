package dev.cultivar.maven.store;

import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.StoreTransfer;
import dev.cultivar.text.Plural;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Merges the exported answers of all shards of a run into one store, from which the whole run is replayed. Shards that got
 * different answers to the same prompt are an error.
 */
@Mojo(name = "merge", requiresProject = false, aggregator = true, threadSafe = true)
public class MergeMojo extends AbstractStoreImportMojo {

    @Override
    void perform(ResponseStore responses) throws MojoExecutionException {
        super.perform(responses);
        getLog().info("Run the whole suite with -Dcultivar.mode=replay to decide its gates.");
    }

    @Override
    void imported(File file, StoreTransfer.Imported imported) throws MojoExecutionException {
        if (imported.kept() > 0) {
            throw new MojoExecutionException(
                    file + " holds " + Plural.of(imported.kept(), "answer that differs", "answers that differ")
                            + " from another shard's: the shards"
                            + " are from different runs, or"
                            + " overlap. Merge into an empty store.");
        }
    }
}
