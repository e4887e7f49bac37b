package dev.cultivar.planted;

import com.sun.net.httpserver.HttpServer;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Models with known values, and a judge that knows their sentences, behind an OpenAI-compatible endpoint on a random port of the loopback
 * interface.
 *
 * <p>The models are {@code uniform}, {@code fifty}, {@code perfect-DK} and {@code perfect-} with any other population of the table,
 * {@code perfect-local} (the mean of the countries that speak the prompt's language), {@code world} (the mean of all countries that do not
 * speak it), mixtures such as {@code mix-US70-DK30}, {@code refuser} and {@code english-only}. In a mixture {@code local}, {@code world},
 * {@code fifty} and {@code uniform} (which scatters responses) may have a share too. The judge is {@code judge}. Models and judge read
 * from the prompt what is asked and in which language.
 */
public final class PlantedServer implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int NAMED = 8;
    private static final int BACKLOG = 1024;

    /** Without this property, the JDK's server holds back a reply's body until the header's delayed acknowledgement, 40 ms. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService workers;

    private PlantedServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /** What is wrong with the name of a built-in model, in the server's words; empty where the server would answer. */
    public static Optional<String> problem(String model, PopulationTable table) {
        try {
            Persona.of(model, table);
            return Optional.empty();
        } catch (PlantedModelException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /** Why a built-in model could not answer everything that a suite asks in a language; empty where it could. */
    public static Optional<String> silence(
            String model, PopulationTable table, String language, Collection<String> topics) {
        Persona persona = Persona.of(model, table);
        if (Sentences.of(persona.answersIn(language)).isEmpty()) {
            return Optional.of("The built-in models do not speak " + Names.language(language) + "; name a model of your"
                    + " own, or another language.");
        }
        List<String> unknown = topics.stream()
                .filter(topic -> !hasView(persona, topic, language))
                .toList();
        int more = unknown.size() - NAMED;
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("Model '" + model + "' takes its answers in " + Names.language(language)
                        + " from survey figures, and there are none on " + unknown.size() + " of the suite's "
                        + topics.size() + " topics: "
                        + unknown.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (more > 0 ? " and " + more + " more" : "")
                        + "; leave out the topics or the language, name another model, or import figures with"
                        + " cultivar:ground-truth.");
    }

    private static boolean hasView(Persona persona, String topic, String language) {
        try {
            persona.polarity(topic, language, new Random(0));
            return true;
        } catch (PlantedModelException e) {
            return false;
        }
    }

    /**
     * Starts serving.
     *
     * @param table source of the perfect and mixed models' values
     * @param books the languages that prompts may be in
     * @throws UncheckedIOException where no port is available
     */
    public static PlantedServer start(PopulationTable table, Collection<PromptBook> books) {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        Map<String, Sentences> sentences = new HashMap<>();
        for (PromptBook book : books) {
            Sentences.of(book.language()).ifPresent(own -> sentences.put(book.language(), own));
        }
        Sentences.of("en").ifPresent(own -> sentences.putIfAbsent("en", own));
        ChatHandler handler = new ChatHandler(new PlantedAnswers(table, books, sentences), new PlantedJudge(sentences));
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "cultivar-planted");
            thread.setDaemon(true);
            return thread;
        });
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            server.createContext("/v1/chat/completions", handler);
            server.setExecutor(workers);
            server.start();
            return new PlantedServer(server, workers);
        } catch (IOException e) {
            workers.shutdownNow();
            throw new UncheckedIOException("no loopback port is free for the planted models", e);
        }
    }

    /** Start of every request's URL, without a trailing slash. */
    public String baseUrl() {
        InetSocketAddress address = server.getAddress();
        return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/v1";
    }

    /** The endpoint's settings, with this server's address. */
    public EndpointSettings at(EndpointSettings endpoint) {
        return new EndpointSettings(
                endpoint.name(),
                "openai",
                Optional.of(baseUrl()),
                Optional.empty(),
                endpoint.concurrency(),
                endpoint.timeout(),
                endpoint.retries(),
                endpoint.requestsPerMinute(),
                endpoint.tokensPerMinute(),
                endpoint.headers(),
                endpoint.options());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
