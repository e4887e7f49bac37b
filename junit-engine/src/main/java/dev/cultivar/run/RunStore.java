package dev.cultivar.run;

import dev.cultivar.batch.BatchWriter;
import dev.cultivar.io.Futures;
import dev.cultivar.io.Sha256;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.model.limits.BuildLimits;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.run.cost.BudgetException;
import dev.cultivar.run.cost.BudgetGuard;
import dev.cultivar.run.cost.ChargedUsage;
import dev.cultivar.run.cost.CostLedger;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.Answer;
import dev.cultivar.store.EndpointName;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.RunStart;
import dev.cultivar.store.StoreKey;
import dev.cultivar.store.StoreTransfer;
import dev.cultivar.store.StoredAsking;
import dev.cultivar.store.StoredEntry;
import dev.cultivar.text.FileName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run's access to the store: gives each request its key. */
final class RunStore implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final SharedStore store;
    private final StoreMode mode;
    private final StoredAsking asking;
    private final RunPlan plan;
    private final Optional<BudgetGuard> budget;
    private volatile boolean overBudget;
    private final Instant opened = Instant.now();
    private String name = "";
    private volatile @Nullable RunStart start;
    private final CostLedger ledger = new CostLedger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Requests that were sent, each until its answer is stored or lost. */
    private final Map<Object, CompletableFuture<Void>> sent = new ConcurrentHashMap<>();

    private RunStore(SharedStore store, StoreMode mode, RunPlan plan, Optional<BudgetGuard> budget) {
        this.budget = budget;
        this.store = store;
        this.mode = mode;
        this.asking = new StoredAsking(store.store(), mode, this::notBefore);
        this.plan = plan;
    }

    /**
     * Opens the store of a run.
     *
     * @param budget budget for what the store lacks
     * @throws dev.cultivar.store.StoreException if it cannot be used; nothing is overwritten
     */
    static RunStore open(RunPlan plan, Optional<BudgetGuard> budget) {
        RunSettings settings = plan.settings();
        StoreMode mode = settings.value(Settings.MODE);
        return new RunStore(SharedStore.open(settings.value(Settings.STORE), mode), mode, plan, budget);
    }

    /** The store itself, for responses that arrive in another way. */
    ResponseStore answers() {
        return store.store();
    }

    /** Whether nothing is ever asked. */
    boolean replays() {
        return mode == StoreMode.REPLAY;
    }

    /** A model's responses in any earlier run. */
    ResponseMemory memory(StoreKey.Kind kind, ModelSettings model) {
        String endpoint = endpoint(plan, model);
        return (request, version, sample, ask) ->
                memory(model, StoreKey.of(kind, endpoint, model.wireName(), request, version, sample), request, ask);
    }

    private CompletableFuture<ModelResponse> memory(
            ModelSettings model, StoreKey key, ChatRequest request, Supplier<CompletableFuture<ModelResponse>> ask) {
        AtomicBoolean asked = new AtomicBoolean();
        Object call = new Object();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        return complete(key, () -> {
                    asked.set(true);
                    return pay(model, request, () -> {
                        sent.put(call, ended);
                        return ask.get();
                    });
                })
                .whenComplete((answer, failure) -> {
                    sent.remove(call);
                    ended.complete(null);
                })
                .thenApply(answer -> {
                    book(key.kind(), model, answer, asked.get());
                    return answer.response();
                });
    }

    private void book(StoreKey.Kind kind, ModelSettings model, Answer answer, boolean asked) {
        if (asked) {
            ledger.addPaid(model, answer.response());
        } else {
            ledger.addSaved(model, answer.response().usage());
        }
        if (kind == StoreKey.Kind.ANSWER && asked) {
            ledger.addAnswerOfNow(model);
        } else if (kind == StoreKey.Kind.ANSWER) {
            ledger.addStoredAnswer(model, answer.stored());
        }
    }

    /** Must be called before anything is asked. */
    void begin(Set<CellKey> cells) {
        if (mode == StoreMode.LIVE || mode == StoreMode.RECORD) {
            name = name(cells);
            RunStart own = store.store().begin(name);
            start = new RunStart(earlier(own.at(), sinceTheBuildBegan(own.at())), own.othersBefore());
        }
    }

    /**
     * The time from which answers count as this build's own. Modules of one build that ask the same share their answers, so this is when
     * the first of them used the store.
     */
    private Instant sinceTheBuildBegan(Instant now) {
        String location = plan.settings().value(Settings.STORE);
        return (Instant) BuildLimits.shared("began with " + location, () -> now);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Equal for all runs that ask the same models the same things: a digest of suite, cells and prompts, and of each model with its
     * settings.
     */
    private String name(Set<CellKey> cells) {
        Sha256 digest = new Sha256().add(plan.suite());
        for (ModelSettings model : plan.settings().models().value()) {
            for (CellKey cell : plan.cells()) {
                if (cell.model().equals(model.name()) && cells.contains(cell)) {
                    List<PlannedPrompt> prompts = plan.prompts(cell);
                    prompts.stream()
                            .limit(1)
                            .map(planned -> PromptRequest.of(plan, model, planned))
                            .map(first -> key(StoreKey.Kind.ANSWER, model, first.version(), first))
                            .forEach(first -> digest.add("\n" + cell + " " + first.hash()));
                    prompts.forEach(planned -> digest.add(
                            "\n" + planned.sample() + planned.prompt().text()));
                }
            }
        }
        return digest.hex();
    }

    /** Anything stored before this time is too old. Counted back from the start of the run, which a resumed run keeps. */
    private Instant notBefore() {
        RunStart began = start;
        return notBefore(plan, began == null ? opened : began.at());
    }

    /** Anything stored before this time is too old for a run that begins now. */
    static Instant notBefore(RunPlan plan, Instant now) {
        return plan.settings().value(Settings.MAX_AGE).map(now::minus).orElse(Instant.EPOCH);
    }

    /** Must be called when nothing is left to ask. A run that its budget stopped has not ended: it resumes with a larger one. */
    void end() {
        if (start != null && !overBudget) {
            store.store().end(name);
        }
    }

    /** Answers of a model or the judge that are older than this run; empty before it has begun. */
    Optional<EarlierAnswers> earlier(StoreKey.Kind kind, ModelSettings model) {
        RunStart began = start;
        return began == null || !began.othersBefore() || plan.settings().value(Settings.CANARY) == 0
                ? Optional.empty()
                : Optional.of(new Earlier(kind, model, began.at()));
    }

    /** The answers stored before this run began. */
    private final class Earlier implements EarlierAnswers {

        private final StoreKey.Kind kind;
        private final ModelSettings model;
        private final Instant began;

        Earlier(StoreKey.Kind kind, ModelSettings model, Instant began) {
            this.kind = kind;
            this.model = model;
            this.began = began;
        }

        @Override
        public Map<PromptRequest, ModelResponse> to(Collection<PromptRequest> requests) {
            Map<PromptRequest, StoreKey> keys = new LinkedHashMap<>();
            requests.forEach(asked -> keys.put(asked, key(kind, model, asked.version(), asked)));
            Map<String, StoredEntry> found = store.store().entries(keys.values());
            Map<PromptRequest, ModelResponse> older = new HashMap<>();
            keys.forEach((asked, key) -> Optional.ofNullable(found.get(key.hash()))
                    .filter(entry -> entry.stored().isBefore(began) && entry.isSince(notBefore()))
                    .ifPresent(entry -> older.put(asked, entry.response())));
            return older;
        }

        /** Keeps one answer per prompt and run, so that a resumed run need not repeat what it asked again before it was interrupted. */
        @Override
        public ResponseMemory anew() {
            return (request, version, sample, ask) -> memory(
                    model,
                    key(
                            StoreKey.Kind.CANARY,
                            model,
                            version + " anew " + began,
                            new PromptRequest(request, version, sample)),
                    request,
                    ask);
        }
    }

    private StoreKey key(StoreKey.Kind kind, ModelSettings model, String version, PromptRequest asked) {
        return StoreKey.of(kind, endpoint(plan, model), model.wireName(), asked.request(), version, asked.sample());
    }

    /** The stored answer, if a run that begins now may use it. */
    static Optional<ModelResponse> find(RunPlan plan, ResponseStore store, StoreKey key) {
        Instant oldest = notBefore(plan, Instant.now());
        return store.entry(key).filter(entry -> entry.isSince(oldest)).map(StoredEntry::response);
    }

    /** Answers from the store; any other request goes into a batch file and fails for now. */
    ResponseMemory exporting(StoreKey.Kind kind, ModelSettings model, EndpointSettings to, BatchWriter writer) {
        String endpoint = endpoint(plan, model);
        return (request, version, sample, ask) -> {
            StoreKey key = StoreKey.of(kind, endpoint, model.wireName(), request, version, sample);
            Optional<ModelResponse> stored = find(plan, store.store(), key);
            return stored.isPresent()
                    ? CompletableFuture.completedFuture(stored.get())
                    : ask.get().exceptionallyCompose(failure -> {
                        if (Futures.cause(failure) instanceof CapturedRequest captured) {
                            writer.add(key, to, model, captured.request());
                            return CompletableFuture.failedFuture(CapturedRequest.waiting());
                        }
                        return CompletableFuture.failedFuture(failure);
                    });
        };
    }

    private CompletableFuture<Answer> complete(StoreKey key, Supplier<CompletableFuture<ModelResponse>> ask) {
        // A replayed answer is available at once; without handing over, one thread would do the whole run.
        return replays()
                ? CompletableFuture.completedFuture(key).thenComposeAsync(known -> asking.complete(known, ask))
                : asking.complete(key, ask);
    }

    /** Built-in models answer from the population table, so a different table counts as a different endpoint. */
    static String endpoint(RunPlan plan, ModelSettings model) {
        EndpointSettings settings = plan.settings().endpoints().get(model.endpoint());
        if (settings == null || (model.isBuiltIn() && settings.baseUrl().isEmpty())) {
            return EndpointName.PLANTED + " " + plan.populations().sha256();
        }
        return settings.baseUrl()
                .map(url -> EndpointName.of(settings.provider(), URI.create(url)))
                .orElse(settings.provider());
    }

    private CompletableFuture<ModelResponse> pay(
            ModelSettings model, ChatRequest request, Supplier<CompletableFuture<ModelResponse>> ask) {
        Supplier<CompletableFuture<ModelResponse>> charged =
                () -> ask.get().thenApply(response -> charged(model, request, response));
        return budget.map(guard -> guard.spend(model, request, charged))
                .orElseGet(charged)
                .whenComplete((response, failure) -> {
                    if (BudgetException.isCauseOf(failure)) {
                        overBudget = true;
                    }
                });
    }

    /** Why a request may not be sent again; empty if it may. */
    Optional<RuntimeException> againstRepeating(String model, ChatRequest request, ProviderException failure) {
        return budget.flatMap(guard -> Stream.concat(
                        plan.settings().models().value().stream(),
                        Stream.of(plan.settings().judge().value().model()))
                .filter(known -> known.name().equals(model))
                .findFirst()
                .flatMap(known -> guard.againstRepeating(known, request, failure)));
    }

    private ModelResponse charged(ModelSettings model, ChatRequest request, ModelResponse response) {
        if (ChargedUsage.isPlausible(response)) {
            return response;
        }
        ledger.addImplausible(model);
        return ChargedUsage.most(model, request, response);
    }

    /** Records that a request for an answer was sent and got none. */
    void lost(ModelSettings model) {
        ledger.addUnanswered(model);
    }

    /** What has been paid and saved so far. */
    RunAccount account() {
        return new RunAccount(
                ledger.lines(), plan.settings().value(Settings.BUDGET).map(Budget::text), overBudget);
    }

    /**
     * When recording, writes exactly the answers that this run used, for a team to commit and replay.
     *
     * @param notes hashes of what else a replay needs
     */
    void exportRecorded(Set<String> notes) {
        if (mode != StoreMode.RECORD) {
            return;
        }
        Set<String> used = new HashSet<>(asking.recorded());
        used.addAll(notes);
        Path folder = plan.settings().value(Settings.OUTPUT).resolve("recorded");
        new StoreTransfer(store.store())
                .exportTo(folder.resolve(FileName.forShells(plan.suite()) + ".jsonl"), used::contains);
    }

    /** Must be called when no endpoint is being asked any more. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            awaitSent();
            store.close();
        }
    }

    /** An answer that arrived just before is paid for, and may not have reached the store. Whoever is interrupted waits too. */
    private void awaitSent() {
        CompletableFuture.allOf(sent.values().toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
