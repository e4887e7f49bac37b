package dev.cultivar.model;

import dev.cultivar.settings.EndpointSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests per second, processor time and heap against a stub with a fixed delay; no test. Arguments: base URL, number of
 * requests, concurrency, the stub's delay in milliseconds, rounds that warm up.
 */
final class ThroughputMain {

    private static final String PROMPT = "x".repeat(300);

    private ThroughputMain() {}

    public static void main(String[] args) throws Exception {
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
