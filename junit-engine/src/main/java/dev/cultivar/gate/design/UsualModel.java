package dev.cultivar.gate.design;

/**
 * What models usually score, used for models that were never asked: about the median over the models and languages of the paper (Rystrøm,
 * Kirk and Hale 2025), each compared with the mean of its local countries. Self-consistency and alignment come from the paper's nine
 * models, bias and distinct alignment from the six open ones.
 */
public final class UsualModel {

    /** Self-consistency; averaged over languages, it ranges from 0.37 to 0.68 by model. */
    public static final double CONSISTENCY = 0.55;

    /** Alignment with the local population. */
    public static final double ALIGNMENT = 0.6;

    /** Distinct alignment with the local population. */
    public static final double DISTINCT = 0.1;

    /** Bias towards the United States. */
    public static final double BIAS = 0.05;

    private UsualModel() {}
}
