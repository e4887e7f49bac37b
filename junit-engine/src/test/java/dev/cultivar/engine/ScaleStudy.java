package dev.cultivar.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.OperatingSystemMXBean;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;
import dev.cultivar.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A large suite through JUnit's launcher in a virtual machine of 512 MB: 66 planted models in 4 languages on every topic, 20,064 cells of 5
 * responses. Prints how long planning, asking, analysis and reports took, and the most threads and memory that the process had.
 */
public final class ScaleStudy {

    private static final String HEAP = "512m";
    private static final int MODELS = 66;
    private static final int TOPICS = 76;
    private static final int EACH = 5;
    private static final String STORE = "scale.store";
    private static final Path STATUS = Path.of("/proc/self/status");

    private ScaleStudy() {}

    @CulturalSuite(languages = {"da", "nl", "en", "pt"})
    @DistinctGate(min = -1)
    @CoverageGate(min = 0.9)
    static class Suite {
        @CulturalProbe(catalogue = "wvs7")
        void everything() {}
    }

    /**
     * Takes the number of models, 66 where it is not given, and of responses to a topic, 5 where it is not. The system property
     * {@code scale.jvm} holds further arguments of the virtual machine, as for a profile, and {@code scale.store} another store than a file
     * of SQLite.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int models = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MODELS;
        int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EACH;
        if (arguments.length == 3) {
            new Watched(Path.of(arguments[2])).run(models, each);
            return;
        }
        Path folder = Files.createTempDirectory("cultivar-scale");
        int end;
        try {
            end = fork(models, each, folder);
        } finally {
            delete(folder);
        }
        System.exit(end);
    }

    private static int fork(int models, int each, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + HEAP));
        Stream.of(System.getProperty("scale.jvm", "").split(" "))
                .filter(argument -> !argument.isBlank())
                .forEach(command::add);
        Optional.ofNullable(System.getProperty(STORE)).ifPresent(store -> command.add("-D" + STORE + "=" + store));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                ScaleStudy.class.getName(),
                String.valueOf(models),
                String.valueOf(each),
                folder.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> models(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> "planted/mix-US" + (100 - i) + "-local" + i)
                .map(name -> name.replace("mix-US100-local0", "perfect-US"))
                .toList();
    }

    /** One run, and the marks that the launcher's events set in it. */
    private static final class Watched implements TestExecutionListener {

        private final Path folder;
        private final AtomicInteger threads = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final List<String> parts = new ArrayList<>();
        private long since = System.nanoTime();
        private long cpuSince = cpu();
        private String part = "start and plan";
        private int cells;
        private int gates;

        Watched(Path folder) {
            this.folder = folder;
        }

        void run(int models, int each) throws IOException {
            Thread sampler = new Thread(this::sample, "sampler");
            sampler.setDaemon(true);
            sampler.start();
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(Suite.class))
                    .configurationParameter(LauncherConstants.OUTPUT_DIR_PROPERTY_NAME, folder.toString())
                    .configurationParameter(Settings.MODELS.name(), String.join(",", models(models)))
                    .configurationParameter(Settings.RESPONSES.name(), String.valueOf(each * TOPICS))
                    .configurationParameter(Settings.LOOKS.name(), "1")
                    .configurationParameter(
                            Settings.STORE.name(),
                            System.getProperty(
                                    STORE, folder.resolve("responses.db").toString()))
                    .configurationParameter(
                            Settings.OUTPUT.name(), folder.resolve("out").toString())
                    .configurationParameter(Settings.PROGRESS.name(), "5s")
                    .build();
            LauncherFactory.create(LauncherConfig.builder()
                            .enableTestEngineAutoRegistration(false)
                            .enableTestExecutionListenerAutoRegistration(false)
                            .addTestEngines(new CultivarTestEngine())
                            .build())
                    .execute(request, this);
            mark("done");
            System.out.println("\n| part | seconds | of processor |\n|---|---:|---:|");
            parts.forEach(System.out::println);
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d cells of %d responses, %d gates, %d leaves failed; processor %.1f s;%nat most %d threads,"
                            + " %s kB resident; Allure files: %d of %.1f MB%n",
                    cells,
                    each,
                    gates,
                    failed.get(),
                    cpu() / 1e9,
                    threads.get(),
                    status("VmHWM:"),
                    files().size(),
                    files().stream().mapToLong(Watched::size).sum() / 1e6);
        }

        private List<Path> files() throws IOException {
            try (Stream<Path> all = Files.list(folder.resolve("allure-results"))) {
                return all.toList();
            }
        }

        private static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Analysis begins with the gates, and the reports where the last gate has ended. */
        @Override
        public void executionStarted(TestIdentifier node) {
            String type = type(node);
            if (type.equals("suite")) {
                mark("asking");
            } else if (type.equals("gates")) {
                mark("analysis");
            }
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED && failed.getAndIncrement() < 5) {
                result.getThrowable().ifPresent(failure -> System.out.println(failure.getMessage()));
            }
            String type = type(node);
            if (type.equals("gates")) {
                mark("reports");
            } else if (type.equals("gate")) {
                gates++;
            } else if (node.isTest()) {
                cells++;
            }
        }

        private static String type(TestIdentifier node) {
            return node.getUniqueIdObject().getLastSegment().getType();
        }

        private void mark(String next) {
            long now = System.nanoTime();
            parts.add(String.format(
                    Locale.ROOT, "| %s | %.1f | %.1f |", part, (now - since) / 1e9, (cpu() - cpuSince) / 1e9));
            since = now;
            cpuSince = cpu();
            part = next;
        }

        private void sample() {
            while (true) {
                threads.accumulateAndGet(Integer.parseInt(status("Threads:")), Math::max);
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private static String status(String line) {
            try (Stream<String> lines = Files.lines(STATUS)) {
                return lines.filter(each -> each.startsWith(line))
                        .findFirst()
                        .orElse(line + " 0")
                        .substring(line.length())
                        .replace("kB", "")
                        .strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static long cpu() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }
    }
}
