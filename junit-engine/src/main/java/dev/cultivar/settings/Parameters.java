package dev.cultivar.settings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keys of configuration parameters and system properties; under {@code run} in {@code cultivar.yaml} without the prefix. */
public final class Parameters {

    public static final String PREFIX = "cultivar.";

    /** Path of the settings file; default: {@code cultivar.yaml} on the class path, where there is one. */
    public static final String CONFIG = "cultivar.config";

    public static final String MODELS = "cultivar.models";
    public static final String LANGUAGES = "cultivar.languages";
    public static final String RESPONSES = "cultivar.responses";
    public static final String SEED = "cultivar.seed";
    public static final String CONFIDENCE = "cultivar.confidence";
    public static final String ROUNDS = "cultivar.rounds";
    public static final String METHOD = "cultivar.method";
    public static final String CORRECTION = "cultivar.correction";
    public static final String INCONCLUSIVE = "cultivar.inconclusive";
    public static final String POPULATIONS = "cultivar.populations";
    public static final String CATALOGUE = "cultivar.catalogue";
    public static final String PROMPTS = "cultivar.prompts";
    public static final String STORE = "cultivar.store";
    public static final String MODE = "cultivar.mode";
    public static final String OUTPUT = "cultivar.output";
    public static final String ANSWERS = "cultivar.report.answers";
    /** Folder of Allure results, or {@code none}; default: {@code allure-results} beside the output folder. */
    public static final String ALLURE = "cultivar.allure.results";

    /** Folder of the history that Allure reports carry on; default: {@code .cultivar/allure-history}. Of the goal {@code report} alone. */
    public static final String ALLURE_HISTORY = "cultivar.allure.history";

    /** The module's folder, against which a gate's paths are resolved; default: the working folder. */
    public static final String BASEDIR = "cultivar.basedir";

    /** The folder of the whole build, where its store is; default: that of {@link #BASEDIR}. */
    public static final String ROOT = "cultivar.root";

    /** Start of the command that reports give to run a suite or gate again. */
    public static final String RERUN = "cultivar.rerun";

    /** Folder of batch files; default: {@code .cultivar/batches} in the module. Of the batch goals alone. */
    public static final String BATCH_FOLDER = "cultivar.batch.folder";

    public static final String BUDGET = "cultivar.budget";
    /** How often a long run says how far it is: {@code 30s}, or {@code off}. */
    public static final String PROGRESS = "cultivar.progress";

    public static final String SHARD = "cultivar.shard";
    /** Whether each cell and gate prints its figures, so that Surefire's XML has them: {@code true} or {@code false}. */
    public static final String PRINT_FIGURES = "cultivar.printFigures";

    public static final String REQUIRE_CALIBRATION = "cultivar.requireCalibration";

    /** Every key that {@code run} in {@code cultivar.yaml} takes. */
    static final List<String> RUN_KEYS = List.of(
            MODELS,
            LANGUAGES,
            RESPONSES,
            SEED,
            CONFIDENCE,
            ROUNDS,
            METHOD,
            CORRECTION,
            INCONCLUSIVE,
            POPULATIONS,
            CATALOGUE,
            PROMPTS,
            STORE,
            MODE,
            OUTPUT,
            ANSWERS,
            ALLURE,
            RERUN,
            BASEDIR,
            ROOT,
            BUDGET,
            SHARD,
            PROGRESS,
            PRINT_FIGURES,
            REQUIRE_CALIBRATION);

    /** What the goals of the Maven plugin take beside them; build tools hand all of these to a run. */
    private static final Set<String> OF_GOALS = Set.of(
            ALLURE_HISTORY,
            "cultivar.aggregate.output",
            "cultivar.aggregate.without",
            "cultivar.baseline",
            "cultivar.baseline.replace",
            BATCH_FOLDER,
            "cultivar.calibrated",
            "cultivar.capability",
            "cultivar.coding",
            "cultivar.failIfNoTests",
            "cultivar.groupBy",
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
            // a common name for the version in a pom; where this project's own tests find their reference data
            "cultivar.version",
            "cultivar.reference");

    /** Where builds may keep properties of their own. */
    private static final String OF_BUILDS = "cultivar.build.";

    /** Those of them that have no component of their own in {@link RunSettings}. */
    static final List<String> OTHERS =
            List.of(CONFIG, ALLURE, RERUN, BASEDIR, ROOT, BUDGET, SHARD, PROGRESS, PRINT_FIGURES, REQUIRE_CALIBRATION);

    private Parameters() {}

    /** Whether the name means something, to a run or to a goal; others are mistyped. */
    public static boolean isKnown(String name) {
        return name.startsWith(OF_BUILDS) || known().contains(name);
    }

    /** Every name that means something. */
    public static Set<String> known() {
        Set<String> all = new TreeSet<>(OF_GOALS);
        all.addAll(RUN_KEYS);
        all.add(CONFIG);
        return all;
    }
}
