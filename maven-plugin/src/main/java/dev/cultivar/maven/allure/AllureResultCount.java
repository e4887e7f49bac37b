package dev.cultivar.maven.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a folder of Allure results contains. Other listeners may write there too.
 *
 * @param ours names of the files of Cultivar's own results
 * @param gates how many of these are gates
 * @param tests how many tests a report on the folder must show; results with the same history count as one test with retries
 */
public record AllureResultCount(Set<String> ours, int gates, int tests) {

    public AllureResultCount {
        ours = Set.copyOf(ours);
    }

    /** @throws MojoExecutionException where there are no results, or one is truncated */
    public static AllureResultCount of(Path folder) throws MojoExecutionException {
        Set<String> ours = new TreeSet<>();
        int gates = 0;
        Set<String> tests = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-result.json")) {
                for (Path file : files) {
                    JsonNode result = new ObjectMapper().readTree(file.toFile());
                    if (label(result, "framework").equals("cultivar")) {
                        ours.add(file.getFileName().toString());
                        gates += label(result, "story").startsWith("gate ") ? 1 : 0;
                    }
                    tests.add(result.path("historyId").asText(file.getFileName().toString()));
                }
            } catch (IOException e) {
                throw new MojoExecutionException(
                        "An Allure result in " + folder + " is truncated or cannot be read. Run cultivar:run again.",
                        e);
            }
        }
        if (ours.isEmpty()) {
            throw new MojoExecutionException("There are no Allure results of Cultivar in " + folder
                    + ", so the report would be empty. Run cultivar:run first.");
        }
        return new AllureResultCount(ours, gates, tests.size());
    }

    private static String label(JsonNode result, String name) {
        for (JsonNode label : result.path("labels")) {
            if (label.path("name").asText().equals(name)) {
                return label.path("value").asText();
            }
        }
        return "";
    }
}
