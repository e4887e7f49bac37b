package dev.cultivar.judge;

import dev.cultivar.api.Stance;
import dev.cultivar.judge.EndpointCheck.Finding;
import dev.cultivar.judge.EndpointCheck.Role;
import dev.cultivar.judge.EndpointCheck.State;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.ModelSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Tries every model and the judge with a call of a few tokens, before a run pays for ten thousand calls. */
public final class Doctor {

    private static final String GREETING = "Invent a word of twelve letters and answer with that word only.";
    private static final int FEW_TOKENS = 64;
    private static final long SEED = 7;

    /** The built-in judge understands only the controls and the sentences of the built-in models. */
    private static final List<String> TO_BUILT_IN = List.of("I love rain in summer.", "I hate rain in summer.");

    private final ModelConnections connections;

    /** @param connections open to every endpoint used here; not closed here */
    public Doctor(ModelConnections connections) {
        this.connections = connections;
    }

    /**
     * Tries a model under test.
     *
     * @param prompt what to ask; empty for a greeting, which the built-in models do not understand
     * @return completes normally whatever was found
     */
    public CompletableFuture<EndpointCheck> model(ModelSettings settings, Optional<String> prompt) {
        ChatModel model;
        try {
            model = connections.model(settings);
        } catch (ProviderException e) {
            return CompletableFuture.completedFuture(failed(Role.MODEL, settings, e));
        }
        // Asks twice with one seed: equal words may be chance, but different words prove that the seed is not honoured.
        ChatRequest request = request(settings, prompt.orElse(GREETING));
        return model.complete(request)
                .thenCompose(first -> model.complete(request).thenApply(second -> {
                    List<Finding> findings = new ArrayList<>(reached());
                    findings.add(seed(settings, first, second));
                    return new EndpointCheck(
                            Role.MODEL, settings.name(), settings.endpoint(), findings, first.latency());
                }))
                .exceptionally(failure -> failed(Role.MODEL, settings, failure));
    }

    /** Asks as a run does, so that a system prompt that an endpoint refuses, or that makes a model decline, shows here. */
    private static ChatRequest request(ModelSettings settings, String prompt) {
        Sampling sampling = new Sampling(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.of(FEW_TOKENS),
                OptionalLong.of(SEED),
                Map.of());
        ChatMessage message = ChatMessage.user(prompt);
        return new ChatRequest(
                settings.system()
                        .map(system -> List.of(ChatMessage.system(system), message))
                        .orElse(List.of(message)),
                sampling,
                Optional.empty());
    }

    private static Finding seed(ModelSettings settings, ModelResponse first, ModelResponse second) {
        if (!settings.sendSeed()) {
            return new Finding("seed", State.MISSING, "not sent, as set");
        }
        if (first.text().isBlank() || second.text().isBlank()) {
            return new Finding(
                    "seed", State.UNKNOWN, FEW_TOKENS + " tokens brought no text: a model that reasons may need more");
        }
        return first.text().equals(second.text())
                ? new Finding("seed", State.WORKS, "")
                : new Finding("seed", State.MISSING, "two answers to one seed differ");
    }

    /** Tries the judge on statements of known stance, in one call as in a run. */
    public CompletableFuture<EndpointCheck> judge(ModelSettings settings) {
        Judge judge;
        try {
            judge = new Judge(connections.model(settings));
        } catch (ProviderException e) {
            return CompletableFuture.completedFuture(failed(Role.JUDGE, settings, e));
        }
        boolean builtIn = settings.isBuiltIn();
        long started = System.nanoTime();
        return judge.judge(KnownStatements.TOPIC, "en", builtIn ? TO_BUILT_IN : KnownStatements.statements())
                .thenApply(judgement -> {
                    List<Finding> findings = new ArrayList<>(reached());
                    findings.add(schema(judge));
                    findings.add(
                            builtIn
                                    ? new Finding("reads", State.WORKS, "")
                                    : KnownStatements.finding(judgement.stances()));
                    Duration latency = Duration.ofNanos(System.nanoTime() - started);
                    return new EndpointCheck(Role.JUDGE, settings.name(), settings.endpoint(), findings, latency);
                })
                .exceptionally(failure -> failed(Role.JUDGE, settings, failure));
    }

    private static Finding schema(Judge judge) {
        return switch (judge.means()) {
            case RESPONSE_FORMAT -> new Finding("schema", State.WORKS, "");
            case TOOL_CALL -> new Finding("schema", State.WORKS, "by tool call");
            case TEXT -> new Finding("schema", State.MISSING, "asked in plain text instead");
        };
    }

    private static List<Finding> reached() {
        return List.of(
                new Finding("reachable", State.WORKS, ""),
                new Finding("key", State.WORKS, ""),
                new Finding("model", State.WORKS, ""));
    }

    private static EndpointCheck failed(Role role, ModelSettings settings, Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof JudgeException)
                && cause.getCause() != null
                && !(cause.getCause() instanceof StanceParser.Unusable)) {
            cause = cause.getCause();
        }
        return new EndpointCheck(role, settings.name(), settings.endpoint(), findings(cause), Duration.ZERO);
    }

    private static List<Finding> findings(Throwable cause) {
        Finding reachable = new Finding("reachable", State.WORKS, "");
        Finding key = new Finding("key", State.WORKS, "");
        if (!(cause instanceof ProviderException provider)) {
            String detail = String.valueOf(cause.getMessage());
            List<Stance> misread =
                    cause instanceof JudgeException judge ? judge.judgement().stances() : List.of();
            return List.of(
                    reachable,
                    key,
                    misread.size() == KnownStatements.statements().size()
                            ? new Finding("reads", State.BROKEN, detail + "; " + KnownStatements.share(misread))
                            : new Finding(misread.isEmpty() ? "schema" : "reads", State.BROKEN, detail));
        }
        String detail = String.valueOf(provider.getMessage());
        return switch (provider.kind()) {
            case KEY -> List.of(new Finding("key", State.BROKEN, detail));
            case NOT_FOUND -> List.of(reachable, new Finding("model", State.BROKEN, detail));
            case CONNECTION, UNREACHABLE, TIMEOUT, CANCELLED -> List.of(new Finding("reachable", State.BROKEN, detail));
            case FORBIDDEN, BAD_REQUEST, RATE_LIMIT, SERVER, PROTOCOL ->
                List.of(reachable, new Finding("answer", State.BROKEN, detail));
        };
    }
}
