package dev.cultivar.maven;

import org.apache.maven.plugin.logging.Log;

/** The output that a goal was asked for. It is printed even when Maven is quiet, and then without a prefix. */
public final class GoalOutput {

    private GoalOutput() {}

    /** Prints a line. */
    public static void say(Log log, String line) {
        if (log.isInfoEnabled()) {
            log.info(line);
        } else {
            System.out.println(line);
        }
    }
}
