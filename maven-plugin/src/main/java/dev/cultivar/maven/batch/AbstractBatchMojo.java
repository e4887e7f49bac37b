package dev.cultivar.maven.batch;

import dev.cultivar.maven.AbstractSuiteMojo;
import dev.cultivar.maven.bridge.BridgeKeys;
import dev.cultivar.maven.build.SkippedBuild;
import dev.cultivar.settings.Settings;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** A step of the suites' batches. */
abstract class AbstractBatchMojo extends AbstractSuiteMojo {

    /** Folder for batch files, with a subfolder for each suite. Keep it between the steps. */
    @Parameter(property = "cultivar.batch.folder", defaultValue = "${project.basedir}/.cultivar/batches")
    private File batchFolder;

    abstract String goal();

    @Override
    protected void perform() throws MojoExecutionException {
        Optional<SkippedBuild> skipped = skippedTests();
        if (skipped.isPresent()) {
            getLog().info("Cultivar: " + skipped.get().why());
            return;
        }
        String text = call(goal(), Map.of(Settings.BATCH_FOLDER.name(), batchFolder.getAbsolutePath()))
                .text(BridgeKeys.TEXT);
        if (text.isBlank() && failIfNoTests) {
            throw new MojoExecutionException("No suite was found in "
                    + project.getBuild().getTestOutputDirectory()
                    + ": there is nothing to do. Compile the tests first: mvn test-compile cultivar:" + goal());
        }
        text.lines().forEach(line -> getLog().info(line));
    }
}
