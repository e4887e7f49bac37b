package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.batch.BatchTally;
import dev.cultivar.batch.BatchWriter;
import dev.cultivar.batch.Batches;
import dev.cultivar.judge.Judge;
import dev.cultivar.judge.Judgement;
import dev.cultivar.model.OfflineModel;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.screen.AnswerScreen;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.store.StoreKey;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Plural;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A run that writes requests for missing answers into batch files instead of sending them. Answers come first, then the judgements of
 * those that arrived. Export and import alternate until nothing is missing; then a replay of the run has everything. Built-in models cost
 * nothing and are left to the run itself.
 */
public final class BatchExport {

    private final RunPlan plan;
    private final Path folder;

    /**
     * @param folder folder of this suite's batches
     * @throws SettingsException if the store does not outlast the command
     */
    public BatchExport(RunPlan plan, Path folder) {
        if (!plan.settings().keepsAnswers()) {
            throw new SettingsException("Batches need a store on disk, but " + plan.suite() + " keeps its answers in"
                    + " memory: set cultivar.store, for example to .cultivar/responses.db.");
        }
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * Writes requests for what is missing; returns lines that say what was written.
     *
     * @param rule decides after each look who is asked further; what a look lacks is written before the next one is planned. If built-in
     *     models or the built-in judge take part, which batches never ask, everything is written at once.
     */
    public List<String> export(StopRule rule) {
        List<String> lines = new ArrayList<>();
        try (RunStore store = RunStore.open(plan, Optional.empty())) {
            lines.add(export(store, rule));
        }
        lines.addAll(BatchWriter.unsent(folder));
        return lines;
    }

    private String export(RunStore store, StopRule rule) {
        Set<CellKey> cells = cells();
        if (cells.isEmpty()) {
            throw new SettingsException(plan.suite() + " asks built-in models only, which need no batch.");
        }
        try (BatchWriter writer = BatchWriter.open(folder);
                SuiteRun run = SuiteRun.start(plan, cells, new Offline(store, writer), lookByLook(cells, rule))) {
            return summary(run.record().join());
        }
    }

    private StopRule lookByLook(Set<CellKey> cells, StopRule rule) {
        boolean all = rule != StopRule.NEVER
                && cells.size() == plan.cells().size()
                && !plan.settings().judge().value().model().isBuiltIn();
        return !all
                ? StopRule.NEVER
                : (look, soFar) -> soFar.responses().allMatch(BatchExport::isComplete)
                        ? rule.stop(look, soFar)
                        : cells.stream().map(CellKey::sample).collect(Collectors.toSet());
    }

    private static boolean isComplete(ResponseRecord response) {
        return response.outcome() != Outcome.PROVIDER_ERROR && response.outcome() != Outcome.JUDGE_ERROR;
    }

    private String summary(RunRecord record) {
        Map<Boolean, Long> complete =
                record.responses().collect(Collectors.partitioningBy(BatchExport::isComplete, Collectors.counting()));
        return plan.suite() + ": " + Plural.of(complete.getOrDefault(true, 0L), "response is", "responses are")
                + " complete in the store, " + Plural.of(complete.getOrDefault(false, 0L), "waits", "wait")
                + " for an answer or a judgement";
    }

    private Set<CellKey> cells() {
        Set<String> batched = plan.settings().models().value().stream()
                .filter(model -> !model.isBuiltIn())
                .map(ModelSettings::name)
                .collect(Collectors.toSet());
        return plan.cells().stream()
                .filter(cell -> batched.contains(cell.model()))
                .collect(Collectors.toSet());
    }

    /** The folder's batches, with the endpoints and models of the plan. */
    public Batches batches(KeySource keys) {
        RunSettings settings = plan.settings();
        Map<String, ModelSettings> models = new HashMap<>();
        settings.models().value().forEach(model -> models.put(model.name(), model));
        ModelSettings judge = settings.judge().value().model();
        models.put(judge.name(), judge);
        return new Batches(folder, settings.endpoints(), models, keys);
    }

    /** Imports finished batches into the run's store. */
    public BatchTally importInto(KeySource keys) {
        try (RunStore store = RunStore.open(plan, Optional.empty())) {
            return batches(keys).importInto(store.answers(), RunStore.notBefore(plan, Instant.now()));
        }
    }

    /** All participants, without a connection to any of them. */
    private final class Offline implements Participants {

        private final RunStore store;
        private final BatchWriter writer;
        private final AnswerScreen screen = new AnswerScreen(LiveParticipants.STATEMENTS);
        private final Optional<Judge> judge;

        Offline(RunStore store, BatchWriter writer) {
            this.store = store;
            this.writer = writer;
            ModelSettings settings = plan.settings().judge().value().model();
            this.judge = settings.isBuiltIn()
                    ? Optional.empty()
                    : Optional.of(new Judge(
                            model(settings),
                            Samplings.of(settings),
                            store.exporting(StoreKey.Kind.JUDGEMENT, settings, endpoint(settings), writer)));
        }

        @Override
        public ChatModel model(ModelSettings settings) {
            return CapturedRequest.model(OfflineModel.of(endpoint(settings), settings));
        }

        @Override
        public ResponseMemory memory(ModelSettings settings) {
            return store.exporting(StoreKey.Kind.ANSWER, settings, endpoint(settings), writer);
        }

        private EndpointSettings endpoint(ModelSettings settings) {
            EndpointSettings endpoint = plan.settings().endpoints().get(settings.endpoint());
            if (endpoint == null) {
                throw new SettingsException("Model " + settings.name() + " is at endpoint '" + settings.endpoint()
                        + "', which is not set.");
            }
            return endpoint;
        }

        @Override
        public Screening screen(String text, FinishReason finish, String language) {
            return screen.screen(text, finish, language);
        }

        /** The built-in judge costs nothing either, so its judgements wait for the run. */
        @Override
        public CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements) {
            return judge.map(asked -> asked.judge(topic, language, statements))
                    .orElseGet(() -> CompletableFuture.completedFuture(Judgement.NONE));
        }

        @Override
        public RunAccount account() {
            return store.account();
        }

        @Override
        public void finished() {
            // nothing was recorded
        }

        @Override
        public void close() {
            // the store and the writer belong to the export
        }
    }
}
