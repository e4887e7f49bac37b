package dev.cultivar.report;

import dev.cultivar.report.markdown.SummaryMarkdown;
import dev.cultivar.report.words.JsonWithSentences;
import dev.cultivar.report.words.NoteWords;
import dev.cultivar.results.ResultFormat;
import dev.cultivar.results.ResultsCsv;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.SuiteParts;
import java.nio.file.Path;
import java.util.List;

/** The files made from the combined results of a module's suites, or of several modules. */
final class JoinedFiles {

    /** {@code results.json} comes last: if it exists, so do the others. */
    private static final List<ResultFormat> FORMATS = List.of(
            new ResultFormat(
                    ResultsCsv.NAME,
                    results -> ResultsCsv.of(results.results(), results.run().suites(), NoteWords::inFull)),
            new ResultFormat(SummaryMarkdown.NAME, results -> ResultsJson.bytes(SummaryMarkdown.of(results))),
            new ResultFormat(ResultsFile.NAME, JsonWithSentences::of));

    private JoinedFiles() {}

    static SuiteParts of(Path output) {
        return new SuiteParts(output, FORMATS);
    }
}
