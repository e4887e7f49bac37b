package dev.cultivar.results;

import dev.cultivar.io.SealedJson;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.FileName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The suites of one module, each in its own file, and the files that combine them. Whichever process wrote it, a suite's part stays until
 * the suite runs again or the folder is cleared, so forks do not lose each other's results.
 */
public final class SuiteParts {

    private static final String RESULTS = ".results.json";
    private static final String RESPONSES = ".responses.jsonl";
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path output;
    private final Path parts;
    private final List<ResultFormat> formats;

    /**
     * Parts in a folder.
     *
     * @param output folder of the results
     * @param formats formats of the files that combine all parts, in the order in which they are written
     */
    public SuiteParts(Path output, List<ResultFormat> formats) {
        this.output = output;
        this.formats = List.copyOf(formats);
        this.parts = output.resolve("parts");
    }

    /** Replaces the suite's part and combines all parts again. */
    public ResultsFile put(SuiteReport report) {
        String name = FileName.of(report.suite());
        return locked(() -> {
            ReportFile.writePrivately(
                    parts.resolve(name + RESPONSES),
                    out -> ResponsesJsonl.write(
                            out,
                            report.suite(),
                            report.run().byCell().values(),
                            ShownAnswers.withheld(report.run().plan().settings())));
            ReportFile.write(
                    parts.resolve(name + RESULTS), SealedJson.seal(ResultsJson.pretty(ResultsFile.of(report))));
            ResultsFile joined = join();
            write(joined);
            return joined;
        });
    }

    /** All parts combined, as they are now. */
    public ResultsFile joined() {
        return locked(this::join);
    }

    private void write(ResultsFile joined) {
        ReportFile.writePrivately(output.resolve(ResponsesJsonl.NAME), this::joinResponses);
        formats.forEach(format ->
                ReportFile.write(output.resolve(format.file()), format.content().apply(joined)));
    }

    /** Writes the results of several modules, including the responses of each. */
    public void join(List<ModuleResults> modules, ResultsFile joined) {
        locked(() -> {
            for (ModuleResults module : modules) {
                Path from = module.output().resolve(ResponsesJsonl.NAME);
                ReportFile.writePrivately(
                        parts.resolve(FileName.of(module.name()) + RESPONSES),
                        out -> ResponsesJsonl.copy(from, module, out));
            }
            write(joined);
            return true;
        });
    }

    /** Removes all parts and the files combined from them. */
    public void clear() {
        locked(() -> {
            files("").forEach(SuiteParts::delete);
            // The file written last is deleted first, so that results.json never exists without the other files.
            for (int i = formats.size() - 1; i >= 0; i--) {
                delete(output.resolve(formats.get(i).file()));
            }
            delete(output.resolve(ResponsesJsonl.NAME));
            return true;
        });
    }

    /** Names of the suites that have a part. */
    public List<String> suites() {
        if (!Files.isDirectory(parts)) {
            return List.of();
        }
        return locked(() -> files(RESULTS).stream()
                .flatMap(part -> ResultsFile.readPart(part).run().suites().stream())
                .map(SuiteInfo::suite)
                .toList());
    }

    /** Removes a suite's part; the combined files stay unchanged until the next part is put. */
    public void remove(String suite) {
        locked(() -> {
            Stream.of(RESULTS, RESPONSES)
                    .map(suffix -> parts.resolve(FileName.of(suite) + suffix))
                    .forEach(SuiteParts::delete);
            return true;
        });
    }

    private ResultsFile join() {
        List<ResultsFile> read = new ArrayList<>();
        for (Path part : files(RESULTS)) {
            read.add(ResultsFile.readPart(part));
        }
        return read.stream().reduce(ResultsFile::and).orElseThrow();
    }

    private void joinResponses(OutputStream out) throws IOException {
        for (Path part : files(RESPONSES)) {
            Files.copy(part, out);
        }
    }

    private List<Path> files(String suffix) {
        try (Stream<Path> found = Files.list(parts)) {
            return found.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ResultsException("Results in " + parts + " cannot be listed (" + e.getMessage() + ").", e);
        }
    }

    private <T> T locked(Supplier<T> action) {
        synchronized (IN_THIS_PROCESS) {
            try {
                Files.createDirectories(parts);
                try (FileChannel channel = FileChannel.open(
                                parts.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!lock.isValid()) {
                        throw new IOException("lock lost");
                    }
                    return action.get();
                }
            } catch (IOException e) {
                throw new ResultsException(
                        "Results cannot be written to " + output + " (" + e.getMessage()
                                + "). Check the folder or set cultivar.output.",
                        e);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ResultsException(
                    "Old results " + file + " cannot be deleted (" + e.getMessage() + "). Delete them by hand.", e);
        }
    }
}
