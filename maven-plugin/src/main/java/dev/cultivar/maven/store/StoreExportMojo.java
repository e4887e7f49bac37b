package dev.cultivar.maven.store;

import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.StoreTransfer;
import dev.cultivar.text.Plural;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes the answers of a store as JSON lines, ordered by key, for a team to commit and to compare. */
@Mojo(name = "store-export", requiresProject = false, aggregator = true, threadSafe = true)
public class StoreExportMojo extends AbstractStoreMojo {

    /** File to write. */
    @Parameter(property = "cultivar.store.file", defaultValue = "responses.jsonl")
    private File file;

    @Override
    void perform(ResponseStore responses) {
        long count = new StoreTransfer(responses).exportTo(file.toPath(), key -> true);
        getLog().info(Plural.of(count, "answer") + " written to " + file + ".");
    }

    @Override
    StoreMode mode() {
        return StoreMode.REPLAY;
    }
}
