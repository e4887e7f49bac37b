package dev.cultivar.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** The suites contain mistakes that keep them from running, or are looser than the policy. Lists each problem separately. */
public final class MistakesException extends MojoExecutionException {

    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    /** @param mistakes at least one */
    public MistakesException(List<String> mistakes) {
        super("The suites cannot be run as they are written; nothing was asked:\n  - "
                + String.join("\n  - ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The mistakes, one text each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
