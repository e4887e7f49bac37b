package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.io.Futures;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponsesFile;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.run.response.TokenTotals;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run in progress: every selected cell is asked concurrently, within the endpoints' limits, and no thread waits for an answer. Without
 * looks, cells finish in about the plan's order. With looks, they finish when asking stops for their model and language; all responses of
 * a look have ended before the next begins.
 */
public final class SuiteRun implements AutoCloseable {

    /** Number of a model's prompts in progress per request that its endpoint accepts at once, because some wait for the judge. */
    private static final int WINDOW_PER_REQUEST = 2;

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final RunPlan plan;
    private final Participants participants;
    private final Map<CellKey, CellProgress> cells;

    /** Number of responses by outcome, only for progress reports; nothing is decided on it. */
    private final AtomicIntegerArray ended = new AtomicIntegerArray(OUTCOMES.size());

    private final ResponsesFile file;
    private final BackendLog backends = new BackendLog();
    private final List<BoundedFeed> feeds = new CopyOnWriteArrayList<>();
    private final Map<String, ResponsePipeline> pipelines = new ConcurrentHashMap<>();
    private final CanaryRounds canaries;
    private final Map<String, Topic> topics;
    private final StopRule rule;
    private volatile boolean broken;
    private final AtomicReference<@Nullable Throwable> brokenBy = new AtomicReference<>();
    private final Instant started = Instant.now();
    private final CompletableFuture<RunRecord> record;

    private SuiteRun(
            RunPlan plan,
            Participants participants,
            StopRule rule,
            ResponsesFile file,
            Map<CellKey, CellProgress> cells) {
        this.plan = plan;
        this.rule = rule;
        this.topics = plan.topics().stream().collect(Collectors.toMap(Topic::key, Function.identity()));
        this.file = file;
        this.participants = participants;
        this.cells = cells;
        this.canaries = new CanaryRounds(plan, participants, topics, this::logBackend);
        this.record = CompletableFuture.allOf(
                        cells.values().stream().map(CellProgress::done).toArray(CompletableFuture[]::new))
                .thenApply(nothing -> assemble());
    }

    /**
     * Starts asking.
     *
     * @param plan the whole suite's plan; a cell is asked the same prompts whatever else is selected
     * @param selected cells to ask, at least one, all from the plan
     * @param participants the participants; closed with this run
     * @param rule decides after each look who is asked further
     */
    public static SuiteRun start(RunPlan plan, Set<CellKey> selected, Participants participants, StopRule rule) {
        return start(
                plan,
                selected,
                participants,
                rule,
                ResponsesFile.in(plan.settings().value(Settings.OUTPUT)));
    }

    /**
     * @param file file for the responses; closed with this run
     */
    static SuiteRun start(
            RunPlan plan, Set<CellKey> selected, Participants participants, StopRule rule, ResponsesFile file) {
        Map<CellKey, CellProgress> cells = new LinkedHashMap<>();
        for (CellKey cell : plan.cells()) {
            if (selected.contains(cell)) {
                cells.put(cell, new CellProgress(cell, plan.prompts(cell), file));
            }
        }
        if (cells.size() != selected.size() || cells.isEmpty()) {
            throw new IllegalArgumentException("of " + selected.size() + " selected cells " + cells.size()
                    + " are in the plan of " + plan.suite());
        }
        SuiteRun run = new SuiteRun(plan, participants, rule, file, cells);
        try {
            run.begin();
            return run;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Asks for some of the stored answers again before anything relies on them. */
    private void begin() {
        participants.begin(Set.copyOf(cells.keySet()));
        canaries.ask(cells.keySet())
                .ifPresentOrElse(
                        asked -> {
                            var unused = asked.thenRun(() -> {
                                        canaries.heed(this::pipeline);
                                        askAll();
                                    })
                                    .exceptionally(failure -> {
                                        failAll(Futures.cause(failure));
                                        return null;
                                    });
                        },
                        this::askAll);
    }

    private void askAll() {
        LookPlan looks = plan.looks();
        if (!inLooks()) {
            ask(List.copyOf(cells.values()), planned -> true, () -> {});
        } else {
            look(0, looks);
        }
    }

    private boolean inLooks() {
        return rule != StopRule.NEVER && plan.looks().count() > 1;
    }

    private void look(int look, LookPlan looks) {
        List<CellProgress> open =
                cells.values().stream().filter(cell -> !cell.isDone()).toList();
        // Statistics take time, and the thread that delivered the last response has other responses to deliver.
        ask(open, planned -> looks.look(planned) == look, () -> CompletableFuture.runAsync(() -> lookedAt(look, looks))
                .exceptionally(failure -> {
                    failAll(Futures.cause(failure));
                    return null;
                }));
    }

    private void lookedAt(int look, LookPlan looks) {
        if (look + 1 == looks.count() || broken) {
            return;
        }
        Set<SampleKey> stopped =
                rule.stop(look, record(List.copyOf(cells.values()), false).upTo(look));
        cells.values().stream()
                .filter(cell -> stopped.contains(cell.key().sample()))
                .forEach(CellProgress::stop);
        if (cells.values().stream().anyMatch(cell -> !cell.isDone())) {
            look(look + 1, looks);
        }
    }

    /**
     * @param then what to do when the last of these responses has ended
     */
    private void ask(List<CellProgress> open, Predicate<PlannedPrompt> which, Runnable then) {
        AtomicLong left = new AtomicLong(open.stream()
                .flatMap(cell -> cell.prompts().stream())
                .filter(which)
                .count());
        for (ModelSettings model : plan.settings().models().value()) {
            List<CellProgress> ofModel = open.stream()
                    .filter(cell -> cell.key().model().equals(model.name()))
                    .toList();
            if (!ofModel.isEmpty()) {
                ResponsePipeline pipeline = pipeline(model);
                feed(
                        new AskingInTurn(ofModel, which, (cell, planned) -> ask(cell, pipeline, planned)
                                .whenComplete((answered, failure) -> {
                                    if (left.decrementAndGet() == 0) {
                                        then.run();
                                    }
                                })),
                        model);
            }
        }
    }

    private void feed(Iterator<Supplier<CompletableFuture<?>>> asking, ModelSettings model) {
        if (!broken) {
            BoundedFeed feed = BoundedFeed.start(asking, window(model));
            feeds.add(feed);
            if (broken) {
                feed.stop();
            }
        }
    }

    private ResponsePipeline pipeline(ModelSettings model) {
        return pipelines.computeIfAbsent(
                model.name(),
                name -> new ResponsePipeline(
                        participants, model, participants.memory(model), plan, file, this::logBackend));
    }

    private CompletableFuture<?> ask(CellProgress cell, ResponsePipeline pipeline, PlannedPrompt planned) {
        Topic topic = topics.get(cell.key().topic());
        if (topic == null) {
            throw new IllegalStateException("the plan has a cell of a topic that it does not have: " + cell.key());
        }
        return pipeline.respond(cell.key(), topic, planned)
                .thenAccept(response -> {
                    ended.incrementAndGet(OUTCOMES.indexOf(response.outcome()));
                    cell.add(response);
                })
                .whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        failAll(failure);
                    }
                });
    }

    /**
     * Fails all cells, because such a failure of one response would affect every other: a full disk, or a gap in the replayed answers. If
     * several failures occur at once, all cells report the same one.
     */
    private void failAll(Throwable failure) {
        broken = true;
        feeds.forEach(BoundedFeed::stop);
        Throwable first = brokenBy.updateAndGet(known -> known == null ? failure : known);
        cells.values().forEach(each -> each.fail(first));
    }

    private int window(ModelSettings model) {
        EndpointSettings endpoint = plan.settings().endpoints().get(model.endpoint());
        return WINDOW_PER_REQUEST * (endpoint == null ? 1 : endpoint.concurrency());
    }

    private void logBackend(ModelSettings model, ModelResponse response) {
        backends.add(model.name(), response);
    }

    private RunRecord assemble() {
        participants.finished();
        return record(List.copyOf(cells.values()), false);
    }

    private RunRecord record(List<CellProgress> done, boolean interrupted) {
        Map<CellKey, List<ResponseRecord>> responses = new LinkedHashMap<>();
        done.forEach(cell -> responses.put(cell.key(), known(cell, interrupted)));
        return new RunRecord(
                plan,
                done.size() == plan.cells().size() && !interrupted,
                interrupted,
                responses.entrySet().stream()
                        .map(cell -> CellRecord.of(cell.getKey(), cell.getValue()))
                        .toList(),
                responses,
                backends.seen(),
                TokenTotals.of(
                        responses.values().stream().flatMap(List::stream),
                        plan.settings().judge().value().model().name()),
                participants.account(),
                canaries.found(),
                started,
                Instant.now());
    }

    /** The responses of a cell; if the run was interrupted, only those of finished looks. */
    private List<ResponseRecord> known(CellProgress cell, boolean interrupted) {
        return interrupted && !cell.isDone() ? cell.whole(plan.looks()) : cell.responses();
    }

    /** The record of an interrupted run: finished cells, and the finished looks of the others. Never complete. */
    public RunRecord interrupted() {
        return record(
                cells.values().stream()
                        .filter(cell -> cell.isDone()
                                || (inLooks() && !cell.whole(plan.looks()).isEmpty()))
                        .toList(),
                true);
    }

    /** The run's progress. */
    public RunProgress progress() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int i = 0; i < OUTCOMES.size(); i++) {
            if (ended.get(i) > 0) {
                outcomes.put(OUTCOMES.get(i), ended.get(i));
            }
        }
        return new RunProgress(
                outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                cells.values().stream().mapToInt(CellProgress::planned).sum(),
                outcomes,
                participants.account(),
                participants.retries(),
                participants.inFlight(),
                Duration.between(started, Instant.now()));
    }

    /**
     * Completes with the cell's record when its last response has ended.
     *
     * @throws IllegalArgumentException if the cell was not selected
     */
    public CompletableFuture<CellRecord> cell(CellKey key) {
        return progress(key).done();
    }

    /**
     * Responses of the cell in the plan's order, up to the first that has not ended; readable until the run is closed.
     *
     * @throws IllegalArgumentException if the cell was not selected
     */
    public List<ResponseRecord> responses(CellKey key) {
        return progress(key).responses();
    }

    private CellProgress progress(CellKey key) {
        CellProgress cell = cells.get(key);
        if (cell == null) {
            throw new IllegalArgumentException("not part of this run: " + key);
        }
        return cell;
    }

    /** Completes with the run's record when the last cell is done. */
    public CompletableFuture<RunRecord> record() {
        return record;
    }

    /** Stops asking and cancels calls in flight; unfinished cells end with a {@link CancellationException}. */
    public void cancel() {
        broken = true;
        feeds.forEach(BoundedFeed::stop);
        // This must precede cancelling calls, which ends responses but must not make a cell count as done.
        cells.values().forEach(cell -> cell.fail(new CancellationException("the run was cancelled")));
        participants.close();
    }

    /** Frees connections and the responses; cancels what is still in progress. */
    @Override
    public void close() {
        try (file) {
            if (record.isDone()) {
                participants.close();
            } else {
                cancel();
            }
        }
    }
}
