package dev.cultivar.maven.store;

import dev.cultivar.maven.AbstractPlainMojo;
import dev.cultivar.maven.build.BuildRoot;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreException;
import java.io.File;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Works on a store, outside any run. */
abstract class AbstractStoreMojo extends AbstractPlainMojo {

    /** The store: a file, or a {@code jdbc:postgresql:} URL. */
    @Parameter(property = "cultivar.store", defaultValue = ResponseStores.DEFAULT_LOCATION)
    private String store;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File folder;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public final void execute() throws MojoExecutionException {
        try (ResponseStore responses = ResponseStores.open(location(), mode())) {
            perform(responses);
        } catch (StoreException e) {
            throw new MojoExecutionException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    /** Relative to the build's root folder, as in a run. */
    private String location() {
        return store.startsWith("jdbc:")
                ? store
                : BuildRoot.of(session, folder).resolve(store).toString();
    }

    abstract void perform(ResponseStore responses) throws MojoExecutionException;

    /** How to open the store; one that is only read must exist. */
    StoreMode mode() {
        return StoreMode.LIVE;
    }
}
