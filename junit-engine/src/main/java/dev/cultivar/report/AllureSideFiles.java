package dev.cultivar.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What Allure reads beside the results: the environment, categories of failures, and who ran them. */
final class AllureSideFiles {

    private static final List<Map<String, Object>> CATEGORIES = List.of(
            category("Inconclusive gates: ask for more responses or topics", "failed", true),
            category("Gates and checks that failed", "failed", false),
            category("Endpoint or judge failed", "broken", false),
            category("Stopped by the budget", "skipped", false));

    private final SuiteReport report;

    AllureSideFiles(SuiteReport report) {
        this.report = report;
    }

    void writeTo(AllureFolder files) {
        files.writeBeside("environment.properties", environment());
        files.writeBeside("categories.json", Json.pretty(CATEGORIES));
        files.writeBeside("executor.json", Json.pretty(executor()));
    }

    private static Map<String, Object> category(String name, String status, boolean flaky) {
        return flaky
                ? Map.of("name", name, "matchedStatuses", List.of(status), "flaky", true)
                : Map.of("name", name, "matchedStatuses", List.of(status));
    }

    private Map<String, String> executor() {
        return Map.of(
                "name", "Cultivar " + report.environment().cultivar(),
                "type", "cultivar",
                "buildName", "started " + report.run().started());
    }

    private byte[] environment() {
        Properties properties = new Properties();
        Environment environment = report.environment();
        properties.setProperty("cultivar", environment.cultivar());
        properties.setProperty("java", environment.java());
        properties.setProperty("os", environment.os());
        environment.git().ifPresent(git -> properties.setProperty("git.commit", git.commit()));
        report.run().plan().books().values().stream()
                .filter(book -> !book.reviewed())
                .forEach(book -> properties.setProperty(
                        "prompts." + book.language(), "UNREVIEWED: not approved by a native reader yet"));
        SettingsFacts.table(report.run().plan().settings())
                .forEach((key, setting) -> properties.setProperty(
                        "cultivar." + key, Plain.line(setting.value() + " (" + setting.origin() + ")", 300)));
        return stored(properties);
    }

    /** As {@code java.util.Properties} escapes it, sorted and without its line on today's date. */
    static byte[] stored(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.bytes(text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n")));
    }
}
