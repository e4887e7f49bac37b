package dev.cultivar.maven;

import dev.cultivar.report.RunReports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Saves the last whole run of one suite as a baseline, to be committed and named by {@code @RegressionGate}. */
@Mojo(name = "baseline-save", threadSafe = true)
public class BaselineSaveMojo extends AbstractSuiteMojo {

    /** Where to save it, from the module's folder. */
    @Parameter(property = "cultivar.baseline", defaultValue = "${project.basedir}/baselines/baseline.json")
    private @Nullable File baseline;

    @Override
    void perform() throws MojoExecutionException {
        Path source = new RunReports(output.toPath(), Optional.empty()).baseline(suite());
        Path target = Objects.requireNonNull(baseline, "has a default").toPath().toAbsolutePath();
        if (!Files.isRegularFile(source)) {
            throw new MojoExecutionException(
                    "No whole run of " + suite() + " is in " + output + ". Run cultivar:run on the whole suite first.");
        }
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent(), "an absolute file has a folder"));
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MojoExecutionException("The baseline cannot be saved to " + target + ": " + e.getMessage(), e);
        }
        getLog().info("Saved " + target + "; commit it and name it in @RegressionGate.");
    }

    private String suite() throws MojoExecutionException {
        List<String> named = suites == null ? List.of() : suites;
        if (named.size() != 1) {
            throw new MojoExecutionException("Name the one suite whose run to save: -Dcultivar.suites=CLASS");
        }
        return named.get(0);
    }
}
