package dev.cultivar.report.page;

import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.html.Page;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.results.ModuleResults;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.SuiteParts;
import dev.cultivar.results.SuiteReport;
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
 * {@code report.html} and the figures in {@code plots}. The cells of each suite are a separate part, as with {@link SuiteParts}, so that
 * suites from several processes share one page.
 */
public final class PageFiles {

    public static final String NAME = "report.html";
    static final String PLOTS = "plots";
    private static final String CELLS = ".cells.html";
    private static final String FIGURES = ".figures.json";
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path output;
    private final Path parts;

    public PageFiles(Path output) {
        this.output = output;
        this.parts = output.resolve("parts");
    }

    /**
     * Writes the suite's part, its figures, and the page of all suites.
     *
     * @param figures the suite's figures
     * @param joined gives the content of {@code results.json}; called while no other process writes the page, as another may have added a
     *     suite meanwhile
     */
    public void write(SuiteReport report, SuiteFigures figures, Supplier<ResultsFile> joined) {
        String name = FileName.of(report.suite());
        locked(() -> {
            PageCells cells = new PageCells(report.run());
            ReportFile.write(parts.resolve(name + CELLS), cells::write);
            ReportFile.write(parts.resolve(name + FIGURES), ResultsJson.bytes(ResultsJson.line(figures)));
            delete(output.resolve(PLOTS), name + ".");
            plots(figures);
            page(joined.get());
        });
    }

    /** Writes the page of several modules from the parts that their runs left. */
    public void join(List<ModuleResults> modules, ResultsFile joined) {
        locked(() -> {
            for (ModuleResults module : modules) {
                Path from = module.output().resolve("parts");
                String start = FileName.of(module.name()) + "$"; // no module's name contains a dollar sign
                for (Path file : files(from, CELLS)) {
                    ReportFile.write(parts.resolve(start + file.getFileName()), out -> Files.copy(file, out));
                }
                for (Path file : files(from, FIGURES)) {
                    SuiteFigures figures = ResultsJson.mapper()
                            .readValue(file.toFile(), SuiteFigures.class)
                            .of(module, start);
                    ReportFile.write(
                            parts.resolve(start + file.getFileName()), ResultsJson.bytes(ResultsJson.line(figures)));
                    plots(figures);
                }
            }
            page(joined);
        });
    }

    private void plots(SuiteFigures figures) {
        for (Figure figure : figures.all()) {
            ReportFile.write(output.resolve(PLOTS).resolve(figure.name() + ".svg"), ResultsJson.bytes(figure.file()));
        }
    }

    private void page(ResultsFile joined) throws IOException {
        List<SuiteFigures> drawn = new ArrayList<>();
        for (Path file : files(parts, FIGURES)) {
            drawn.add(ResultsJson.mapper().readValue(file.toFile(), SuiteFigures.class));
        }
        PageBody body = new PageBody(joined, drawn);
        ReportFile.write(output.resolve(NAME), out -> Page.write(out, body.title(), body.html(), this::cells));
    }

    private void cells(OutputStream out) throws IOException {
        for (Path file : files(parts, CELLS)) {
            Files.copy(file, out);
        }
    }

    /** Removes the page and the figures; the parts go with those of the results. */
    public void clear() {
        locked(() -> {
            Files.deleteIfExists(output.resolve(NAME));
            delete(output.resolve(PLOTS), "");
        });
    }

    /** Removes a suite's part and its figures. */
    public void remove(String suite) {
        String name = FileName.of(suite);
        locked(() -> {
            Files.deleteIfExists(parts.resolve(name + CELLS));
            Files.deleteIfExists(parts.resolve(name + FIGURES));
            delete(output.resolve(PLOTS), name + ".");
        });
    }

    private static void delete(Path folder, String start) throws IOException {
        for (Path file : files(folder, ".svg")) {
            if (file.getFileName().toString().startsWith(start)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** Something to do while no other process does it. */
    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }

    private void locked(Action action) {
        synchronized (IN_THIS_PROCESS) {
            try {
                Files.createDirectories(parts);
                try (FileChannel channel = FileChannel.open(
                                parts.resolve(".page.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!lock.isValid()) {
                        throw new IOException("lock lost");
                    }
                    action.run();
                }
            } catch (IOException e) {
                throw new ResultsException(
                        "The report cannot be written to " + output + " (" + e.getMessage()
                                + "). Check the folder or set cultivar.output.",
                        e);
            }
        }
    }
}
