package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.api.Outcome;
import dev.cultivar.gate.looks.GateSequence;
import dev.cultivar.gate.margins.RegressionMargins;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.JudgeSettings;
import dev.cultivar.settings.Method;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Setting;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Coding;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.TopicKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/** A suite and a run of it, with models of known values and no endpoint. */
public final class Suite {

    static final PopulationTable TABLE = PopulationTable.builtIn();

    static final BaselineRun.Provenance PROVENANCE = new BaselineRun.Provenance(
            "0.1.0",
            "0123456789abcdef0123456789abcdef01234567",
            true,
            new TreeMap<>(Map.of("responses", "304", "method", "robust")),
            null,
            null);

    /** What a model answers on a topic: a polarity, or NaN for another outcome. */
    public interface Answers {
        double polarity(String topic, String language, UniformRandomProvider rng);
    }

    private final Map<String, Answers> models = new LinkedHashMap<>();
    private final Map<String, ModelSettings> settings = new LinkedHashMap<>();
    private List<String> languages = List.of("da", "nl");
    private List<String> topics = Catalogue.builtIn().list(Catalogue.DEFAULT_LIST).orElseThrow().stream()
            .map(Topic::key)
            .sorted()
            .toList();
    private int responses = 4;
    private int wordings = 4;
    private int templates = 1;
    private Estimand estimand = Estimand.THESE_TOPICS;
    private Method method = Method.ROBUST;
    private Multiplicity correction = Multiplicity.HOLM;
    private String judge = "planted/judge";
    private double reliability = 1;
    private String wording = "What of";
    private Outcome otherwise = Outcome.REFUSAL;
    private String name = "example.Release";
    private boolean complete = true;
    private long seed = 1;
    private UnaryOperator<String> categories = topic -> "test";

    /** Ten respondents from the population itself. */
    public static Answers like(String population) {
        return (topic, language, rng) -> {
            double p = TABLE.polarity(population, topic).orElseThrow();
            int pro = 0;
            for (int k = 0; k < 10; k++) {
                pro += rng.nextDouble() < p ? 1 : 0;
            }
            return pro / 10.0;
        };
    }

    public static Answers random() {
        return (topic, language, rng) -> rng.nextInt(11) / 10.0;
    }

    public Suite model(String name, Answers answers) {
        return model(name, name, Map.of(), answers);
    }

    public Suite model(String name, String family, Map<String, Double> capability, Answers answers) {
        models.put(name, answers);
        settings.put(name, settings(name, family, capability));
        return this;
    }

    static ModelSettings settings(String name, String family, Map<String, Double> capability) {
        return new ModelSettings(
                name,
                "local",
                name,
                family,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                true,
                Map.of(),
                capability,
                Optional.empty(),
                name);
    }

    /** A model that is compared with one of another name. */
    public Suite model(String name, Answers answers, String baseline) {
        model(name, answers);
        ModelSettings given = settings.get(name);
        settings.put(
                name,
                new ModelSettings(
                        given.name(),
                        given.endpoint(),
                        given.wireName(),
                        given.family(),
                        given.temperature(),
                        given.topP(),
                        given.maxTokens(),
                        given.sendSeed(),
                        given.extraBody(),
                        given.capability(),
                        given.price(),
                        baseline));
        return this;
    }

    public Suite languages(String... codes) {
        languages = List.of(codes);
        return this;
    }

    public Suite topics(List<String> keys) {
        topics = keys;
        return this;
    }

    public Suite responses(int perTopic) {
        responses = perTopic;
        return this;
    }

    Suite estimand(Estimand asked) {
        estimand = asked;
        return this;
    }

    Suite correction(Multiplicity control) {
        correction = control;
        return this;
    }

    public Suite reliability(double share) {
        reliability = share;
        return this;
    }

    public Suite judge(String name) {
        judge = name;
        return this;
    }

    Suite wording(String start) {
        wording = start;
        return this;
    }

    public Suite wordings(int number) {
        wordings = number;
        return this;
    }

    /** At most 9; every slot is asked with the next of them. */
    public Suite templates(int number) {
        templates = number;
        return this;
    }

    public Suite name(String className) {
        name = className;
        return this;
    }

    public Suite otherwise(Outcome outcome) {
        otherwise = outcome;
        return this;
    }

    Suite partly() {
        complete = false;
        return this;
    }

    public Suite categories(UnaryOperator<String> ofTopic) {
        categories = ofTopic;
        return this;
    }

    Suite method(Method value) {
        method = value;
        return this;
    }

    public Suite seed(long value) {
        seed = value;
        return this;
    }

    public List<String> topics() {
        return topics;
    }

    GatePlan plan(Gate... gates) {
        return GatePlan.of(List.of(gates), runSettings(), TABLE, topicRecords());
    }

    private List<Topic> topicRecords() {
        return topics.stream()
                .map(key -> new Topic(
                        key,
                        key,
                        TopicKind.VALUE,
                        categories.apply(key),
                        "for",
                        "against",
                        "",
                        new Coding(2, java.util.Set.of(1), java.util.Set.of())))
                .toList();
    }

    RunRecord run() {
        SuitePrompts prompts = new SuitePrompts(languages, topics, responses, wordings, templates, wording);
        RunPlan plan = new RunPlan(name, runSettings(), topicRecords(), prompts.planned(), prompts.books(), TABLE);
        List<ResponseRecord> records = new ArrayList<>();
        List<CellRecord> cells = new ArrayList<>();
        List<CellKey> keys = complete ? plan.cells() : plan.cells().subList(0, 1);
        Map<String, UniformRandomProvider> rngs = new HashMap<>();
        for (CellKey key : keys) {
            UniformRandomProvider rng =
                    rngs.computeIfAbsent(key.model() + key.language(), name -> new Seeds(seed).split(name).stream(0));
            Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
            for (int i = 0; i < responses; i++) {
                double polarity = models.get(key.model()).polarity(key.topic(), key.language(), rng);
                Outcome outcome = Double.isNaN(polarity) ? otherwise : Outcome.SCORED;
                outcomes.merge(outcome, 1, Integer::sum);
                records.add(InMemory.response(
                        key,
                        i,
                        prompts.template(i),
                        Slot.values()[i % wordings],
                        "",
                        "",
                        List.of(),
                        List.of(),
                        outcome,
                        polarity,
                        "",
                        Usage.NONE,
                        Usage.NONE));
            }
            cells.add(new CellRecord(
                    key, responses, outcomes, Double.NaN, StatementCounts.NONE, PromptParts.NONE, List.of()));
        }
        return InMemory.run(
                plan,
                complete,
                cells,
                records,
                new TreeMap<>(),
                new TreeMap<>(),
                Instant.parse("2026-11-24T10:00:00Z"),
                Instant.parse("2026-11-24T10:05:00Z"));
    }

    private RunSettings runSettings() {
        return new RunSettings(
                        set(List.copyOf(settings.values())),
                        Map.of(),
                        set(new JudgeSettings(settings(judge, "judge", Map.of()), OptionalDouble.of(reliability), "")))
                .with(Settings.LANGUAGES, languages, Origin.DEFAULT)
                .with(Settings.RESPONSES, Optional.of(responses * topics.size()), Origin.DEFAULT)
                .with(Settings.SEED, seed, Origin.DEFAULT)
                .with(Settings.ROUNDS, 400, Origin.DEFAULT)
                .with(Settings.ESTIMAND, estimand, Origin.DEFAULT)
                .with(Settings.METHOD, method, Origin.DEFAULT)
                .with(Settings.CORRECTION, correction, Origin.DEFAULT);
    }

    private static <T> Setting<T> set(T value) {
        return new Setting<>(value, Origin.DEFAULT);
    }

    Analysis analyse(RunRecord run, GatePlan plan) {
        return new RunAnalysis(TABLE, plan.require(AnalysisOptions.of(run.plan().settings()))).of(run);
    }

    /** What is committed of its run. */
    public BaselineRun saved() {
        RunRecord run = run();
        return BaselineFiles.of(run, analyse(run, plan()), PROVENANCE);
    }

    /**
     * What analyses a run of it and decides its gates; the run itself is there before.
     *
     * @param rounds of the bootstrap
     */
    public Supplier<List<GateResult>> deciding(int rounds, Gate... gates) {
        GatePlan plan = plan(gates);
        RunRecord run = run();
        AnalysisOptions options =
                plan.require(AnalysisOptions.of(run.plan().settings().with(Settings.ROUNDS, rounds, Origin.DEFAULT)));
        GateSequence sequence =
                GateSequence.atOnce(run.plan(), RegressionMargins.of(plan, run.plan(), path -> Optional.empty()));
        return () -> sequence.after(
                        new GateEvaluation(run, new RunAnalysis(TABLE, options).of(run), path -> Optional.empty()))
                .verdicts();
    }

    List<GateResult> verdicts(Gate... gates) {
        return verdicts(path -> Optional.empty(), gates);
    }

    List<GateResult> verdicts(BaselineSource baselines, Gate... gates) {
        GatePlan plan = plan(gates);
        if (!plan.problems().isEmpty()) {
            throw new IllegalArgumentException(plan.problems().toString());
        }
        RunRecord run = run();
        return GateSequence.atOnce(run.plan(), RegressionMargins.of(plan, run.plan(), baselines))
                .after(new GateEvaluation(run, analyse(run, plan), baselines))
                .verdicts();
    }

    /** What is known before anything is asked of gates that cannot be decided. */
    List<EarlierSamples.Foreseen> foreseen(BaselineSource baselines, Gate... gates) {
        RunPlan plan = run().plan();
        GatePlan planned = RegressionMargins.of(plan(gates), plan, baselines);
        return List.copyOf(
                new ForeseenGates(plan, baselines).foreseen(planned.leaves()).values());
    }

    public GateResult verdict(Gate gate) {
        List<GateResult> verdicts = verdicts(gate);
        if (verdicts.size() != 1) {
            throw new IllegalArgumentException("expected one verdict, found " + verdicts);
        }
        return verdicts.get(0);
    }
}
