package dev.cultivar.settings;

import dev.cultivar.settings.SettingKey.Repeated;
import dev.cultivar.settings.SettingKey.Shown;
import dev.cultivar.settings.SettingKey.Taker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every setting, declared once. These declarations are the source for {@link SettingsResolver}, the head of reports, the reference in
 * {@code docs/reference/keys.md}, a baseline's record of its run and the command after {@code again:}. A new setting needs only a
 * declaration here and the code that uses its value.
 */
public final class Settings {

    private static final List<SettingKey<?>> DECLARED = new ArrayList<>();

    /** In the order of the reference. */
    public static final List<SettingKey<?>> ALL = Collections.unmodifiableList(DECLARED);

    private static final String FILE = "path";
    private static final String FOLDER = "path of a folder";
    private static final String BUILT_IN = "built in";

    /** The store of responses that are not kept on disk. */
    public static final String MEMORY = "memory";

    /** Stands in for the folder of Allure results: none are written. */
    public static final Path NO_ALLURE = Path.of("none");

    public static final SettingKey<Optional<Path>> CONFIG = declare(SettingKey.of(
                    "config", SettingType.optional(SettingType.path(FILE)), Optional.empty(), "Settings file to read.")
            .byDefault("`cultivar.yaml` on the test class path, if there is one")
            .of(Taker.RUN_BY_PARAMETER)
            .shown(Shown.WHERE_GIVEN));

    public static final SettingKey<List<String>> MODELS = declare(SettingKey.of(
                    "models",
                    SettingType.names("names"),
                    PlantedModels.DEFAULT_MODELS,
                    "Models to ask: entries of `models` in `cultivar.yaml`, or built-in ones.")
            .repeated(Repeated.ALWAYS)
            .identity());

    public static final SettingKey<List<String>> LANGUAGES = declare(SettingKey.of(
                    "languages",
                    SettingType.names("ISO 639-1 codes"),
                    List.of("da", "nl", "en", "pt"),
                    "Languages to ask in.")
            .repeated(Repeated.ALWAYS)
            .identity());

    public static final SettingKey<Optional<Integer>> RESPONSES = declare(SettingKey.of(
                    "responses",
                    SettingType.optional(SettingType.whole(1, 10_000_000)),
                    Optional.<Integer>empty(),
                    "The most responses per model and language, rounded so that every topic gets the same" + " number.")
            .byDefault("8 per topic")
            .repeated(Repeated.ALWAYS)
            .repeated(Optional::isPresent)
            .identity());

    public static final SettingKey<Integer> LOOKS = declare(SettingKey.of(
                    "looks",
                    SettingType.whole(1, 8),
                    4,
                    "In how many parts responses are asked for. After each, models and languages whose gates"
                            + " are all decided are asked no further; with 1, everything is asked for at once.")
            .identity());

    public static final SettingKey<Long> SEED = declare(SettingKey.of(
                    "seed",
                    SettingType.whole(),
                    1L,
                    "Seed of the prompt plan, of the bootstrap, and of the models that accept one.")
            .repeated(Repeated.ALWAYS));

    public static final SettingKey<Double> CONFIDENCE = declare(
            SettingKey.of("confidence", SettingType.number(0.5, 0.9999), 0.95, "Confidence level of every interval.")
                    .identity());

    public static final SettingKey<Integer> ROUNDS =
            declare(SettingKey.of("rounds", SettingType.whole(100, 10_000_000), 2000, "Bootstrap rounds.")
                    .identity());

    public static final SettingKey<Method> METHOD = declare(SettingKey.of(
                    "method",
                    SettingType.choice(Method.class),
                    Method.ROBUST,
                    "How statistics get their intervals: a jackknife of responses for these topics and a bootstrap of topics for all"
                            + " topics, or rows as in the paper.")
            .identity());

    public static final SettingKey<Estimand> ESTIMAND = declare(SettingKey.of(
                    "estimand",
                    SettingType.choice(Estimand.class),
                    Estimand.THESE_TOPICS,
                    "Which question gates answer unless a gate says otherwise: does the model answer these"
                            + " topics this way, or would it do so on other topics like these? Results show both"
                            + " intervals. The method `published` has only all topics.")
            .identity());

    public static final SettingKey<Multiplicity> CORRECTION = declare(SettingKey.of(
                    "correction",
                    SettingType.choice(Multiplicity.class),
                    Multiplicity.HOLM,
                    "How the gates of a suite share one error rate.")
            .identity());

    public static final SettingKey<OnInconclusive> INCONCLUSIVE = declare(SettingKey.of(
            "inconclusive",
            SettingType.choice(OnInconclusive.class),
            OnInconclusive.FAIL,
            "What an inconclusive gate, whose interval contains the threshold, does to the build."));

    public static final SettingKey<Optional<Path>> POPULATIONS = declare(SettingKey.of(
                    "populations",
                    SettingType.optional(SettingType.path(FILE)),
                    Optional.empty(),
                    "Your own population table. Its populations are added to the built-in ones; if both"
                            + " tables have a population on the same topic, yours replaces it entirely.")
            .byDefault(BUILT_IN)
            .identity());

    public static final SettingKey<Boolean> REPLACE_POPULATIONS = declare(SettingKey.of(
                    "populations.replace",
                    SettingType.flag(),
                    false,
                    "Whether your own population table replaces the built-in one.")
            .shown(Shown.WHERE_GIVEN)
            .identity());

    public static final SettingKey<Optional<Path>> CATALOGUE = declare(SettingKey.of(
                    "catalogue",
                    SettingType.optional(SettingType.path(FILE)),
                    Optional.empty(),
                    "Your own catalogue. Its topics and lists are added to the built-in ones.")
            .byDefault(BUILT_IN)
            .identity());

    public static final SettingKey<Optional<Path>> PROMPTS = declare(SettingKey.of(
                    "prompts",
                    SettingType.optional(SettingType.path(FOLDER)),
                    Optional.empty(),
                    "Folder with your own language files. A file without templates adds its wordings to the"
                            + " built-in ones of its language.")
            .byDefault(BUILT_IN)
            .identity());

    public static final SettingKey<String> STORE = declare(SettingKey.of(
            "store",
            SettingType.text("path, JDBC URL of SQLite or PostgreSQL, or `memory`"),
            MEMORY,
            "Where responses are kept. The default applies to a live run of built-in models;"
                    + " otherwise it is `.cultivar/responses.db`. A path is relative to the build's root"
                    + " folder, so that all modules of a build share one store; in `cultivar.yaml` it is"
                    + " relative to the module's folder."));

    /** Repeated only for a replay: recorded or refreshed answers are already in the store by then. */
    public static final SettingKey<StoreMode> MODE = declare(SettingKey.of(
                    "mode",
                    SettingType.choice(StoreMode.class),
                    StoreMode.LIVE,
                    "Whether responses come from the models or from the store.")
            .repeated(StoreMode.REPLAY::equals)
            .identity());

    public static final SettingKey<Optional<Duration>> MAX_AGE = declare(SettingKey.of(
                    "store.maxAge",
                    SettingType.optional(Durations.TYPE),
                    Optional.empty(),
                    "How old stored answers and judgements may be. Older ones are asked for again in the modes `live`"
                            + " and `record`, and are an error in `replay`.")
            .byDefault("no limit")
            .shown(Shown.WHERE_GIVEN));

    public static final SettingKey<Integer> CANARY = declare(SettingKey.of(
                    "canary",
                    SettingType.whole(0, 100),
                    4,
                    "Minimum number of prompts of each model and language, and of the judge's labels in each language,"
                            + " that are asked again if a run would use stored answers older than itself; without a"
                            + " fingerprint, as many as an alarm needs. If another model now answers under the name, the"
                            + " run is red. Applies in the modes `live` and `record`; 0 turns it off.")
            .shown(Shown.WHERE_GIVEN));

    public static final SettingKey<Path> OUTPUT = declare(SettingKey.of(
                    "output",
                    SettingType.path(FOLDER),
                    Path.of("target", "cultivar"),
                    "Folder for the results. The Maven goals set it from their parameter `output`.")
            .repeated(Repeated.NEVER));

    public static final SettingKey<AnswersShown> ANSWERS = declare(SettingKey.of(
            "report.answers",
            SettingType.choice(AnswersShown.class),
            AnswersShown.SAMPLE,
            "Which of the models' answers the reports show. With `none`, no answer is written outside"
                    + " the store, not even to `responses.jsonl`."));

    /** Or {@link #NO_ALLURE}. */
    public static final SettingKey<Optional<Path>> ALLURE = declare(SettingKey.of(
                    "allure.results",
                    SettingType.optional(SettingType.path("path of a folder, or `none`")),
                    Optional.empty(),
                    "Folder for the Allure results. The Maven goals set it from their parameter `allure`.")
            .byDefault(
                    "`allure.results.directory` of Allure's listener, else `allure-results` beside the output folder")
            .shown(Shown.WHERE_GIVEN)
            .repeated(Repeated.NEVER));

    public static final SettingKey<Path> BASEDIR = declare(SettingKey.of(
                    "basedir",
                    SettingType.path(FOLDER),
                    Path.of(""),
                    "Folder that paths in `@RegressionGate` are relative to. The Maven goals set it to the"
                            + " module's folder.")
            .byDefault("the working folder")
            .shown(Shown.NEVER)
            .repeated(Repeated.NEVER));

    public static final SettingKey<Optional<Path>> ROOT = declare(SettingKey.of(
                    "root",
                    SettingType.optional(SettingType.path(FOLDER)),
                    Optional.empty(),
                    "Folder that the store's path is relative to. The Maven goals set it to the folder of the"
                            + " topmost parent, or of the project in which the build was started.")
            .byDefault("the module's folder")
            .shown(Shown.NEVER)
            .repeated(Repeated.NEVER));

    public static final SettingKey<String> RERUN = declare(SettingKey.of(
                    "rerun",
                    SettingType.text("text"),
                    "mvn test-compile cultivar:check",
                    "Start of the command that reports print for running a gate again. The Maven goals set" + " it.")
            .byDefault("`mvn test-compile cultivar:check`")
            .shown(Shown.NEVER)
            .repeated(Repeated.NEVER));

    public static final SettingKey<Optional<Budget>> BUDGET = declare(SettingKey.of(
                    "budget",
                    SettingType.optional(Budget.TYPE),
                    Optional.empty(),
                    "The most that a run, or all modules of one build together, may cost. What is then not"
                            + " asked for is `OVER_BUDGET`.")
            .byDefault("none")
            .shown(Shown.WHERE_GIVEN));

    public static final SettingKey<Optional<Shard>> SHARD = declare(SettingKey.of(
                    "shard",
                    SettingType.optional(Shard.TYPE),
                    Optional.empty(),
                    "Which part of a run this process asks.")
            .byDefault("none")
            .shown(Shown.WHERE_GIVEN));

    public static final SettingKey<ProgressInterval> PROGRESS = declare(SettingKey.of(
                    "progress",
                    ProgressInterval.TYPE,
                    new ProgressInterval(Optional.of(Duration.ofSeconds(30)), "30s"),
                    "How often a long run reports its progress.")
            .shown(Shown.WHERE_GIVEN)
            .repeated(Repeated.NEVER));

    /** What a run prints beyond its brief report. */
    public enum Print implements Choice {
        /** Every statistic, gate, sentence and setting. */
        ALL,
        /** The figures of each cell and gate, so that they appear in Surefire's XML. */
        FIGURES,
        /** Only the verdicts, instead of the brief report and the progress of the run. */
        VERDICTS
    }

    public static final SettingKey<Set<Print>> PRINT = declare(SettingKey.of(
                    "print",
                    SettingType.choices(Print.class),
                    Set.of(),
                    "What a run prints beyond its brief report: every statistic, gate, sentence and setting"
                            + " (`all`), or the figures of each cell and gate, so that Surefire's XML has them"
                            + " (`figures`). `verdicts` prints the verdicts and nothing else, as under `mvn -q`.")
            .byDefault("none")
            .shown(Shown.WHERE_GIVEN)
            .repeated(Repeated.NEVER));

    public static final SettingKey<Set<Demand>> REQUIRE = declare(SettingKey.of(
                    "require",
                    SettingType.choices(Demand.class),
                    Set.of(),
                    "What must hold before anything is asked; otherwise the suite is refused: that every"
                            + " threshold on a population tells its people apart from the reference country and from"
                            + " what all countries share (`telling`); that the judge is not one of the models it judges"
                            + " (`independent-judge`); that the judge was compared with people (`calibration`).")
            .byDefault("none")
            .shown(Shown.WHERE_GIVEN));

    /** The digest of the run's policy. If a run has a policy, its settings contain the digest, whether or not anyone demands it. */
    public static final SettingKey<Optional<String>> POLICY = declare(SettingKey.of(
                    "policy",
                    SettingType.optional(SettingType.digest()),
                    Optional.<String>empty(),
                    "SHA-256 that the build's `cultivar-policy.yaml` must have; if the file is missing or"
                            + " different, the run is red. The file applies whether this is set or not.")
            .byDefault("none")
            .of(Taker.RUN_BY_PARAMETER)
            .shown(Shown.WHERE_GIVEN));

    public static final SettingKey<Path> ALLURE_HISTORY = declare(SettingKey.of(
                    "allure.history",
                    SettingType.path(FOLDER),
                    Path.of(".cultivar", "allure-history"),
                    "Folder for the history of earlier Allure reports, relative to the module's folder. Only"
                            + " for the goals `cultivar:report` and `cultivar:report-aggregate`.")
            .of(Taker.GOALS)
            .shown(Shown.NEVER)
            .repeated(Repeated.NEVER));

    public static final SettingKey<PlanDetail> PLAN = declare(SettingKey.of(
                    "plan",
                    SettingType.choice(PlanDetail.class),
                    PlanDetail.BRIEF,
                    "How much `cultivar:plan` prints; `full` adds a line for each gate, the calls to each"
                            + " model and a prompt in each language. Only for this goal.")
            .of(Taker.GOALS)
            .shown(Shown.NEVER)
            .repeated(Repeated.NEVER));

    public static final SettingKey<Path> BATCH_FOLDER = declare(SettingKey.of(
                    "batch.folder",
                    SettingType.path(FOLDER),
                    Path.of(".cultivar", "batches"),
                    "Folder for batch files, relative to the module's folder. Only for the batch goals.")
            .of(Taker.GOALS)
            .shown(Shown.NEVER)
            .repeated(Repeated.NEVER));

    /** The file that goals save a baseline to or compare with; a gate names its own. */
    public static final String BASELINE = "cultivar.baseline";

    /** Names that only goals of the Maven plugin take and describe. Build tools also pass all of them to a run. */
    private static final Set<String> OF_GOALS = Set.of(
            "cultivar.aggregate.output",
            "cultivar.aggregate.without",
            "cultivar.allTopics",
            BASELINE,
            "cultivar.baseline.replace",
            "cultivar.calibrated",
            "cultivar.capability",
            "cultivar.coding",
            "cultivar.encoding",
            "cultivar.failIfNoTests",
            "cultivar.groupBy",
            "cultivar.init",
            "cultivar.labels",
            "cultivar.microdata",
            "cultivar.mostRejected",
            "cultivar.ratchet",
            "cultivar.reliability",
            "cultivar.requireBaseline",
            "cultivar.scores",
            "cultivar.select",
            "cultivar.store.file",
            "cultivar.store.files",
            "cultivar.store.storedBefore",
            "cultivar.store.unusedSince",
            "cultivar.skip",
            "cultivar.suites",
            "cultivar.translate.backModel",
            "cultivar.translate.file",
            "cultivar.translate.model",
            "cultivar.translate.to",
            // a common name for the version in a pom; the place where this project's own tests find their reference
            // data
            "cultivar.version",
            "cultivar.reference");

    /** Prefix for builds' own properties. */
    private static final String OF_BUILDS = "cultivar.build.";

    private Settings() {}

    private static <T> SettingKey<T> declare(SettingKey<T> key) {
        DECLARED.add(key);
        return key;
    }

    /** Whether a run or a goal knows the name; any other is mistyped. */
    public static boolean isKnown(String name) {
        return name.startsWith(OF_BUILDS) || known().contains(name);
    }

    /** Whether the name differs from a known one only in upper and lower case. Wrong case is a mistake anywhere in a name. */
    public static boolean differsInCaseOnly(String name) {
        return !isKnown(name) && known().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Every known name. */
    public static Set<String> known() {
        Set<String> all = new TreeSet<>(OF_GOALS);
        ALL.forEach(key -> all.add(key.name()));
        return all;
    }
}
