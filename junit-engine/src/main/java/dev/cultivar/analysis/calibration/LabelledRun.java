package dev.cultivar.analysis.calibration;

import dev.cultivar.model.http.KeySource;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.run.LiveParticipants;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.RunPlanner;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.survey.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows a file of human labels to the judge of some settings, through the same calls as a run. */
public final class LabelledRun {

    private LabelledRun() {}

    /**
     * Asks the judge about every label.
     *
     * @param labels CSV or JSONL, see {@link HumanLabels#read}
     * @param settings whose judge to ask
     * @param keys where to find the API keys
     * @throws CalibrationException where a label cannot be used, or the judge cannot be asked or answers nothing
     * @throws SettingsException where the judge's endpoint cannot be used
     */
    public static Calibration of(Path labels, RunSettings settings, KeySource keys) {
        List<HumanLabel> read = HumanLabels.read(labels);
        Catalogue catalogue = RunPlanner.catalogue(settings);
        Map<String, PromptBook> books = new TreeMap<>();
        read.stream().map(HumanLabel::language).distinct().forEach(language -> RunPlanner.book(settings, language)
                .ifPresent(book -> books.put(language, book)));
        RunPlan nothingAsked = new RunPlan(
                "cultivar:calibrate", settings, List.of(), Map.of(), books, RunPlanner.populations(settings));
        String name = settings.judge().value().model().name();
        try (LiveParticipants participants = LiveParticipants.open(nothingAsked, keys)) {
            String reason = participants.unreachable().get(name);
            if (reason != null) {
                throw new SettingsException("the judge " + name + " cannot be asked: " + reason);
            }
            return new JudgeCalibration(
                            participants::judge,
                            settings.judge().value().model().wireName(),
                            catalogue,
                            settings.value(Settings.SEED))
                    .of(read);
        }
    }
}
