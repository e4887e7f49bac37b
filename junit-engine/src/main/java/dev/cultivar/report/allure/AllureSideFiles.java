package dev.cultivar.report.allure;

import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.JudgeInfo;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.results.provenance.SettingsTable;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The files that Allure reads with the results: the environment, categories of failures, and the executor. */
final class AllureSideFiles {

    private final SuiteReport report;

    AllureSideFiles(SuiteReport report) {
        this.report = report;
    }

    void writeTo(AllureFolder files) {
        files.writeBeside("environment.properties", environment());
        files.writeBeside("categories.json", ResultsJson.pretty(AllureCategories.file()));
        files.writeBeside(
                "executor.json",
                executor(
                        report.environment().cultivar(),
                        "started " + Numbers.times(report.run().started().toString())));
    }

    /** {@code executor.json}: who wrote the results. */
    static byte[] executor(String version, String build) {
        Map<String, String> executor = new LinkedHashMap<>();
        executor.put("name", "Cultivar " + version);
        executor.put("type", "cultivar");
        executor.put("buildName", build);
        return ResultsJson.pretty(executor);
    }

    private byte[] environment() {
        Properties properties = new Properties();
        RunEnvironment environment = report.environment();
        properties.setProperty("cultivar", environment.cultivar());
        properties.setProperty("java", environment.java());
        properties.setProperty("os", environment.os());
        properties.setProperty(
                "answers",
                AccountText.answers(
                        report.run().account().answers(), report.run().finished()));
        environment.git().ifPresent(git -> properties.setProperty("git.commit", git.commit()));
        report.run().plan().books().values().stream()
                .filter(book -> !book.reviewed())
                .forEach(book -> properties.setProperty(
                        "prompts." + book.language(), Warnings.unreviewed(List.of(book.language()))));
        List<String> judge = Warnings.judge(JudgeInfo.of(report.run().plan().settings()));
        if (!judge.isEmpty()) {
            properties.setProperty("judge", PlainText.line(String.join("; ", judge), 300));
        }
        SettingsTable.table(report.run().plan().settings())
                .forEach((key, setting) -> properties.setProperty(
                        "cultivar." + key, PlainText.line(setting.value() + " (" + setting.origin() + ")", 300)));
        return stored(properties);
    }

    /** Escaped as {@code java.util.Properties} does it, but sorted and without the line with today's date. */
    static byte[] stored(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResultsJson.bytes(text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n")));
    }
}
