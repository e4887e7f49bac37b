package dev.cultivar.maven.bridge;

/** Keys of the arguments and results of the bridge between class loaders. */
public final class BridgeKeys {

    /** Argument: {@code run}, {@code plan}, {@code doctor}, {@code translate}, or a goal whose name begins with {@code batch-}. */
    public static final String GOAL = "goal";

    /** Argument: folders of compiled tests, as a list of text. */
    public static final String ROOTS = "roots";

    /** Argument: class names of suites to run, as a list of text; empty for all. */
    public static final String SUITES = "suites";

    /** Argument: configuration parameters, as a map of text. */
    public static final String PARAMETERS = "parameters";

    /** Argument: unique ids to run, as a list of text; if there are any, nothing else runs. */
    public static final String SELECT = "select";

    /** Argument: a concurrent map through which all runs of a build share the endpoints' limits. */
    public static final String LIMITS = "limits";

    /** Result: version of the engine. */
    public static final String VERSION = "version";

    /** Result: mistakes in the suites, as a list of text; if there are any, nothing was asked. */
    public static final String MISTAKES = "mistakes";

    /** Result: number of leaves found. */
    public static final String FOUND = "found";

    /**
     * Result: failures that say nothing about a model, such as a key, an endpoint or the engine; one text each, without
     * {@link #UNANSWERED}.
     */
    public static final String ERRORS = "errors";

    /** Result: such failures of models that no endpoint answers for; a list of texts per model. */
    public static final String UNANSWERED = "unanswered";

    /** Result: how many cells and gates these failures stopped. */
    public static final String IN_ERROR = "inError";

    /** Result: leaves whose assertion failed, as a list that {@link FailedLeaf#from} reads. */
    public static final String FAILURES = "failures";

    /** Result: leaves that were skipped or aborted, one text each. */
    public static final String SKIPPED = "skipped";

    /** Result: how many of the leaves found are gates. */
    public static final String GATES = "gates";

    /** Result of {@code plan} and the batch goals: what would be asked, or what was done, as text. */
    public static final String TEXT = "text";

    /** Result of {@code translate}: lines for the user, as a list of text. */
    public static final String LINES = "lines";

    /** Result of {@code doctor}: one map per model or judge, with {@link #LINE} and {@link #USABLE}. */
    public static final String CHECKS = "checks";

    /** A line for the user. */
    public static final String LINE = "line";

    /** Whether a run could use the model or judge; true or false. */
    public static final String USABLE = "usable";

    private BridgeKeys() {}
}
