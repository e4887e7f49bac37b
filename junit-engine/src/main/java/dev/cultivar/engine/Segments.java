package dev.cultivar.engine;

/** Types of the segments of unique ids below {@code [engine:cultivar]}, which tell readers of a test plan what a node is. */
public final class Segments {

    /** A suite, by its class name. */
    public static final String SUITE = "suite";

    /** A class that contains suites and is not one itself, by its name. */
    public static final String GROUP = "group";

    /** A topic of a suite, by its key. */
    public static final String TOPIC = "topic";

    /** A model asked about a topic, by its name. */
    public static final String MODEL = "model";

    /** A cell: a model asked about a topic in a language, by the language's code. A leaf. */
    public static final String LANGUAGE = "language";

    /** The gates of a suite. */
    public static final String GATES = "gates";

    /** A gate, by what it measures. A leaf. */
    public static final String GATE = "gate";

    /** The placeholder among the gates of a suite that declares none. A leaf. */
    public static final String NO_GATE = "no-gate";

    /** A mistake in a suite that cannot be run, by its number. A leaf. */
    public static final String MISTAKE = "mistake";

    private Segments() {}
}
