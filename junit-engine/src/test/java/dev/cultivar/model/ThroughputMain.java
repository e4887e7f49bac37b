package dev.cultivar.model;

import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests per second, processor time and heap against an endpoint with a fixed delay; no test. Arguments: base URL, number of
 * requests, concurrency, the endpoint's delay in milliseconds, rounds that warm up. Without arguments: at 4, 32 and 128, each
 * in a virtual machine of its own, against an endpoint in another.
 */
final class ThroughputMain {

    private static final String PROMPT = "x".repeat(300);

    private ThroughputMain() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            all();
            return;
        }
        String url = args[0];
        int count = Integer.parseInt(args[1]);
        int concurrency = Integer.parseInt(args[2]);
        int delay = Integer.parseInt(args[3]);
        EndpointSettings endpoint = new EndpointSettings(
                "lab",
                "openai",
                Optional.of(url),
                Optional.empty(),
                concurrency,
                Duration.ofSeconds(60),
                2,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Map.of());
        try (ModelConnections connections = ModelConnections.open(List.of(endpoint), name -> null)) {
            ChatModel model = connections.model(Endpoints.model("stub"));
            for (int round = 0; round < Integer.parseInt(args[4]); round++) {
                run(model, Math.min(count, 3000), concurrency);
            }
            Map<String, Long> times = ThreadTimes.now();
            long cpu = cpu();
            long from = System.nanoTime();
            int failed = run(model, count, concurrency);
            double wall = (System.nanoTime() - from) / 1e6;
            double perRequest = (cpu() - cpu) / 1e6 / count;
            Map<String, Long> spent = ThreadTimes.since(times);
            double ideal = (double) count * delay / concurrency;
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            System.out.printf(
                    Locale.ROOT,
                    "cultivar N=%d C=%d wall=%.0fms rps=%.0f ideal=%.0fms ratio=%.3f cpu=%.3fms/request, by kind of thread %s ms, failed=%d heap=%dMB%n",
                    count,
                    concurrency,
                    wall,
                    count / wall * 1000,
                    ideal,
                    wall / ideal,
                    perRequest,
                    spent,
                    failed,
                    heap);
        }
    }

    private static void all() throws IOException, InterruptedException {
        Process endpoint = java(DelayedEndpoint.class, "50")
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (BufferedReader said = endpoint.inputReader()) {
            String url = said.readLine();
            for (String[] size : new String[][] {{"5000", "4"}, {"20000", "4"}, {"20000", "32"}, {"20000", "128"}}) {
                int exit = java(ThroughputMain.class, url, size[0], size[1], "50", "0")
                        .start()
                        .waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("exit code " + exit);
                }
            }
        } finally {
            endpoint.destroy();
        }
    }

    private static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO();
    }

    private static int run(ChatModel model, int count, int concurrency) throws InterruptedException {
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(count);
        Semaphore window = new Semaphore(2 * concurrency);
        for (int i = 0; i < count; i++) {
            window.acquire();
            var unused = model.complete(ChatRequest.of(PROMPT, Sampling.DEFAULT))
                    .whenComplete((answer, failure) -> {
                        window.release();
                        if (failure != null || answer.text().isEmpty()) {
                            failed.incrementAndGet();
                        }
                        done.countDown();
                    });
        }
        done.await();
        return failed.get();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
