package dev.cultivar.suite;

import dev.cultivar.analysis.calibration.CalibratedJudge;
import dev.cultivar.gate.GatePlan;
import dev.cultivar.gate.margins.RegressionMargins;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.planted.PlantedServer;
import dev.cultivar.policy.Policy;
import dev.cultivar.policy.PolicyBreaches;
import dev.cultivar.policy.PolicyException;
import dev.cultivar.policy.PolicyFile;
import dev.cultivar.prompt.PromptException;
import dev.cultivar.run.plan.PlanException;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.RunPlanner;
import dev.cultivar.settings.Demand;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.SurveyException;
import dev.cultivar.survey.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** Turns a suite class into a plan, or into the mistakes that prevent one. Asks no model. */
public final class SuitePlanner {

    private final Function<String, Optional<String>> parameters;
    private final List<String> misnamed;

    public SuitePlanner(Function<String, Optional<String>> parameters) {
        this(parameters, List.of());
    }

    /**
     * @param misnamed mistakes in the names of parameters, one line each
     */
    public SuitePlanner(Function<String, Optional<String>> parameters, List<String> misnamed) {
        this.parameters = parameters;
        this.misnamed = List.copyOf(misnamed);
    }

    /**
     * The result of planning a class.
     *
     * @param suite the suite, if there are no mistakes
     * @param mistakes why there is no suite
     */
    public record Planning(Optional<PlannedSuite> suite, List<Mistake> mistakes) {
        public Planning {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** The mistakes of one suite so far. */
    private record Noted(Class<?> type, List<Mistake> mistakes) {

        boolean isEmpty() {
            return mistakes.isEmpty();
        }

        void add(Mistake mistake) {
            mistakes.add(mistake);
        }

        /** Notes a problem whose text does not name the suite. */
        void add(String problem) {
            addNamed(type.getName() + ": " + problem);
        }

        /** Notes a problem whose text names the suite. */
        void addNamed(String problem) {
            mistakes.add(new Mistake(problem, ClassSource.from(type)));
        }
    }

    public Planning plan(Class<?> type) {
        Noted noted = new Noted(type, new ArrayList<>());
        misnamed.forEach(noted::add);
        SuiteDefinition definition = SuiteReader.read(type, noted::add);
        if (noted.isEmpty()) {
            try {
                Optional<PlannedSuite> planned = plan(definition, noted);
                return new Planning(noted.isEmpty() ? planned : Optional.empty(), noted.mistakes());
            } catch (PlanException e) {
                e.problems().forEach(noted::addNamed);
            } catch (SettingsException e) {
                noted.add(String.valueOf(e.getMessage()));
            } catch (SurveyException | PromptException | PolicyException e) {
                e.problems().forEach(noted::add);
            }
        }
        return new Planning(Optional.empty(), noted.mistakes());
    }

    private Optional<PlannedSuite> plan(SuiteDefinition definition, Noted noted) {
        Class<?> type = definition.type();
        SettingsFile file = SettingsLookup.find(classLoader(type), parameters);
        RunSettings given = SettingsResolver.resolve(definition.defaults(), file, parameters);
        Optional<Policy> policy = PolicyFile.of(given.value(Settings.BASEDIR));
        PolicyBreaches.ofDemand(policy, demanded(given)).forEach(noted::add);
        RunSettings settings = policy.map(
                        found -> given.with(Settings.POLICY, Optional.of(found.digest()), whoDemands(given)))
                .orElse(given);
        Catalogue catalogue = RunPlanner.catalogue(settings);
        Map<String, ProbeDefinition> probes = ProbeTopics.of(definition, catalogue, noted::add);
        if (!noted.isEmpty()) {
            return Optional.empty();
        }
        List<String> topics = probes.entrySet().stream()
                .filter(probe -> probe.getValue().skipped().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        RunPlan plan = RunPlanner.plan(type.getName(), settings, topics)
                .ofList(ProbeTopics.list(definition, catalogue, topics));
        GatePlan gates = gates(definition, plan);
        problems(plan, gates).forEach(noted::add);
        policy.ifPresent(found -> PolicyBreaches.ofPlan(found, type.getName(), settings, topics.size(), gates.leaves())
                .forEach(noted::addNamed));
        gates.problems().forEach(noted::add);
        return Optional.of(new PlannedSuite(
                definition,
                plan,
                probes,
                gates,
                strayBaseline(gates, settings),
                beside(Settings.MODELS, definition, file, settings),
                beside(Settings.LANGUAGES, definition, file, settings)));
    }

    /** Where a policy is, every run is held to it, whoever else demands it. */
    private static Origin whoDemands(RunSettings given) {
        Origin origin = given.origin(Settings.POLICY);
        return origin == Origin.DEFAULT ? Origin.BUILD : origin;
    }

    private static GatePlan gates(SuiteDefinition definition, RunPlan plan) {
        RunSettings settings = plan.settings();
        return RegressionMargins.of(
                GatePlan.of(
                        NarrowedGates.of(definition.gates(), settings), settings, plan.populations(), plan.topics()),
                plan,
                new BaselineFiles(settings.module()));
    }

    /** Why models, judge or thresholds cannot do what the plan asks of them. */
    private static List<String> problems(RunPlan plan, GatePlan gates) {
        RunSettings settings = plan.settings();
        List<String> problems = new ArrayList<>(builtIn(settings)
                .flatMap(model -> unanswerable(model.wireName(), plan))
                .toList());
        problems.addAll(CalibratedJudge.problems(settings));
        if (settings.value(Settings.REQUIRE).contains(Demand.TELLING)) {
            problems.addAll(gates.untelling());
        }
        return problems;
    }

    /** What the suite names and a parameter leaves out. */
    private static List<String> beside(
            SettingKey<List<String>> key, SuiteDefinition definition, SettingsFile file, RunSettings settings) {
        return settings.origin(key) != Origin.PARAMETER
                ? List.of()
                : SettingsResolver.declared(key, definition.defaults(), file).stream()
                        .filter(name -> !settings.value(key).contains(name))
                        .toList();
    }

    /** Any other parameter counts as omitted if it is empty; for this one, that would drop the demand. */
    private Optional<String> demanded(RunSettings given) {
        return parameters.apply(Settings.POLICY.name()).filter(String::isBlank).or(() -> given.value(Settings.POLICY));
    }

    /** The baseline parameter is meant for goals; a gate names its own file. */
    private Optional<String> strayBaseline(GatePlan gates, RunSettings settings) {
        Path folder = settings.module();
        return parameters
                .apply(Settings.BASELINE)
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .filter(file -> gates.leaves().stream()
                        .flatMap(leaf -> leaf.gate().baseline().stream())
                        .map(path -> folder.resolve(path).normalize())
                        .noneMatch(folder.resolve(file).normalize()::equals));
    }

    /** Why a built-in model cannot answer: no built-in model has its name, or it has no answers in a language. */
    private static Stream<String> unanswerable(String model, RunPlan plan) {
        Optional<String> unknown = PlantedServer.problem(model, plan.populations());
        List<String> topics = plan.topics().stream().map(Topic::key).toList();
        return unknown.isPresent()
                ? unknown.stream()
                : plan.settings().value(Settings.LANGUAGES).stream()
                        .flatMap(language ->
                                PlantedServer.silence(model, plan.populations(), language, topics).stream());
    }

    /** Models that the suite's own server answers for, unless the settings place them elsewhere. */
    private static Stream<ModelSettings> builtIn(RunSettings settings) {
        return settings.ownServer().stream()
                .flatMap(server -> settings.models().value().stream())
                .filter(ModelSettings::isBuiltIn);
    }

    private static ClassLoader classLoader(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
