package dev.cultivar.report.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cultivar.results.ModuleResults;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.text.Plural;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Allure results of several modules in one folder. Suites of two modules may have the same name, which Allure would take for one test
 * and its retries, so the module is part of every id and name.
 */
public final class AllureAggregate {

    private static final Pattern JSON = Pattern.compile("(.+)-(result|container)\\.json");
    private static final Pattern ATTACHMENT = Pattern.compile("(.+)-attachment(\\.[A-Za-z0-9]{1,8})?");
    private static final String ENVIRONMENT = "environment.properties";
    private static final String CATEGORIES = "categories.json";

    private final Path folder;

    public AllureAggregate(Path folder) {
        this.folder = folder;
    }

    public void write(List<ModuleResults> modules) {
        try {
            Files.createDirectories(folder);
            for (Path old : files(folder)) {
                Files.delete(old);
            }
            Map<String, Map<String, String>> environment = new TreeMap<>();
            for (ModuleResults module : modules) {
                if (module.allure().isPresent()) {
                    requireAll(module, module.allure().get());
                    copy(module, module.allure().get(), environment);
                }
            }
            ReportFile.write(folder.resolve(ENVIRONMENT), AllureSideFiles.stored(joined(environment)));
            ReportFile.write(
                    folder.resolve("executor.json"),
                    AllureSideFiles.executor(
                            RunEnvironment.cultivarVersion(),
                            modules.stream().map(ModuleResults::name).collect(Collectors.joining(", "))));
        } catch (IOException e) {
            throw new ResultsException(
                    "The Allure results cannot be joined in " + folder + " (" + e.getMessage()
                            + "). Run cultivar:run in all modules again.",
                    e);
        }
    }

    /** Checks that no results are missing: otherwise the report would look complete although it is not. */
    private static void requireAll(ModuleResults module, Path from) {
        int missing = new AllureResults(from, module.output()).missing().size();
        if (missing > 0) {
            throw new ResultsException("Of the Allure files of module " + module.name() + " in " + from + ", "
                    + Plural.of(missing, "is", "are") + " missing. Run cultivar:run in it again.");
        }
    }

    private void copy(ModuleResults module, Path from, Map<String, Map<String, String>> environment)
            throws IOException {
        for (Path file : files(from)) {
            String name = file.getFileName().toString();
            Matcher json = JSON.matcher(name);
            if (json.matches()) {
                JsonNode own = ResultsJson.mapper().readTree(Files.readAllBytes(file));
                of(module, own);
                ReportFile.write(
                        folder.resolve(id(module, json.group(1)) + "-" + json.group(2) + ".json"),
                        ResultsJson.pretty(own));
            } else if (name.equals(CATEGORIES)) {
                ReportFile.write(folder.resolve(CATEGORIES), Files.readAllBytes(file));
            } else if (name.equals(ENVIRONMENT)) {
                environment(module.name(), file, environment);
            } else if (ATTACHMENT.matcher(name).matches()) {
                ReportFile.write(folder.resolve(attachment(module, name)), out -> Files.copy(file, out));
            }
        }
    }

    /** Rewrites ids, names and attachments anywhere in a result or container. */
    private static void of(ModuleResults module, JsonNode node) {
        if (node instanceof ArrayNode items) {
            items.forEach(item -> of(module, item));
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        for (String id : List.of("uuid", "historyId", "testCaseId")) {
            if (object.path(id).isTextual()) {
                object.put(id, id(module, object.path(id).asText()));
            }
        }
        if (object.path("children") instanceof ArrayNode children) {
            List<JsonNode> own = new ArrayList<>();
            children.forEach(child -> own.add(new TextNode(id(module, child.asText()))));
            children.removeAll().addAll(own);
        }
        if (object.path("fullName").isTextual()) {
            object.put("fullName", module.suite(object.path("fullName").asText()));
        }
        if (object.path("titlePath") instanceof ArrayNode path) {
            path.insert(0, module.name());
        }
        if (object.path("labels") instanceof ArrayNode labels) {
            parentSuite(module, labels);
        }
        if (object.path("attachments") instanceof ArrayNode attachments) {
            for (JsonNode attachment : attachments) {
                if (attachment instanceof ObjectNode file) {
                    file.put("source", attachment(module, file.path("source").asText()));
                }
            }
        }
        object.path("steps").forEach(step -> of(module, step));
        Stream.of("befores", "afters")
                .forEach(fixtures -> object.path(fixtures).forEach(fixture -> of(module, fixture)));
    }

    private static void parentSuite(ModuleResults module, ArrayNode labels) {
        boolean found = false;
        for (JsonNode label : labels) {
            if (label.path("name").asText().equals("parentSuite") && label instanceof ObjectNode named) {
                named.put("value", module.suite(named.path("value").asText()));
                found = true;
            }
        }
        if (!found) {
            labels.addObject().put("name", "parentSuite").put("value", module.name());
        }
        labels.addObject().put("name", "module").put("value", module.name());
    }

    private static String id(ModuleResults module, String id) {
        return AllureIds.of("module", module.name(), id);
    }

    private static String attachment(ModuleResults module, String name) {
        Matcher matcher = ATTACHMENT.matcher(name);
        if (!matcher.matches()) {
            return name;
        }
        return id(module, matcher.group(1)) + "-attachment" + (matcher.group(2) == null ? "" : matcher.group(2));
    }

    private static void environment(String module, Path file, Map<String, Map<String, String>> into)
            throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        for (String key : properties.stringPropertyNames()) {
            into.computeIfAbsent(key, name -> new TreeMap<>()).put(module, properties.getProperty(key));
        }
    }

    /** The joint environment: values that all modules have in common appear once. */
    private static Properties joined(Map<String, Map<String, String>> environment) {
        Properties joined = new Properties();
        environment.forEach((key, byModule) -> {
            if (byModule.values().stream().distinct().count() == 1) {
                joined.setProperty(key, byModule.values().iterator().next());
            } else {
                byModule.forEach((module, value) -> joined.setProperty(key + " of " + module, value));
            }
        });
        return joined;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
