package dev.cultivar.report.allure;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Handles the files of Allure's own listener for the JUnit Platform, if that is on the class path. The listener cannot exclude an engine,
 * and knows only the last segment of a cell's name. Therefore its result for a leaf gives way to the suite's own result for the same leaf.
 */
public final class AllureListener {

    private static final String UNIQUE_ID = "junit.platform.uniqueid";
    private static final Pattern RESULT = Pattern.compile("[0-9a-f-]{36}-result\\.json");
    private static final Pattern ATTACHMENT = Pattern.compile("[0-9a-f-]{36}-attachment(?:\\.[A-Za-z0-9]{1,8})?");

    private final Path folder;

    AllureListener(Path folder) {
        this.folder = folder;
    }

    /**
     * Deletes the listener's results of a suite's leaves. All of them have been written by then, because a suite reports after its last
     * leaf.
     *
     * @param gates whether the suite has its own results for gates; if not, the listener's may stay
     * @param ours names of files to ignore
     */
    void giveWay(String suite, boolean gates, Set<String> ours) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        String start = "[engine:cultivar]";
        String leaf = "/[suite:" + suite + "]/[";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-result.json")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (ours.contains(name) || !RESULT.matcher(name).matches()) {
                    continue;
                }
                JsonNode result = read(file);
                String id = uniqueId(result);
                boolean same =
                        id.contains(start) && (id.contains(leaf + "topic:") || (gates && id.contains(leaf + "gates:")));
                if (same) {
                    delete(file, result);
                }
            }
        } catch (IOException e) {
            throw new ResultsException(
                    "Results of Allure's listener in " + folder + " cannot be looked at (" + e.getMessage()
                            + "). Delete the folder, or set cultivar.allure.results.",
                    e);
        }
    }

    /** Another process may still be writing the file, or have removed it; in both cases it does not belong to this suite. */
    private static JsonNode read(Path file) throws IOException {
        try {
            return ResultsJson.mapper().readTree(Files.readAllBytes(file));
        } catch (JacksonException | NoSuchFileException e) {
            return ResultsJson.mapper().createObjectNode();
        }
    }

    private static String uniqueId(JsonNode result) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals(UNIQUE_ID)) {
                return label.path("value").asText();
            }
        }
        return "";
    }

    private void delete(Path file, JsonNode result) throws IOException {
        List<String> attached = new ArrayList<>();
        result.path("attachments")
                .forEach(attachment -> attached.add(attachment.path("source").asText()));
        for (String source : attached) {
            if (ATTACHMENT.matcher(source).matches()) {
                Files.deleteIfExists(folder.resolve(source));
            }
        }
        Files.deleteIfExists(file);
    }

    /**
     * The folder in which the listener writes, found as the listener does: from the system property {@code allure.results.directory}, or
     * from that property in {@code allure.properties} on the class path.
     *
     * @param otherwise the folder if neither gives one
     */
    public static Path folder(ClassLoader loader, Path otherwise) {
        String set = System.getProperty("allure.results.directory", "");
        if (set.isBlank()) {
            set = properties(loader).getProperty("allure.results.directory", "");
        }
        return set.isBlank() ? otherwise : Path.of(set.strip());
    }

    private static Properties properties(ClassLoader loader) {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream("allure.properties")) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("allure.properties cannot be read", e);
        }
    }
}
