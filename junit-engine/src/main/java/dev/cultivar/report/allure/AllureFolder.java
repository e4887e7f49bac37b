package dev.cultivar.report.allure;

import dev.cultivar.report.plot.Figure;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.SuiteParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of Allure results. Others may write there too, so what a suite wrote is listed, and a later run of the
 * suite removes exactly that: a result of a cell that is no longer asked would stay green for ever.
 */
final class AllureFolder {

    private static final Pattern OURS = Pattern.compile("[0-9a-f-]{36}(?:-result\\.json|-attachment\\.[a-z]{2,5})");
    private static final String LIST = ".allure.txt";

    private final Path folder;
    private final Path lists;
    private final List<String> written = new ArrayList<>();
    private final Map<String, AllureTest.Attachment> shared = new HashMap<>();

    AllureFolder(Path folder, Path output) {
        this.folder = folder;
        this.lists = output.resolve("parts");
    }

    /** Writes an attachment and says how a result refers to it. */
    AllureTest.Attachment attach(String uuid, int number, String name, String extension, String type, byte[] content) {
        String file = AllureIds.of(uuid, Integer.toString(number)) + "-attachment." + extension;
        ReportFile.writeUnforced(folder.resolve(file), content);
        written.add(file);
        return new AllureTest.Attachment(name, file, type);
    }

    /** Writes a figure that several results show, the first time that one does. */
    AllureTest.Attachment attachOnce(Figure figure) {
        return shared.computeIfAbsent(
                figure.name(),
                name -> attach(
                        AllureIds.of("figure", name),
                        0,
                        name + ".svg",
                        "svg",
                        "image/svg+xml",
                        ResultsJson.bytes(figure.file())));
    }

    void write(AllureTest test) {
        String file = test.uuid() + "-result.json";
        ReportFile.writeUnforced(folder.resolve(file), ResultsJson.pretty(test));
        written.add(file);
    }

    void writeBeside(String file, byte[] content) {
        ReportFile.write(folder.resolve(file), content);
    }

    /** Names of the files of results and attachments. */
    Set<String> written() {
        return Set.copyOf(written);
    }

    /** Removes what the suite wrote in an earlier run. */
    void forget(String suite) {
        forget(list(suite));
    }

    /** Removes what any suite wrote in an earlier run. */
    void forgetAll() {
        if (!Files.isDirectory(lists)) {
            return;
        }
        try (Stream<Path> found = Files.list(lists)) {
            found.filter(file -> file.getFileName().toString().endsWith(LIST))
                    .toList()
                    .forEach(this::forget);
        } catch (IOException e) {
            throw new ResultsException("Old Allure results cannot be listed (" + e.getMessage() + ").", e);
        }
    }

    /** Keeps the list of what was written for the suite's next run. */
    void remember(String suite) {
        ReportFile.write(list(suite), ResultsJson.bytes(String.join("\n", written) + "\n"));
    }

    private void forget(Path list) {
        if (!Files.isRegularFile(list)) {
            return;
        }
        try {
            for (String name : Files.readAllLines(list)) {
                if (OURS.matcher(name).matches()) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
            Files.delete(list);
        } catch (IOException e) {
            throw new ResultsException(
                    "Old Allure results in " + folder + " cannot be deleted (" + e.getMessage()
                            + "). Delete the folder by hand.",
                    e);
        }
    }

    private Path list(String suite) {
        return lists.resolve(SuiteParts.fileName(suite) + LIST);
    }
}
