package dev.cultivar.maven.allure;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.io.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a single-file Allure report contains. Allure writes no history folder beside such a file, but the file has all its data inside, as
 * calls {@code d('name','Base64')}. So the count and the history are read from what a reader will see.
 *
 * @param tests how many tests it shows
 * @param history files of its history by name
 */
public record AllureReport(int tests, Map<String, byte[]> history) {

    private static final Pattern DATA =
            Pattern.compile("\\bd\\('(widgets/summary|history/[a-z-]+)\\.json','([A-Za-z0-9+/=]*)'\\)");
    private static final String HISTORY = "history/";

    public AllureReport {
        history = Map.copyOf(history);
    }

    /** @throws IOException where it cannot be read or has no summary */
    public static AllureReport read(Path file) throws IOException {
        int tests = -1;
        Map<String, byte[]> history = new TreeMap<>();
        Matcher found = DATA.matcher(Files.readString(file));
        while (found.find()) {
            byte[] content = Base64.getDecoder().decode(found.group(2));
            if (found.group(1).startsWith(HISTORY)) {
                history.put(found.group(1).substring(HISTORY.length()) + ".json", content);
            } else {
                tests = new ObjectMapper()
                        .readTree(content)
                        .path("statistic")
                        .path("total")
                        .asInt(-1);
            }
        }
        if (tests < 0 || history.isEmpty()) {
            throw new IOException(file + " holds no summary or no history of tests");
        }
        return new AllureReport(tests, history);
    }

    /** Puts the kept history where Allure looks for it, and nothing else. */
    public static void bringHistory(Path kept, Path results) throws IOException {
        Path into = Files.createDirectories(results.resolve("history"));
        try (DirectoryStream<Path> old = Files.newDirectoryStream(into, "*.json")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        if (Files.isDirectory(kept)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(kept, "*.json")) {
                for (Path file : files) {
                    Files.copy(file, into.resolve(file.getFileName().toString()));
                }
            }
        }
    }

    /** Keeps the history, with this report's run in it, for the next report. */
    public void keepHistory(Path kept) throws IOException {
        Files.createDirectories(kept);
        for (Map.Entry<String, byte[]> file : history.entrySet()) {
            AtomicFile.write(kept.resolve(file.getKey()), file.getValue());
        }
    }
}
