package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A run in a process of its own, with a secret in every place that can hold one, against a proxy and an endpoint that tell back whatever
 * they were told; afterwards all that the run left behind is searched.
 */
class SecretRunTest extends AtLab {

    @CulturalSuite(
            languages = {"da", "en"},
            responses = 24)
    @CoverageGate(min = 0.8)
    static class Suite {
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe("F118")
        void homosexuality() {}
    }

    /** Where no key may be, and is refused. */
    static final String LITERAL = "sk-proj-Wr0ngPlace4ThisKey7";

    private static final String KEY = "sk-live-Zq81/endpoint+key=0042";
    private static final String TEAM = "Bearer team-7f3e9a1c55d0";
    private static final String PROXY_PASSWORD = "prxy-p4ssw0rd-ü91";
    private static final String STORE_PASSWORD = "st0re-p4ssw0rd-773";

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LAB_KEY", KEY,
            "TEAM_TOKEN", TEAM,
            "PROXY_LOGIN", "cultivar:" + PROXY_PASSWORD,
            "CULTIVAR_STORE_USER", "cultivar",
            "CULTIVAR_STORE_PASSWORD", STORE_PASSWORD);

    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer proxy;

    @BeforeEach
    void startProxy() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        proxy.createContext("/", this::relay);
        proxy.setExecutor(workers);
        proxy.start();
    }

    @AfterEach
    void stopProxy() {
        proxy.stop(0);
        workers.shutdownNow();
    }

    /** Challenges, answers one model and every eighth request with an error and all others with the lab's answer; each tells what it was told. */
    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            Headers headers = exchange.getRequestHeaders();
            String login = headers.getFirst("Proxy-Authorization");
            if (login == null) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"house\"");
                reply(exchange, 407, "who is there?");
                return;
            }
            String echo = Stream.of("Authorization", "X-Team", "Proxy-Authorization")
                    .map(name -> name + " " + headers.getFirst(name))
                    .reduce("", (all, one) -> all + one + "; ");
            told.add(echo);
            int number = requests.incrementAndGet();
            if (number % 8 == 0 || new String(request, StandardCharsets.UTF_8).contains("\"refused\"")) {
                reply(exchange, number % 16 == 0 ? 400 : 500, "{\"error\": {\"message\": \"bad: " + echo + "\"}}");
                return;
            }
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lab.port() + "/v1/chat/completions"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String body = answer.body().replaceFirst("\\{", "{\"system_fingerprint\":\"" + echo + "\",");
            reply(
                    exchange,
                    answer.statusCode(),
                    number % 4 == 1 ? body.replace("\"content\":\"", "\"content\":\"" + echo) : body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Test
    void noSecretIsLeftAnywhere() throws Exception {
        Path left = Files.createDirectories(folder.resolve("left"));
        Path log = left.resolve("console.log");
        Process run = start(left, log);
        Set<String> commands = new TreeSet<>();
        while (!run.waitFor(20, TimeUnit.MILLISECONDS)) {
            Stream.concat(Stream.of(run.toHandle()), run.descendants())
                    .forEach(process -> commandLine(process, commands));
        }
        String console = Files.readString(log);
        assertThat(run.exitValue()).as(console).isZero();

        // The secrets were really used, told back, and painted over.
        assertThat(told).singleElement().satisfies(echo -> assertThat(echo)
                .contains(KEY, TEAM, basic(StandardCharsets.ISO_8859_1)));
        assertThat(lab.calls.get()).isGreaterThan(40);
        Path cultivar = left.resolve("sound/cultivar");
        assertThat(Files.readString(cultivar.resolve("responses.jsonl"))).contains("[secret]");
        assertThat(console)
                .contains("FINE")
                .contains("[secret]")
                .contains("does not answer: check that the database runs")
                .contains("endpoints.lab.base-url must be like https://host/v1")
                .contains("Parameter cultivar.store must be a URL without user and password")
                .contains("Parameter cultivar.seed is '(not shown");

        List<Path> files = files(left);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("results.json", "responses.jsonl", "results.csv", "summary.md", "report.html", "responses.db")
                .anyMatch(name -> name.endsWith("-result.json"))
                .anyMatch(name -> name.endsWith("-attachment.txt"));
        for (Path file : files) {
            requireNoSecret(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            requireNoSecret(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        try (ResponseStore store =
                ResponseStores.open(left.resolve("store/responses.db").toString(), StoreMode.REPLAY)) {
            store.scan(entry -> requireNoSecret("the store", entry.toString()));
            assertThat(store.stats().answers())
                    .as("answers that were looked at")
                    .isPositive();
        }
        assertThat(commands).isNotEmpty().allSatisfy(command -> requireNoSecret("the command", command));
    }

    private static void requireNoSecret(String where, String text) {
        for (String secret : List.of(KEY, TEAM, PROXY_PASSWORD, STORE_PASSWORD, LITERAL)) {
            // Half of one is too much.
            String start = secret.replace("Bearer ", "").substring(0, 12);
            for (String form : List.of(
                    start,
                    URLEncoder.encode(start, StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(start.getBytes(StandardCharsets.UTF_8)))) {
                assertThat(text.contains(form)).as("%s in %s", form, where).isFalse();
            }
        }
        assertThat(text.contains(basic(StandardCharsets.ISO_8859_1).substring(6)))
                .as("the proxy's login in %s", where)
                .isFalse();
        assertThat(text.contains(basic(StandardCharsets.UTF_8).substring(6)))
                .as("the proxy's login in %s", where)
                .isFalse();
    }

    private static String basic(java.nio.charset.Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString(("cultivar:" + PROXY_PASSWORD).getBytes(charset));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** As whoever lists the processes of this machine sees it. */
    private static void commandLine(ProcessHandle process, Set<String> seen) {
        try {
            seen.add(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            process.info().commandLine().ifPresent(seen::add);
        }
    }

    private Process start(Path left, Path log) throws IOException {
        String sound = """
            endpoints:
              lab:
                base-url: "http://models.invalid/v1"
                key-env: LAB_KEY
                retries: 0
                concurrency: 4
                headers: {X-Team: "env:TEAM_TOKEN"}
                options: {proxy: "http://127.0.0.1:%d", proxy-credentials-env: PROXY_LOGIN}
            models:
              perfect: {endpoint: lab, model: perfect-local, max-tokens: 800}
              refused: {endpoint: lab, max-tokens: 800}
            judge: {endpoint: lab, model: judge, max-tokens: 200, reliability: 1.0}
            """.formatted(proxy.getAddress().getPort());
        Path settings = Files.writeString(folder.resolve("sound.yaml"), sound);
        Path wrong = Files.writeString(
                folder.resolve("wrong.yaml"), sound.replace("//models.invalid", "//me:" + LITERAL + "@models.invalid"));
        Path logging = Files.writeString(
                folder.resolve("logging.properties"),
                "handlers=java.util.logging.ConsoleHandler\n.level=ALL\njava.util.logging.ConsoleHandler.level=ALL\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=" + logging,
                "-cp",
                classPath,
                SecretRun.class.getName(),
                left.toString(),
                settings.toString(),
                wrong.toString())));
        command.environment().putAll(ENVIRONMENT);
        return command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
