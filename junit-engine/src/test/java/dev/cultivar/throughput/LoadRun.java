package dev.cultivar.throughput;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A user's whole run in a process of its own: asks, screens, judges, stores, decides and reports. */
final class LoadRun {

    static final String STORE = "responses.db";

    /** Begins the lines that say how many megabytes are in use. */
    static final String HEAP = "heap in use, MB: ";

    private static final Pattern DONE = Pattern.compile(": (\\d+) of \\d+ responses");

    @CulturalSuite(models = "m", languages = "en")
    @CoverageGate(min = 0.9)
    static class Suite {
        @CulturalProbe(catalogue = "wvs7")
        void everything() {}
    }

    private LoadRun() {}

    /** Takes a base URL, the number of responses, the concurrency and a folder that is empty or holds an earlier run's store. */
    public static void main(String[] args) throws IOException {
        ThreadTimes times = ThreadTimes.start();
        long begin = System.nanoTime();
        int responses = Integer.parseInt(args[1]);
        Path folder = Path.of(args[3]);
        Path settings = Files.writeString(folder.resolve("cultivar.yaml"), """
            endpoints:
              stub: {base-url: "%s", concurrency: %s, retries: 8, timeout: 60s}
            models:
              m: {endpoint: stub, model: m, max-tokens: 400}
            judge: {endpoint: stub, model: j}
            """.formatted(args[0], args[2]));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Suite.class))
                .filters(EngineFilter.includeEngines("cultivar"))
                .configurationParameter("cultivar.config", settings.toString())
                .configurationParameter("cultivar.responses", args[1])
                .configurationParameter("cultivar.rounds", "200")
                .configurationParameter("cultivar.progress", "1s")
                .configurationParameter("cultivar.store", folder.resolve(STORE).toString())
                .configurationParameter("cultivar.output", folder.resolve("out").toString())
                .configurationParameter(
                        "cultivar.allure.results", folder.resolve("allure").toString())
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        PrintStream out = System.out;
        Quarters quarters = new Quarters(responses, out);
        System.setOut(new PrintStream(quarters, true, StandardCharsets.UTF_8));
        LauncherFactory.create().execute(request, summary);
        System.setOut(out);
        quarters.reached(Quarters.MANY);
        summary.getSummary().getFailures().stream()
                .limit(3)
                .forEach(failure -> System.out.println(failure.getException().getMessage()));
        List<String> kinds = new ArrayList<>();
        times.millis()
                .forEach((kind, millis) ->
                        kinds.add(kind + " " + String.format(Locale.ROOT, "%.3f", millis / 2.0 / responses)));
        System.out.printf(
                Locale.ROOT,
                "whole run %.1f s, %d threads at most; ms a call: %s%n",
                (System.nanoTime() - begin) / 1e9,
                times.most(),
                String.join(", ", kinds));
        System.exit(summary.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
    }

    /** Reads the progress that a run prints, and prints the heap at each quarter of it. A fast run may print no line within a quarter. */
    private static final class Quarters extends OutputStream {

        private static final int MANY = 4;

        private final int responses;
        private final PrintStream out;
        private final StringBuilder line = new StringBuilder();
        private int seen;

        Quarters(int responses, PrintStream out) {
            this.responses = responses;
            this.out = out;
        }

        @Override
        public void write(int character) {
            line.append((char) character);
            if (character == '\n') {
                Matcher done = DONE.matcher(line);
                if (done.find()) {
                    reached(Integer.parseInt(done.group(1)) * MANY / responses);
                }
                line.setLength(0);
            }
        }

        /** Prints the heap for each quarter up to this one that had no line of progress of its own. */
        void reached(int quarter) {
            for (; seen < quarter; seen++) {
                System.gc();
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                out.printf(Locale.ROOT, "%s%.1f%n", HEAP, used / 1024.0 / 1024.0);
            }
        }
    }
}
