package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponseTextsFile;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run in progress: every selected cell is asked concurrently, within the endpoints' limits, and no thread waits for
 * an answer. Cells finish in about the plan's order.
 */
public final class SuiteRun implements AutoCloseable {

    /**
     * How many prompts of a model are in progress for each request that its endpoint takes: some wait for the judge.
     */
    private static final int WINDOW_PER_REQUEST = 2;

    private final RunPlan plan;
    private final Participants participants;
    private final Map<CellKey, CellProgress> cells;
    private final ResponseTextsFile texts;
    private final BackendLog backends = new BackendLog();
    private final List<BoundedFeed> feeds = new CopyOnWriteArrayList<>();
    private final Instant started = Instant.now();
    private final CompletableFuture<RunRecord> record;

    private SuiteRun(
            RunPlan plan, Participants participants, ResponseTextsFile texts, Map<CellKey, CellProgress> cells) {
        this.plan = plan;
        this.texts = texts;
        this.participants = participants;
        this.cells = cells;
        this.record = CompletableFuture.allOf(
                        cells.values().stream().map(CellProgress::done).toArray(CompletableFuture[]::new))
                .thenApply(nothing -> assemble());
    }

    /**
     * Starts asking.
     *
     * @param plan the whole suite's plan; a cell is asked the same prompts whatever else is selected
     * @param selected cells to ask, at least one, all of the plan
     * @param participants who takes part; closed with this run
     */
    public static SuiteRun start(RunPlan plan, Set<CellKey> selected, Participants participants) {
        return start(
                plan,
                selected,
                participants,
                ResponseTextsFile.in(plan.settings().value(Settings.OUTPUT)));
    }

    /** @param texts where texts go; closed with this run */
    static SuiteRun start(RunPlan plan, Set<CellKey> selected, Participants participants, ResponseTextsFile texts) {
        Map<CellKey, CellProgress> cells = new LinkedHashMap<>();
        for (CellKey cell : plan.cells()) {
            if (selected.contains(cell)) {
                cells.put(cell, new CellProgress(cell, plan.prompts(cell).size()));
            }
        }
        if (cells.size() != selected.size() || cells.isEmpty()) {
            throw new IllegalArgumentException("of " + selected.size() + " selected cells " + cells.size()
                    + " are in the plan of " + plan.suite());
        }
        SuiteRun run = new SuiteRun(plan, participants, texts, cells);
        try {
            run.begin();
            return run;
        } catch (RuntimeException e) {
            texts.close();
            throw e;
        }
    }

    private void begin() {
        Map<String, Topic> topics = plan.topics().stream().collect(Collectors.toMap(Topic::key, Function.identity()));
        for (ModelSettings model : plan.settings().models().value()) {
            List<CellProgress> ofModel = cells.values().stream()
                    .filter(cell -> cell.key().model().equals(model.name()))
                    .toList();
            if (!ofModel.isEmpty()) {
                ResponsePipeline pipeline = new ResponsePipeline(
                        participants,
                        model,
                        plan.books(),
                        plan.settings().value(Settings.SEED),
                        texts,
                        this::logBackend);
                feeds.add(BoundedFeed.start(tasks(ofModel, topics, pipeline), window(model)));
            }
        }
    }

    private Iterator<Supplier<CompletableFuture<?>>> tasks(
            List<CellProgress> ofModel, Map<String, Topic> topics, ResponsePipeline pipeline) {
        Stream<Supplier<CompletableFuture<?>>> tasks = ofModel.stream()
                .flatMap(cell ->
                        plan.prompts(cell.key()).stream().map(planned -> () -> ask(cell, topics, pipeline, planned)));
        return tasks.iterator();
    }

    private CompletableFuture<?> ask(
            CellProgress cell, Map<String, Topic> topics, ResponsePipeline pipeline, PlannedPrompt planned) {
        Topic topic = topics.get(cell.key().topic());
        if (topic == null) {
            throw new IllegalStateException("the plan has a cell of a topic that it does not have: " + cell.key());
        }
        CompletableFuture<ResponseRecord> response = pipeline.respond(cell.key(), topic, planned);
        return response.whenComplete((answered, failure) -> {
            if (failure == null) {
                cell.add(answered);
            } else {
                failAll(failure);
            }
        });
    }

    /** What fails one response in this way would fail them all: a full disk, a gap in what is replayed. */
    private void failAll(Throwable failure) {
        feeds.forEach(BoundedFeed::stop);
        cells.values().forEach(each -> each.fail(failure));
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
        List<ResponseRecord> responses =
                done.stream().flatMap(cell -> cell.responses().stream()).toList();
        return new RunRecord(
                plan,
                done.size() == plan.cells().size() && !interrupted,
                interrupted,
                done.stream().map(CellProgress::record).toList(),
                responses,
                backends.seen(),
                TokenTotals.of(
                        responses, plan.settings().judge().value().model().name()),
                participants.account(),
                started,
                Instant.now());
    }

    /** The record of a run that is broken off: the cells that are done. Never complete. */
    public RunRecord interrupted() {
        return record(cells.values().stream().filter(CellProgress::isDone).toList(), true);
    }

    /** How far the run is. */
    public RunProgress progress() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        cells.values().forEach(cell -> cell.count(outcomes));
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
     * The cell's record, once its last response has ended.
     *
     * @throws IllegalArgumentException where the cell was not selected
     */
    public CompletableFuture<CellRecord> cell(CellKey key) {
        return progress(key).done();
    }

    /**
     * Responses of the cell that have ended so far, in the plan's order.
     *
     * @throws IllegalArgumentException where the cell was not selected
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

    /** Everything, once the last cell is done. */
    public CompletableFuture<RunRecord> record() {
        return record;
    }

    /** Stops asking and cancels calls in flight; cells that are not done end with a {@link CancellationException}. */
    public void cancel() {
        feeds.forEach(BoundedFeed::stop);
        // Before calls are cancelled, which ends responses: a cell is not done because of that.
        cells.values().forEach(cell -> cell.fail(new CancellationException("the run was cancelled")));
        participants.close();
    }

    /** Frees connections and the responses' texts; cancels what is still in progress. */
    @Override
    public void close() {
        try (texts) {
            if (record.isDone()) {
                participants.close();
            } else {
                cancel();
            }
        }
    }
}
