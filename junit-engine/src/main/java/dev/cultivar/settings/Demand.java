package dev.cultivar.settings;

/** What a run may have to satisfy before anything is asked. */
public enum Demand implements Choice {
    /** Every threshold on a population tells its people from the reference country and from what all countries share. */
    TELLING,
    /** The judge is none of the models that it judges. */
    INDEPENDENT_JUDGE,
    /** The judge was compared with people. */
    CALIBRATION
}
