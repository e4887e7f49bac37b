package dev.cultivar.run;

import dev.cultivar.io.Futures;
import dev.cultivar.judge.Judge;
import dev.cultivar.judge.Judgement;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.planted.PlantedServer;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.run.cost.BudgetException;
import dev.cultivar.run.cost.BudgetGuard;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.screen.AnswerScreen;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.store.StoreKey;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints that a run's settings specify, and the built-in models' server if one of them takes part. */
public final class LiveParticipants implements Participants {

    /** Number of statements that every prompt asks for. */
    static final int STATEMENTS = 10;

    private final ModelConnections connections;
    private final Optional<PlantedServer> planted;
    private final AnswerScreen screen = new AnswerScreen(STATEMENTS);
    private final Judge judge;
    private final RunStore store;
    private final RunPlan plan;
    private final Map<String, String> unreachable = new ConcurrentHashMap<>();

    private LiveParticipants(
            ModelConnections connections, Optional<PlantedServer> planted, RunStore store, RunPlan plan) {
        ModelSettings judge = plan.settings().judge().value().model();
        this.connections = connections;
        this.planted = planted;
        this.store = store;
        this.plan = plan;
        this.judge = new Judge(connect(judge), Samplings.of(judge), store.memory(StoreKey.Kind.JUDGEMENT, judge));
    }

    /**
     * Prepares all participants; sends nothing.
     *
     * @param plan the run
     * @param keys where keys come from
     * @throws dev.cultivar.settings.SettingsException if an endpoint's provider is unknown
     * @throws dev.cultivar.store.StoreException if the store cannot be used
     */
    public static LiveParticipants open(RunPlan plan, KeySource keys) {
        return open(plan, keys, plan.settings().value(Settings.BUDGET).map(BudgetGuard::new), Backoff.DEFAULT);
    }

    /**
     * As {@link #open(RunPlan, KeySource)}, with a budget that several runs share.
     *
     * @param budget the budget that every request must stay within; empty if there is no limit
     * @param backoff how long to wait before a request is sent again
     */
    public static LiveParticipants open(RunPlan plan, KeySource keys, Optional<BudgetGuard> budget, Backoff backoff) {
        RunStore store = RunStore.open(plan, budget);
        try {
            return open(plan, keys, store, backoff);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static LiveParticipants open(RunPlan plan, KeySource keys, RunStore store, Backoff backoff) {
        RunSettings settings = plan.settings();
        Map<String, EndpointSettings> endpoints = new TreeMap<>(settings.endpoints());
        Optional<EndpointSettings> own = settings.ownServer().filter(endpoint -> !store.replays());
        Optional<PlantedServer> server = Optional.empty();
        if (own.isPresent()) {
            PlantedServer started =
                    PlantedServer.start(plan.populations(), plan.books().values());
            endpoints.put(own.get().name(), started.at(own.get()));
            server = Optional.of(started);
        }
        try {
            ModelConnections connections =
                    ModelConnections.open(endpoints.values(), keys, backoff, store::againstRepeating);
            return new LiveParticipants(connections, server, store, plan);
        } catch (RuntimeException e) {
            server.ifPresent(PlantedServer::close);
            throw e;
        }
    }

    /** Why a model cannot be asked at all, by model name: one line each, for example about a missing key. */
    public Map<String, String> unreachable() {
        return Map.copyOf(unreachable);
    }

    /** A model that cannot be reached fails every request with the reason. */
    @Override
    public ChatModel model(ModelSettings settings) {
        ChatModel model = connect(settings);
        return request -> model.complete(request).whenComplete((response, failure) -> {
            if (failure != null && !unreachable.containsKey(settings.name()) && wasSentInVain(Futures.cause(failure))) {
                store.lost(settings);
            }
        });
    }

    /** What the budget refuses here was sent before, and must not be sent again. */
    private static boolean wasSentInVain(Throwable failure) {
        return failure instanceof BudgetException
                || (failure instanceof ProviderException lost && lost.kind() != ProviderException.Kind.CANCELLED);
    }

    private ChatModel connect(ModelSettings settings) {
        if (store.replays()) {
            // A model that is never asked needs no key.
            return request -> CompletableFuture.failedFuture(new IllegalStateException("a replayed run asks nobody"));
        }
        try {
            return connections.model(settings);
        } catch (ProviderException e) {
            unreachable.put(settings.name(), e.getMessage() == null ? e.kind().name() : e.getMessage());
            return request -> CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public ResponseMemory memory(ModelSettings settings) {
        return store.memory(StoreKey.Kind.ANSWER, settings);
    }

    @Override
    public Optional<EarlierAnswers> earlier(ModelSettings settings) {
        return store.earlier(StoreKey.Kind.ANSWER, settings);
    }

    @Override
    public Optional<EarlierAnswers> earlierJudgements() {
        return store.earlier(
                StoreKey.Kind.JUDGEMENT, plan.settings().judge().value().model());
    }

    @Override
    public void begin(Set<CellKey> cells) {
        store.begin(cells);
    }

    @Override
    public RunAccount account() {
        return store.account();
    }

    @Override
    public long retries() {
        return connections.retries();
    }

    @Override
    public InFlight inFlight() {
        return connections.inFlight();
    }

    @Override
    public void finished() {
        store.end();
        store.exportRecorded(LookLog.hashes(plan));
    }

    @Override
    public Screening screen(String text, FinishReason finish, String language) {
        return screen.screen(text, finish, language);
    }

    @Override
    public CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements) {
        return judge.judge(topic, language, statements);
    }

    @Override
    public void close() {
        connections.close();
        planted.ifPresent(PlantedServer::close);
        store.close();
    }
}
