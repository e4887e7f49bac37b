package dev.cultivar.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Suites cannot be run as they are written, or are looser than the policy: what is wrong, each by itself. */
public final class MistakesException extends MojoExecutionException {

    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    /** @param mistakes at least one */
    public MistakesException(List<String> mistakes) {
        super("The suites cannot be run as they are written; nothing was asked:\n  - "
                + String.join("\n  - ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** One text each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
