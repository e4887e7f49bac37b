package dev.cultivar.report;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.model.Usage;
import dev.cultivar.run.CellKey;
import dev.cultivar.run.CellRecord;
import dev.cultivar.run.ResponseRecord;
import dev.cultivar.run.RunPlan;
import dev.cultivar.run.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.Topic;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Measures a page of many cells: time, heap and size, and the first paint in Chromium. Arguments: how many cells, and a folder. Run it
 * with {@code -Xmx256m}.
 */
public final class PageSizeMain {

    private PageSizeMain() {}

    public static void main(String[] arguments) throws IOException {
        int cells = Integer.parseInt(arguments[0]);
        Path output = Path.of(arguments[1]);
        SuiteReport report = report(cells);
        ResultsFile results = ResultsFile.of(report);
        long start = System.nanoTime();
        long cpu = cpu();
        new PageFiles(output).write(report, PageFigures.of(report), results);
        cpu = cpu() - cpu;
        Path page = output.resolve(PageFiles.NAME);
        System.out.printf(
                "%d cells, %d responses: %.1f s (%.1f s of processor), %.1f MB, heap %d MB of %d MB%n",
                cells,
                report.run().responses().size(),
                (System.nanoTime() - start) / 1e9,
                cpu / 1e9,
                Files.size(page) / 1e6,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        if (Browser.isInstalled()) {
            try (Browser browser = new Browser()) {
                browser.size(1200, 900).open(page);
                System.out.println("first contentful paint, ms: "
                        + browser.script("return performance.getEntriesByName('first-contentful-paint')[0].startTime")
                        + "; rows shown, ms: " + browser.script("return performance.now()") + "; rows: "
                        + browser.all(".cells tbody tr").size());
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    static SuiteReport report(int count) {
        SuiteReport small = PageFilesTest.full().build();
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
            cells.add(new CellRecord(key, 4, Map.of(Outcome.SCORED, 3, Outcome.REFUSAL, 1), random.nextDouble()));
            for (int sample = 0; sample < 4; sample++) {
                responses.add(response(key, sample, random));
            }
        }
        RunRecord run = new RunRecord(
                plan,
                true,
                cells,
                responses,
                new TreeMap<>(),
                new TreeMap<>(),
                small.run().started(),
                small.run().finished());
        return new SuiteReport(run, small.estimates(), small.gates(), small.failedChecks(), small.environment());
    }

    /** Every topic that the world has truth on. */
    private static RunPlan plan(RunPlan small) {
        List<Topic> topics = small.populations().topics(PopulationKey.GLOBAL).stream()
                .sorted()
                .map(key -> new Topic(
                        key,
                        "Label of " + key,
                        "Morals",
                        "For.",
                        "Against.",
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
        return new ResponseRecord(
                key,
                sample,
                "t01",
                0,
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
