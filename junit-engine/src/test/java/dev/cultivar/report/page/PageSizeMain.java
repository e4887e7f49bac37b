package dev.cultivar.report.page;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.report.Estimates;
import dev.cultivar.report.allure.AllureResults;
import dev.cultivar.report.allure.RenderedAllureReport;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.TopicKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the reports of a run of many cells. The page: time, heap and size in a virtual machine of 256 MB, and in Chromium the first
 * paint, the rows, a filter and a sort. Allure: its results, the HTML of one file, and how long Chromium takes to show it. Argument: how
 * many cells, 20,000 where it is not given. {@code mvn -Pstudy -pl junit-engine verify
 * -Dcultivar.study=dev.cultivar.report.page.PageSizeMain} calls it.
 */
public final class PageSizeMain {

    private static final String HEAP = "256m";
    private static final int CELLS = 20_000;

    private PageSizeMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3) {
            int cells = Integer.parseInt(arguments[0]);
            if (arguments[1].equals("page")) {
                page(cells, Path.of(arguments[2]));
            } else {
                allureResults(cells, Path.of(arguments[2]));
            }
            return;
        }
        String cells = arguments.length > 0 ? arguments[0] : String.valueOf(CELLS);
        Path folder = Files.createTempDirectory("cultivar-page-size");
        try {
            int end = fork(cells, "page", folder) + fork(cells, "allure", folder);
            if (end != 0) {
                throw new IllegalStateException("a measurement failed, see above");
            }
            Optional<Path> allure =
                    RenderedAllureReport.home().isEmpty() ? Optional.empty() : Optional.of(allureHtml(folder));
            if (Browser.isInstalled()) {
                browser(folder.resolve(PageFiles.NAME), allure);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int fork(String cells, String what, Path folder) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PageSizeMain.class.getName(),
                        cells,
                        what,
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void page(int cells, Path output) throws IOException {
        SuiteReport report = report(cells);
        ResultsFile results = ResultsFile.of(report);
        long start = System.nanoTime();
        long cpu = cpu();
        new PageFiles(output).write(report, SuiteFigures.of(report), () -> results);
        System.out.printf(
                "page of %d cells, %d responses, %d gates: %.1f s (%.1f s of processor) in %s of heap, %.1f MB%n",
                cells,
                report.run().size(),
                report.gates().size(),
                seconds(start),
                (cpu() - cpu) / 1e9,
                HEAP,
                Files.size(output.resolve(PageFiles.NAME)) / 1e6);
    }

    private static void allureResults(int cells, Path output) throws IOException {
        SuiteReport report = report(cells);
        Path folder = output.resolve("allure-results");
        long start = System.nanoTime();
        new AllureResults(folder, output).write(report, SuiteFigures.of(report));
        double seconds = seconds(start);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            long size = 0;
            for (Path file : all) {
                size += Files.size(file);
            }
            System.out.printf(
                    "Allure results: %.1f s in %s of heap, %d files, %.0f MB%n", seconds, HEAP, all.size(), size / 1e6);
        }
    }

    private static Path allureHtml(Path folder) throws IOException {
        long start = System.nanoTime();
        Path page = RenderedAllureReport.of(folder.resolve("allure-results"), folder.resolve("allure-report"), true)
                .page();
        System.out.printf("Allure HTML of one file: %.0f s, %.0f MB%n", seconds(start), Files.size(page) / 1e6);
        return page;
    }

    private static void browser(Path page, Optional<Path> allure) {
        try (Browser browser = new Browser()) {
            browser.size(1200, 900).open(page);
            System.out.printf(
                    "page in Chromium: first contentful paint %.0f ms, %d rows after %.0f ms%n",
                    number(browser, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                    browser.all(".cells tbody tr").size(),
                    number(browser, "performance.now()"));
            System.out.printf(
                    "filter by text %.0f ms, sort by a column %.0f ms%n",
                    number(
                            browser,
                            "(() => { const start = performance.now();"
                                    + "const field = document.querySelector('input[name=text]'); field.value = 'F12';"
                                    + "field.dispatchEvent(new Event('input')); document.body.offsetHeight;"
                                    + "return performance.now() - start })()"),
                    number(
                            browser,
                            "(() => { const field = document.querySelector('input[name=text]'); field.value ="
                                    + " '';field.dispatchEvent(new Event('input')); const start ="
                                    + " performance.now();document.querySelector('.cells thead button').click();"
                                    + " document.body.offsetHeight;return performance.now() - start })()"));
            if (allure.isPresent()) {
                long start = System.nanoTime();
                browser.open(allure.get(), "", ".widget__table, .widget__body");
                System.out.printf("Allure HTML in Chromium: overview after %.1f s%n", seconds(start));
                start = System.nanoTime();
                browser.open(allure.get(), "#suites", ".node__name");
                System.out.printf("Allure HTML in Chromium: tree of suites after %.1f s%n", seconds(start));
            }
        }
    }

    /** A number that is whole comes as a long. */
    private static double number(Browser browser, String script) {
        return ((Number) browser.script("return " + script)).doubleValue();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    public static SuiteReport report(int count) {
        SuiteReport small = PageReports.full().build();
        RunPlan plan = plan(small.run().plan());
        int topics = plan.topics().size();
        Random random = new Random(1);
        List<CellRecord> cells = new ArrayList<>();
        List<ResponseRecord> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CellKey key = new CellKey(
                    plan.topics().get(i % topics).key(),
                    "model-" + i / topics / 10,
                    List.of("da", "nl", "en", "pt", "de", "es", "fr", "sv", "ja", "sw")
                            .get(i / topics % 10));
            cells.add(new CellRecord(
                    key,
                    4,
                    Map.of(Outcome.SCORED, 3, Outcome.REFUSAL, 1),
                    random.nextDouble(),
                    StatementCounts.NONE,
                    PromptParts.NONE,
                    List.of()));
            for (int sample = 0; sample < 4; sample++) {
                responses.add(response(key, sample, random));
            }
        }
        RunRecord run = InMemory.run(
                plan,
                true,
                cells,
                responses,
                new TreeMap<>(),
                new TreeMap<>(),
                small.run().started(),
                small.run().finished());
        List<Estimate> estimates = new ArrayList<>();
        List<GateResult> gates = new ArrayList<>();
        cells.stream()
                .map(cell -> List.of(cell.key().model(), cell.key().language()))
                .distinct()
                .forEach(sample -> measured(sample.get(0), sample.get(1), random, estimates, gates));
        return new SuiteReport(
                run, estimates, gates, small.checks(), small.environment(), List.of(), LeftOut.NONE, null);
    }

    /** What a suite of four gates measures of a model in a language. */
    private static void measured(
            String model, String language, Random random, List<Estimate> estimates, List<GateResult> gates) {
        for (String population : List.of(language, "DK", "US", "global")) {
            estimates.add(Estimates.of(Statistic.ALIGNMENT, model, language, population, random.nextDouble()));
        }
        for (Statistic statistic : List.of(Statistic.CONSISTENCY, Statistic.BIAS, Statistic.CONDITIONING)) {
            estimates.add(Estimates.of(statistic, model, language, "US", random.nextDouble()));
        }
        for (Gate gate : List.of(
                Gates.alignment("local", 0.4), Gates.bias("US", 0.4), Gates.consistency(0.4), Gates.coverage(0.4))) {
            double value = random.nextDouble();
            Verdict verdict = Verdict.values()[random.nextInt(3)];
            gates.add(Gates.result(
                    Gates.leaf(gate, model, language, gate.key().equals("alignment") ? language : "US"),
                    value,
                    value - 0.1,
                    value + 0.1,
                    0.95,
                    verdict));
        }
    }

    /** Every topic that the world has truth on. */
    private static RunPlan plan(RunPlan small) {
        List<Topic> topics = small.populations().topics(PopulationKey.GLOBAL).stream()
                .sorted()
                .map(key -> new Topic(
                        key,
                        "Label of " + key,
                        TopicKind.NORM,
                        "Morals",
                        "For.",
                        "Against.",
                        "",
                        small.topics().get(0).coding()))
                .toList();
        return new RunPlan(
                small.suite(), small.settings(), topics, small.prompts(), small.books(), small.populations());
    }

    private static ResponseRecord response(CellKey key, int sample, Random random) {
        StringBuilder answer = new StringBuilder();
        List<String> statements = new ArrayList<>();
        List<Stance> stances = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            String statement = "Statement " + random.nextInt(1_000_000) + " of somebody who has much to say about it.";
            statements.add(statement);
            stances.add(Stance.values()[random.nextInt(3)]);
            answer.append(i).append(". ").append(statement).append('\n');
        }
        boolean scored = sample > 0;
        return InMemory.response(
                key,
                sample,
                "t01",
                Slot.NEUTRAL,
                "A prompt on " + key.topic() + " in " + key.language() + ", wording " + sample,
                answer.toString(),
                scored ? statements : List.of(),
                scored ? stances : List.of(),
                scored ? Outcome.SCORED : Outcome.REFUSAL,
                scored ? 0.5 : Double.NaN,
                "",
                new Usage(100, 200),
                new Usage(100, 20));
    }
}
