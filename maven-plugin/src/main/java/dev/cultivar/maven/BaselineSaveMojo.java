package dev.cultivar.maven;

import dev.cultivar.gate.BaselineException;
import dev.cultivar.gate.BaselineFiles;
import dev.cultivar.gate.BaselineRun;
import dev.cultivar.report.RunReports;
import java.io.File;
import java.nio.file.Path;
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
    @Nullable
    File baseline;

    @Override
    void perform() throws MojoExecutionException {
        String suite = suite();
        Path source = new RunReports(output.toPath(), Optional.empty()).baseline(suite);
        Path target = Objects.requireNonNull(baseline, "has a default").toPath().toAbsolutePath();
        try {
            BaselineRun run = new BaselineFiles(project.getBasedir().toPath())
                    .read(source.toAbsolutePath().toString())
                    .filter(read -> read.suite().equals(suite))
                    .orElseThrow(() -> new BaselineException("No whole run of " + suite + " is in " + output
                            + ". Run cultivar:run on the whole suite first."));
            BaselineFiles.write(run, target);
        } catch (BaselineException e) {
            throw new MojoExecutionException(e.getMessage(), e);
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
