package dev.cultivar.survey;

/**
 * One question of the survey.
 *
 * @param key the survey's own name for it, for example {@code F120}
 * @param label a few words for tables and reports
 * @param kind what it asks for
 * @param category the group that reports sort it under
 * @param pro a statement on the side that the survey counts as in favour, shown to the judge
 * @param con its opposite, on the other side of where the survey divides the answers, shown to the judge
 * @param cut tells the judge what a mild, conditional or middle view counts as; empty where {@code pro} and {@code con} make that clear
 * @param coding how the survey's answers are read
 */
public record Topic(
        String key, String label, TopicKind kind, String category, String pro, String con, String cut, Coding coding) {}
