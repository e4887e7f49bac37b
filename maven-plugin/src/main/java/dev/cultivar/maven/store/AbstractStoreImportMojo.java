package dev.cultivar.maven.store;

import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.StoreTransfer;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Reads exported answers into a store; answers that it already has are kept. */
abstract class AbstractStoreImportMojo extends AbstractStoreMojo {

    /** Files that {@code store-export} wrote, separated by commas. */
    @Parameter(property = "cultivar.store.files", required = true)
    private @Nullable List<File> files;

    @Override
    void perform(ResponseStore responses) throws MojoExecutionException {
        List<File> named = files == null ? List.of() : files;
        if (named.isEmpty()) {
            throw new MojoExecutionException("Name the exported files: -Dcultivar.store.files=a.jsonl,b.jsonl");
        }
        for (File file : named) {
            StoreTransfer.Imported imported = new StoreTransfer(responses).importFrom(file.toPath());
            getLog().info(file + ": " + imported.added() + " new answers, " + imported.same() + " known ones, "
                    + imported.kept() + " that differ from the store's, which were kept.");
            imported(file, imported);
        }
    }

    /** Called after each file. */
    void imported(File file, StoreTransfer.Imported imported) throws MojoExecutionException {}
}
