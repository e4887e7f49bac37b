package dev.cultivar.maven;

import org.apache.maven.plugin.logging.Log;

/** What a goal was asked for: it is said even where Maven is to be quiet, and then as it is. */
public final class GoalOutput {

    private GoalOutput() {}

    /** Says a line. */
    public static void say(Log log, String line) {
        if (log.isInfoEnabled()) {
            log.info(line);
        } else {
            System.out.println(line);
        }
    }
}
