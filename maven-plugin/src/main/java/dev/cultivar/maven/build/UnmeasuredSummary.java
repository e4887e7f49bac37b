package dev.cultivar.maven.build;

import dev.cultivar.io.AtomicFile;
import dev.cultivar.report.markdown.SummaryMarkdown;
import dev.cultivar.text.Markdown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** The summary of a build in which no gate was decided. It replaces an earlier run's summary, which would look like this one's. */
public final class UnmeasuredSummary {

    private UnmeasuredSummary() {}

    /**
     * Says that a run could not start.
     *
     * @param message of the failure; may have several lines
     */
    public static void couldNotStart(Path output, String message) throws MojoExecutionException {
        summarise(
                output,
                "the run could not start. "
                        + message.lines()
                                .map(String::strip)
                                .map(line -> line.startsWith("- ")
                                        ? "- " + Markdown.text(line.substring(2))
                                        : Markdown.text(line))
                                .collect(Collectors.joining("\n")));
    }

    /** Writes the summary with the given reason. */
    static void summarise(Path output, String why) throws MojoExecutionException {
        Path file = output.resolve(SummaryMarkdown.NAME);
        try {
            AtomicFile.write(file, "## Cultivar: not measured\n\nNot measured: " + why + "\n");
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
