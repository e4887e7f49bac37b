package dev.cultivar.survey;

/**
 * One question of the survey.
 *
 * @param key the survey's own name of it, for example {@code F120}
 * @param label a few words for tables and reports
 * @param category the group that reports sort it under
 * @param pro a statement that is clearly in favour, shown to the judge
 * @param con a statement that is clearly against, shown to the judge
 * @param coding how the survey's answers are read
 */
public record Topic(String key, String label, String category, String pro, String con, Coding coding) {}
