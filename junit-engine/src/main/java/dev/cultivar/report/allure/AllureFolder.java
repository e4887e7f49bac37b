package dev.cultivar.report.allure;

import dev.cultivar.io.AtomicFile;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.text.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of Allure results. Others may write there too, so the files that a suite wrote are listed, and a later run of the suite
 * removes exactly those. Otherwise a result of a cell that is no longer asked would stay green for ever.
 */
final class AllureFolder {

    private static final Pattern OURS = Pattern.compile("[0-9a-f-]{36}(?:-result\\.json|-attachment\\.[a-z]{2,5})");
    private static final String LIST = ".allure.txt";

    /** The type of an attachment. */
    enum Kind {
        TEXT("txt", "text/plain"),
        TABLE("csv", "text/csv"),
        FIGURE("svg", "image/svg+xml");

        private final String ending;
        private final String type;

        Kind(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    private final Path folder;
    private final Path lists;
    private final List<String> written = new ArrayList<>();
    private final Map<String, AllureTestResult.Attachment> shared = new HashMap<>();

    AllureFolder(Path folder, Path output) {
        this.folder = folder;
        this.lists = output.resolve("parts");
    }

    /**
     * Writes an attachment when the first of its results needs it, and returns the reference to it.
     *
     * @param owner what distinguishes it from files of the same name
     * @param name the name that readers see, with its extension
     */
    AllureTestResult.Attachment attach(String owner, String name, Kind kind, AtomicFile.Content content) {
        String file = AllureIds.of(owner, name) + "-attachment." + kind.ending;
        AllureTestResult.Attachment known = shared.get(file);
        if (known != null) {
            return known;
        }
        ReportFile.writeUnforced(folder.resolve(file), content);
        written.add(file);
        AllureTestResult.Attachment attachment = new AllureTestResult.Attachment(name, file, kind.type);
        shared.put(file, attachment);
        return attachment;
    }

    void write(AllureTestResult test) {
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

    /** Removes the files that the suite wrote in an earlier run. */
    void forget(String suite) {
        forget(list(suite));
    }

    /** Removes the files that any suite wrote in an earlier run. */
    void forgetAll() {
        lists().forEach(this::forget);
    }

    private List<Path> lists() {
        if (!Files.isDirectory(lists)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(lists)) {
            return found.filter(file -> file.getFileName().toString().endsWith(LIST))
                    .toList();
        } catch (IOException e) {
            throw new ResultsException("Old Allure results cannot be listed (" + e.getMessage() + ").", e);
        }
    }

    /** Saves the list of written files for the suite's next run. */
    void remember(String suite) {
        ReportFile.write(list(suite), ResultsJson.bytes(String.join("\n", written) + "\n"));
    }

    /** Names of the files that the last runs of all suites wrote. */
    Set<String> remembered() {
        Set<String> names = new TreeSet<>();
        lists().forEach(list -> names.addAll(names(list)));
        return names;
    }

    /** None if another process, which shares the folder, has just removed the list with its files. */
    private static List<String> names(Path list) {
        try {
            return Files.readAllLines(list).stream()
                    .filter(name -> OURS.matcher(name).matches())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new ResultsException(
                    "The list of Allure results " + list + " cannot be read (" + e.getMessage()
                            + "). Run cultivar:run again.",
                    e);
        }
    }

    private void forget(Path list) {
        if (!Files.isRegularFile(list)) {
            return;
        }
        try {
            for (String name : names(list)) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(list);
        } catch (IOException e) {
            throw new ResultsException(
                    "Old Allure results in " + folder + " cannot be deleted (" + e.getMessage()
                            + "). Delete the folder by hand.",
                    e);
        }
    }

    private Path list(String suite) {
        return lists.resolve(FileName.of(suite) + LIST);
    }
}
