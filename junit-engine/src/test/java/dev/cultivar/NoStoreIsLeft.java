package dev.cultivar;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that runs a suite with the default store, which lies among the sources and is found by the next run. */
public final class NoStoreIsLeft implements AfterEachCallback {

    private static final Path DEFAULT = Path.of(".cultivar");
    private static final boolean WAS_THERE = Files.exists(DEFAULT);

    @Override
    public void afterEach(ExtensionContext context) {
        if (!WAS_THERE && Files.exists(DEFAULT)) {
            throw new AssertionError(
                    DEFAULT.toAbsolutePath() + " was made by this test, or by one that ran beside it: set "
                            + "cultivar.store in it, to memory or into a temporary folder, and delete the folder.");
        }
    }
}
