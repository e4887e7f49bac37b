package dev.cultivar.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.Log;

/** A goal that may log text from outside. */
public abstract class AbstractPlainMojo extends AbstractMojo {

    @Override
    public Log getLog() {
        return PlainLog.of(super.getLog());
    }
}
