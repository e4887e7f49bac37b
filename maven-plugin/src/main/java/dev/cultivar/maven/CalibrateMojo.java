package dev.cultivar.maven;

import dev.cultivar.analysis.calibration.Calibration;
import dev.cultivar.analysis.calibration.CalibrationException;
import dev.cultivar.analysis.calibration.LabelledRun;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.report.words.CalibrationText;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import dev.cultivar.survey.SurveyException;
import java.io.File;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the judge's stances with those that people gave, and writes the file from which a run takes the judge's reliability
 * and the correction for its errors. Needs no project.
 */
@Mojo(name = "calibrate", requiresProject = false, threadSafe = true)
public class CalibrateMojo extends AbstractPlainMojo {

    /**
     * Required. People's labels: CSV with the columns {@code topic,language,statement,stance}, or one JSON object per line
     * ({@code .jsonl}).
     */
    @Parameter(property = "cultivar.labels")
    @Nullable
    File labels;

    /** Settings file that names the judge. Without one, the built-in judge is asked. */
    @Parameter(property = "cultivar.config", defaultValue = "src/test/resources/cultivar.yaml")
    @Nullable
    File config;

    /** File for the result. Name it in the settings as {@code judge.calibration}. */
    @Parameter(property = "cultivar.calibrated", defaultValue = "calibration.json")
    @Nullable
    File calibrated;

    @Parameter(defaultValue = "${session}", readonly = true)
    @Nullable
    MavenSession session;

    @Override
    public void execute() throws MojoExecutionException {
        if (labels == null || calibrated == null) {
            throw new MojoExecutionException("Name the labels: -Dcultivar.labels=FILE.csv");
        }
        try {
            Calibration calibration = LabelledRun.of(labels.toPath(), settings(), KeySource.system());
            calibration.write(calibrated.toPath());
            CalibrationText.of(calibration).lines().forEach(line -> getLog().info(line));
            calibration.reliability(); // without a reliability no run accepts the file
            getLog().info("Written to " + calibrated + "; name it under judge in cultivar.yaml: calibration: "
                    + calibrated.getName());
        } catch (CalibrationException | SettingsException | SurveyException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private RunSettings settings() {
        return SettingsResolver.resolve(SuiteDefaults.NONE, file(), this::parameter);
    }

    private SettingsFile file() {
        boolean named = parameter(Settings.CONFIG.name()).isPresent();
        return config == null || (!config.exists() && !named) ? SettingsFile.NONE : SettingsFile.named(config.toPath());
    }

    private Optional<String> parameter(String key) {
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.getUserProperties()
                        .getProperty(key, session.getSystemProperties().getProperty(key)));
    }
}
