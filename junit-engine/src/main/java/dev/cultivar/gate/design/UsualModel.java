package dev.cultivar.gate.design;

/**
 * What models usually score, for those that were never asked: about the median over the models and languages of the paper (Rystrøm, Kirk
 * and Hale 2025), each against the mean of its local countries. Self-consistency and alignment are those of its nine models, bias and
 * distinct alignment those of the six open ones.
 */
public final class UsualModel {

    /** Self-consistency, which by model over its languages ranges from 0.37 to 0.68. */
    public static final double CONSISTENCY = 0.55;

    /** Alignment with the local population. */
    public static final double ALIGNMENT = 0.6;

    /** Distinct alignment with the local population. */
    public static final double DISTINCT = 0.1;

    /** Bias towards the United States. */
    public static final double BIAS = 0.05;

    private UsualModel() {}
}
