package dev.cultivar.throughput;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rate of a whole run beside that of a loop in Node that only asks: both make the same number of calls to one endpoint that answers
 * after 50 ms, in turns. Prints a table. Arguments: rounds, and pairs of concurrency and calls.
 */
public final class RateStudy {

    private static final int DELAY_MILLIS = 50;

    private RateStudy() {}

    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        List<String> sizes = args.length > 1
                ? List.of(args).subList(1, args.length)
                : List.of("4", "2000", "32", "10000", "128", "10000", "512", "20000");
        Path loop = Path.of(
                Objects.requireNonNull(RateStudy.class.getResource("loop.mjs")).toURI());
        System.out.println(
                "| concurrency | calls | loop, calls a second | run, calls a second | ratio | loop, ms a call |");
        System.out.println("|---:|---:|---:|---:|---:|---:|");
        List<String> runs = new ArrayList<>();
        try (StubEndpoint stub = new StubEndpoint(DELAY_MILLIS, request -> StubFault.NONE)) {
            for (int i = 0; i < sizes.size(); i += 2) {
                for (int round = 0; round < rounds; round++) {
                    runs.add("at " + sizes.get(i) + ": " + side(stub, loop, sizes.get(i), sizes.get(i + 1)));
                }
            }
        }
        System.out.println("Runs");
        runs.forEach(System.out::println);
    }

    /** Both, in turn; what the run says of itself. */
    private static String side(StubEndpoint stub, Path loop, String concurrency, String calls)
            throws IOException, InterruptedException {
        stub.reset();
        String cpu = said(new ProcessBuilder("node", loop.toString(), stub.url(), calls, concurrency));
        double looped = stub.rate();
        stub.reset();
        Path folder = Files.createTempDirectory("cultivar-rate");
        String ran;
        try {
            ran = said(run(
                    List.of(),
                    stub.url(),
                    String.valueOf(Integer.parseInt(calls) / 2),
                    concurrency,
                    folder.toString()));
        } finally {
            delete(folder);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.2f | %s |%n",
                concurrency,
                stub.answered().size(),
                looped,
                stub.rate(),
                stub.rate() / looped,
                cpu);
        return ran;
    }

    /** @param options of the virtual machine */
    static ProcessBuilder run(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        String more = System.getProperty("cultivar.build.jvm", "");
        command.addAll(
                Stream.of(more.split(" ")).filter(option -> !option.isEmpty()).toList());
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LoadRun.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** The last line that it prints. */
    private static String said(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        List<String> lines;
        try (BufferedReader out = process.inputReader()) {
            lines = out.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join("\n", lines));
        }
        return lines.get(lines.size() - 1);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
