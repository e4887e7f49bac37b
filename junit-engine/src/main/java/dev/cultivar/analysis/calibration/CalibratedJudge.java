package dev.cultivar.analysis.calibration;

import dev.cultivar.settings.Demand;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.JudgeSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;

/** What a run's settings say about its judge's calibration. */
public final class CalibratedJudge {

    private CalibratedJudge() {}

    /**
     * The judge's reliability: from its calibration where the settings name one, otherwise from the settings themselves.
     *
     * @throws CalibrationException where the named calibration cannot be used
     */
    public static OptionalDouble reliability(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        if (judge.calibration().isEmpty()) {
            return judge.reliability();
        }
        return OptionalDouble.of(calibration(settings).reliability());
    }

    /**
     * The judge's errors by language, for every language of the run; empty without a calibration.
     *
     * @throws CalibrationException where the named calibration cannot be used
     */
    public static SortedMap<String, JudgeErrors> errors(RunSettings settings) {
        return settings.judge().value().calibration().isEmpty()
                ? Collections.emptySortedMap()
                : calibration(settings).errors();
    }

    /** Whether the judge was compared with people, or is the built-in one, which knows what the built-in models meant. */
    public static boolean known(JudgeSettings judge) {
        return !judge.calibration().isEmpty() || judge.model().isBuiltIn();
    }

    private static Calibration calibration(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        Path file = settings.value(Settings.BASEDIR).resolve(judge.calibration());
        Calibration calibration = Calibration.read(file, judge.model().wireName());
        List<String> without = settings.value(Settings.LANGUAGES).stream()
                .filter(language -> !calibration.languages().containsKey(language))
                .toList();
        if (!without.isEmpty()) {
            throw new CalibrationException("Calibration " + file + " has no labels in " + String.join(", ", without)
                    + ", only in " + String.join(", ", calibration.languages().keySet())
                    + "; label statements in every language of the run and run cultivar:calibrate again.");
        }
        return calibration;
    }

    /** Why the run must not start, one line per reason: the calibration is unusable, or the judge is not what it is required to be. */
    public static List<String> problems(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        List<String> problems = new ArrayList<>();
        Set<Demand> demands = settings.value(Settings.REQUIRE);
        if (demands.contains(Demand.INDEPENDENT_JUDGE)) {
            own(settings)
                    .forEach(model ->
                            problems.add("judge " + judge.model().wireName() + " is itself one of the models, " + model
                                    + ", and " + demand(Demand.INDEPENDENT_JUDGE)
                                    + "; name another model under judge."));
        }
        if (judge.calibration().isEmpty()) {
            if (demands.contains(Demand.CALIBRATION) && !known(judge)) {
                problems.add("judge " + judge.model().wireName() + " is not calibrated and "
                        + demand(Demand.CALIBRATION)
                        + "; run cultivar:calibrate and name its result under judge.calibration.");
            }
            return problems;
        }
        try {
            reliability(settings);
        } catch (CalibrationException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    private static String demand(Demand demand) {
        return Settings.REQUIRE.name() + " has " + demand.label();
    }

    /** Names of the models under test that are also the judge. */
    public static List<String> own(RunSettings settings) {
        ModelSettings judge = settings.judge().value().model();
        return settings.models().value().stream()
                .filter(model -> model.wireName().equals(judge.wireName())
                        && address(settings, model).equals(address(settings, judge)))
                .map(ModelSettings::name)
                .toList();
    }

    /** An endpoint may appear under several names. */
    private static String address(RunSettings settings, ModelSettings model) {
        EndpointSettings endpoint = settings.endpoints().get(model.endpoint());
        return endpoint == null ? model.endpoint() : endpoint.baseUrl().orElse(model.endpoint());
    }
}
