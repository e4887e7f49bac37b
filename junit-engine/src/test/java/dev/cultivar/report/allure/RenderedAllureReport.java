package dev.cultivar.report.allure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.results.ResultsJson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Allure's own command line makes of a folder of results. The build unpacks it to {@code target/allure}. */
public final class RenderedAllureReport {

    private final Path folder;

    private RenderedAllureReport(Path folder) {
        this.folder = folder;
    }

    /** Where it is; empty outside of a Maven build that unpacked it. */
    public static Optional<Path> home() {
        try (Stream<Path> found = Files.list(Path.of("target", "allure"))) {
            return found.filter(path -> Files.isDirectory(path.resolve("lib"))).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes a report of many files, whose data can be read; or of one. */
    public static RenderedAllureReport of(Path results, Path report, boolean oneFile) throws IOException {
        Path home = home().orElseThrow().toAbsolutePath();
        String lib = home.resolve("lib") + File.separator;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                lib + "*" + File.pathSeparator + lib + "config",
                "io.qameta.allure.CommandLine",
                "generate",
                results.toString(),
                "-o",
                report.toString(),
                "--clean"));
        if (oneFile) {
            command.add("--single-file");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("APP_HOME", home.toString());
        builder.environment().put("ALLURE_NO_ANALYTICS", "true");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Allure failed: " + said);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new RenderedAllureReport(report);
    }

    /** The page, of a report of one file. */
    public Path page() {
        return folder.resolve("index.html");
    }

    /** Where the page of one file shows a test. */
    public String place(String test) throws IOException {
        Matcher suites =
                Pattern.compile("d\\('data/suites\\.json','([^']*)'\\)").matcher(Files.readString(page()));
        if (!suites.find()) {
            throw new IOException(page() + " holds no suites");
        }
        JsonNode found = find(ResultsJson.mapper().readTree(Base64.getDecoder().decode(suites.group(1))), test)
                .orElseThrow(() -> new IOException("there is no test " + test));
        return "#suites/" + found.path("parentUid").asText() + "/"
                + found.path("uid").asText() + "/";
    }

    private static Optional<JsonNode> find(JsonNode node, String test) {
        if (!node.has("children")) {
            return Optional.of(node).filter(leaf -> leaf.path("name").asText().equals(test));
        }
        for (JsonNode child : node.path("children")) {
            Optional<JsonNode> found = find(child, test);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    JsonNode data(String file) throws IOException {
        return ResultsJson.mapper()
                .readTree(folder.resolve("data").resolve(file).toFile());
    }

    Path attachment(JsonNode attachment) {
        return folder.resolve("data")
                .resolve("attachments")
                .resolve(attachment.path("source").asText());
    }

    /** Paths through a tree's groups to the tests in them, sorted; what is between them is {@code " > "}. */
    List<String> tree(String file) throws IOException {
        List<String> paths = new ArrayList<>();
        walk(data(file), "", paths);
        return paths.stream().sorted().toList();
    }

    private static void walk(JsonNode node, String above, List<String> paths) {
        for (JsonNode child : node.path("children")) {
            String path =
                    above + (above.isEmpty() ? "" : " > ") + child.path("name").asText();
            if (child.has("children")) {
                walk(child, path, paths);
            } else {
                paths.add(path);
            }
        }
    }

    /** Every test that is shown, by name; retries are in their test. */
    Map<String, JsonNode> tests() throws IOException {
        Map<String, JsonNode> tests = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("data").resolve("test-cases"))) {
            files.forEach(file -> {
                try {
                    JsonNode test = ResultsJson.mapper().readTree(file.toFile());
                    if (!test.path("hidden").asBoolean()
                            && tests.put(test.path("name").asText(), test) != null) {
                        throw new IllegalStateException("shown twice: " + test.path("name"));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return tests;
    }
}
