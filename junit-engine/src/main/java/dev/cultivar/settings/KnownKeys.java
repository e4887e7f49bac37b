package dev.cultivar.settings;

import java.util.List;

/** Every configuration key of the engine with its default: what the reference in {@code docs/reference} is made of. */
public final class KnownKeys {

    private static final String FILE = "path";
    private static final String BUILT_IN = "built in";

    /** In the order of the reference. */
    public static final List<KnownKey> ALL = List.of(
            new KnownKey(
                    Parameters.CONFIG,
                    FILE,
                    "`cultivar.yaml` on the test class path, if there is one",
                    "The settings file to use instead."),
            new KnownKey(
                    Parameters.MODELS,
                    "names, separated by commas",
                    "planted/perfect-local,planted/uniform",
                    "Models to ask: entries of `models` in `cultivar.yaml`, or built-in ones."),
            new KnownKey(
                    Parameters.LANGUAGES,
                    "ISO 639-1 codes, separated by commas",
                    "da,nl,en,pt",
                    "Languages to ask in."),
            new KnownKey(
                    Parameters.RESPONSES,
                    "whole number from 1 to 10000000",
                    "300",
                    "Responses per model and language, shared evenly by the topics."),
            new KnownKey(
                    Parameters.SEED,
                    "whole number",
                    "1",
                    "Seed of the prompt plan, of the models that take one, and of the bootstrap."),
            new KnownKey(Parameters.CONFIDENCE, "number from 0.5 to 0.9999", "0.95", "Level of every interval."),
            new KnownKey(Parameters.ROUNDS, "whole number from 100 to 10000000", "2000", "Bootstrap rounds."),
            new KnownKey(
                    Parameters.METHOD,
                    "`robust` or `published`",
                    "robust",
                    "How statistics get their intervals: topics as clusters, or rows as in the paper."),
            new KnownKey(
                    Parameters.CORRECTION,
                    "`holm`, `bh` or `none`",
                    "holm",
                    "Control of the error rate that all gates of a suite share."),
            new KnownKey(
                    Parameters.INCONCLUSIVE,
                    "`fail` or `pass`",
                    "fail",
                    "What a gate whose interval contains the threshold does to the build."),
            new KnownKey(Parameters.POPULATIONS, FILE, BUILT_IN, "A population table of one's own."),
            new KnownKey(Parameters.CATALOGUE, FILE, BUILT_IN, "A catalogue of topics of one's own."),
            new KnownKey(
                    Parameters.PROMPTS,
                    "path of a folder",
                    BUILT_IN,
                    "Language files of one's own: templates, wordings."),
            new KnownKey(
                    Parameters.STORE,
                    "path, JDBC URL of SQLite or PostgreSQL, or `memory`",
                    "memory",
                    "Where responses are kept. The default holds for a live run of built-in models; otherwise it is"
                            + " `.cultivar/responses.db`. A path begins at the build's root folder, so that all modules of a build share one"
                            + " store; in `cultivar.yaml` it begins at the module's folder."),
            new KnownKey(
                    Parameters.MODE,
                    "`live`, `record`, `replay` or `refresh`",
                    "live",
                    "Whether responses come from the models or from the store."),
            new KnownKey(
                    Parameters.OUTPUT,
                    "path of a folder",
                    "target/cultivar",
                    "Folder of the results. The Maven goals set it from their parameter `output`."),
            new KnownKey(
                    Parameters.ANSWERS,
                    "`none`, `sample` or `all`",
                    "sample",
                    "Which of the models' answers the reports show. With `none` no answer is written outside the store, to"
                            + " `responses.jsonl` neither."),
            new KnownKey(
                    Parameters.ALLURE,
                    "path of a folder, or `none`",
                    "`allure.results.directory` of Allure's listener, else `allure-results` beside the output folder",
                    "Folder of the Allure results. The Maven goals set it from their parameter `allure`."),
            new KnownKey(
                    Parameters.BASEDIR,
                    "path of a folder",
                    "the working folder",
                    "Where the paths of `@RegressionGate` begin. The Maven goals set it to the module's folder."),
            new KnownKey(
                    Parameters.ROOT,
                    "path of a folder",
                    "the module's folder",
                    "Where the path of the store begins. The Maven goals set it to the folder of the topmost parent or of the"
                            + " project that the build was started for."),
            new KnownKey(
                    Parameters.RERUN,
                    "text",
                    "`mvn test-compile cultivar:check`",
                    "Start of the command that reports give to run a gate again. The Maven goals set it."),
            new KnownKey(
                    Parameters.BUDGET,
                    "an amount and what of: `25 USD`, `2M tokens` or `5000 calls`",
                    "none",
                    "Most that a run, or all modules of one build together, may cost; what is not asked is `OVER_BUDGET`."),
            new KnownKey(
                    Parameters.SHARD,
                    "part and number of parts: `2/5`",
                    "none",
                    "Part of a run that this process asks."),
            new KnownKey(
                    Parameters.PRINT_FIGURES,
                    "`true` or `false`",
                    "false",
                    "Whether each cell and gate prints its figures, so that Surefire's XML has them."),
            new KnownKey(
                    Parameters.REQUIRE_CALIBRATION,
                    "`true` or `false`",
                    "false",
                    "Whether a run without a calibrated judge is a mistake."));

    private KnownKeys() {}
}
