package dev.cultivar.settings;

/** A requirement that a run may have to meet before anything is asked. */
public enum Demand implements Choice {
    /** Every threshold on a population tells its people from the reference country's and from what all countries have in common. */
    TELLING,
    /** The judge is not one of the models that it judges. */
    INDEPENDENT_JUDGE,
    /** The judge was compared with people. */
    CALIBRATION
}
