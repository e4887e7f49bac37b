package dev.cultivar.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.OperatingSystemMXBean;
import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.service.LivePipeline;
import dev.cultivar.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * The memory of a long run: the whole way of a user's run, from the plan over HTTP to models of known values, screen, judge
 * and SQLite store to analysis, gates and reports, in a virtual machine of 256 MB. Prints what is reachable on the heap after a
 * full collection at every tenth of the run, and at its end.
 */
public final class LongRunStudy {

    private static final String HEAP = "256m";
    private static final int RESPONSES = 100_000;
    private static final int MODELS = 5;
    private static final int LANGUAGES = 4;
    private static final Pattern DONE = Pattern.compile(": (\\d+) of \\d+ responses");

    private LongRunStudy() {}

    @CulturalSuite(
            models = {
                "planted/uniform",
                "planted/fifty",
                "planted/perfect-local",
                "planted/perfect-US",
                "planted/perfect-DK"
            },
            languages = {"da", "nl", "en", "pt"})
    @AlignmentGate(min = -1)
    @CoverageGate(min = 0.9)
    static class Suite {
        @CulturalProbe(catalogue = "wvs7")
        void everything() {}
    }

    /** Takes the number of responses, 100,000 where it is not given, and the mode, {@code live} where it is not. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3) {
            run(Integer.parseInt(arguments[0]), arguments[1], Path.of(arguments[2]));
            return;
        }
        Path folder = Files.createTempDirectory("cultivar-long-run");
        int end;
        try {
            end = fork(
                    arguments.length > 0 ? arguments[0] : String.valueOf(RESPONSES),
                    arguments.length > 1 ? arguments[1] : "live",
                    folder);
        } finally {
            delete(folder);
        }
        System.exit(end);
    }

    private static int fork(String responses, String mode, Path folder) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongRunStudy.class.getName(),
                        responses,
                        mode,
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void run(int responses, String mode, Path folder) {
        Table table = new Table(responses / 10);
        PrintStream console = new PrintStream(table, true, StandardCharsets.UTF_8);
        var results = EngineTestKit.engine(new CultivarTestEngine(
                        new LivePipeline(Map.<String, String>of()::get, console, Backoff.DEFAULT)))
                .configurationParameters(Map.of(
                        "cultivar.responses",
                        String.valueOf(responses / MODELS / LANGUAGES),
                        "cultivar.mode",
                        mode,
                        "cultivar.store",
                        folder.resolve("responses.db").toString(),
                        Settings.OUTPUT.name(),
                        folder.resolve("out").toString(),
                        // Its gates are decided at the first look, and then nothing more would be asked.
                        Settings.LOOKS.name(),
                        "1",
                        Settings.PROGRESS.name(),
                        "1s"))
                .enableImplicitConfigurationParameters(false)
                .selectors(selectClass(Suite.class))
                .execute();
        List<String> red = results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse(""))
                .toList();
        red.stream().limit(5).forEach(System.out::println);
        long cells = ResultsFile.read(folder.resolve("out").resolve(ResultsFile.NAME)).cells().stream()
                .mapToLong(cell -> cell.planned())
                .sum();
        table.row("end, reports written");
        System.out.printf(
                Locale.ROOT,
                "%n%,d responses in results.json; %d leaves failed; processor time %.2f ms a response, planted models"
                        + " included%n",
                cells,
                red.size(),
                cpu() / 1e6 / responses);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Reads the progress that a run prints, and adds a row for every step. */
    private static final class Table extends OutputStream {

        private final int step;
        private final StringBuilder line = new StringBuilder();
        private final long begin = System.nanoTime();
        private int next;

        Table(int step) {
            this.step = step;
            this.next = step;
            System.out.println("| responses done | heap after collection, MB | seconds |");
            System.out.println("|---:|---:|---:|");
        }

        @Override
        public void write(int character) {
            line.append((char) character);
            if (character == '\n') {
                Matcher done = DONE.matcher(line);
                if (done.find() && Integer.parseInt(done.group(1)) >= next) {
                    int seen = Integer.parseInt(done.group(1));
                    row(String.format(Locale.ROOT, "%,d", seen));
                    next = seen / step * step + step;
                }
                line.setLength(0);
            }
        }

        void row(String done) {
            System.gc();
            double heap =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.0f |%n", done, heap, (System.nanoTime() - begin) / 1e9);
        }
    }
}
