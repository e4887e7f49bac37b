package dev.cultivar.throughput;

import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole run against an endpoint that throttles, fails, resets connections, cuts answers, drips and stalls.
 *
 * @param answered numbers of the answers that left the endpoint whole
 * @param stored numbers of the answers in the run's store, each as often as it is there
 * @param met how often each fault was met
 * @param heap megabytes in use after a full collection, at each quarter of the run
 * @param exit of the run's process, 0 where every gate passed
 * @param said what the run printed
 */
record Soak(
        Set<Long> answered,
        List<Long> stored,
        Map<StubFault, Integer> met,
        List<Double> heap,
        int exit,
        List<String> said) {

    private static final int CONCURRENCY = 128;
    private static final int DELAY_MILLIS = 20;

    /** @param calls about how many are answered, half of them by the judge */
    static Soak of(int calls) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cultivar-soak");
        try (StubEndpoint stub = new StubEndpoint(DELAY_MILLIS, StubFault::of)) {
            Process run = RateStudy.run(
                            List.of("-Xmx512m"),
                            stub.url(),
                            String.valueOf(calls / 2),
                            String.valueOf(CONCURRENCY),
                            folder.toString())
                    .start();
            List<String> said = new ArrayList<>();
            List<Double> heap = new ArrayList<>();
            try (BufferedReader out = run.inputReader()) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    said.add(line);
                    if (line.startsWith(LoadRun.HEAP)) {
                        heap.add(Double.valueOf(line.substring(LoadRun.HEAP.length())));
                    }
                }
            }
            int exit = run.waitFor();
            if (!Files.exists(folder.resolve(LoadRun.STORE))) {
                throw new IllegalStateException("the run did not begin: " + String.join("\n", said));
            }
            Map<StubFault, Integer> met = new EnumMap<>(StubFault.class);
            for (StubFault fault : StubFault.values()) {
                met.put(fault, stub.met(fault));
            }
            return new Soak(stub.answered(), stored(folder), met, heap, exit, said);
        } finally {
            RateStudy.delete(folder);
        }
    }

    private static List<Long> stored(Path folder) {
        List<Long> numbers = new ArrayList<>();
        try (ResponseStore store =
                ResponseStores.open(folder.resolve(LoadRun.STORE).toString(), StoreMode.REPLAY)) {
            store.scan(entry -> {
                String text = entry.response().text();
                if (text.contains("(")) {
                    numbers.add(StubEndpoint.number(text));
                }
            });
        }
        return numbers;
    }

    /** Answers that left and were not kept. */
    Set<Long> lost() {
        Set<Long> lost = new HashSet<>(answered);
        stored.forEach(lost::remove);
        return lost;
    }

    /** Prints what came out. Argument: the number of calls, 200,000 where it is not given. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Soak soak = of(args.length > 0 ? Integer.parseInt(args[0]) : 200_000);
        soak.said().forEach(System.out::println);
        System.out.printf(
                "%,d answers left, %,d are stored, %d lost, %d stored twice or never sent; exit code %d; %.0f s%n",
                soak.answered().size(),
                soak.stored().size(),
                soak.lost().size(),
                soak.stored().size() - soak.answered().size() + soak.lost().size(),
                soak.exit(),
                (System.nanoTime() - begin) / 1e9);
        System.out.println("faults met: " + soak.met());
        System.out.println("heap after collection at each quarter, MB: " + soak.heap());
    }
}
