package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.judge.Judge;
import dev.cultivar.judge.Judgement;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.Canary;
import dev.cultivar.run.response.ResponsesFile;
import dev.cultivar.screen.AnswerScreen;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreException;
import dev.cultivar.store.StoreKey;
import dev.cultivar.survey.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The part of a plan that the store cannot answer. It is found by simulating a run with a read-only store and models that are never asked.
 * Nothing is sent, and a missing store is not created.
 *
 * @param missing prompts without an answer, by model name; every model of the plan has an entry
 * @param anew as many prompts as will be asked again although they have an answer, by model name
 * @param missingJudgements maximum number of calls to the judge: missing judgements, one for each answer that is missing or asked again,
 *     and judgements that are themselves asked again
 * @param took mean duration of the calls behind the answers found, by model name; models without a known duration are left out
 * @param judgementTook the same for judgements
 */
record StoredPart(
        Map<String, List<PlannedPrompt>> missing,
        Map<String, List<PlannedPrompt>> anew,
        long missingJudgements,
        Map<String, Duration> took,
        Optional<Duration> judgementTook) {

    /**
     * Looks into a plan's store.
     *
     * @return empty if there is no store yet
     * @throws StoreException if it cannot be read
     */
    static Optional<StoredPart> of(RunPlan plan) {
        String location = plan.settings().value(Settings.STORE);
        if (!SharedStore.isThere(location)) {
            return Optional.empty();
        }
        try (ResponseStore store = ResponseStores.open(location, StoreMode.REPLAY)) {
            return Optional.of(of(plan, store));
        }
    }

    private static StoredPart of(RunPlan plan, ResponseStore store) {
        Map<String, Topic> topics = plan.topics().stream().collect(Collectors.toMap(Topic::key, Function.identity()));
        Map<String, List<PlannedPrompt>> missing = new TreeMap<>();
        Map<String, List<PlannedPrompt>> anew = new TreeMap<>();
        long unanswered = 0;
        Lookup lookup = new Lookup(plan, store);
        for (ModelSettings model : plan.settings().models().value()) {
            ResponsePipeline pipeline = new ResponsePipeline(
                    lookup, model, lookup.memory(model), plan, ResponsesFile.nowhere(), (asked, response) -> {});
            Queue<PlannedPrompt> notFound = new ConcurrentLinkedQueue<>();
            plan.cells().stream()
                    .filter(cell -> cell.model().equals(model.name()))
                    .flatMap(cell -> plan.prompts(cell).stream().map(planned -> Map.entry(cell, planned)))
                    .toList()
                    .parallelStream()
                    .forEach(each -> {
                        Topic topic = topics.get(each.getKey().topic());
                        if (topic != null
                                && pipeline.respond(each.getKey(), topic, each.getValue())
                                                .join()
                                                .outcome()
                                        == Outcome.PROVIDER_ERROR) {
                            notFound.add(each.getValue());
                        }
                    });
            missing.put(model.name(), List.copyOf(notFound));
            anew.put(model.name(), anew(plan, Set.copyOf(notFound), lookup.isPrinted(model)));
            unanswered +=
                    notFound.size() + anew.getOrDefault(model.name(), List.of()).size();
        }
        return new StoredPart(
                missing,
                anew,
                unanswered
                        + lookup.missingJudgements.size()
                        + judgedAnew(plan, anew.values(), lookup.judgements.isPrinted()),
                lookup.took(),
                lookup.judgements.mean());
    }

    /** The number of answers judged again: at most a fixed number per language, whichever model gave them. */
    private static long judgedAnew(RunPlan plan, Collection<List<PlannedPrompt>> anew, boolean printed) {
        List<PlannedPrompt> all = anew.stream().flatMap(List::stream).toList();
        long wanted = all.stream()
                .collect(Collectors.groupingBy(planned -> planned.prompt().language(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(answered -> Math.min(answered, plan.settings().value(Settings.CANARY)))
                .sum();
        return printed ? wanted : Math.max(wanted, Math.min(Canary.fewest(), all.size()));
    }

    /** As many prompts as will be asked again. They need not be the same prompts, because the cost does not depend on which they are. */
    private static List<PlannedPrompt> anew(RunPlan plan, Set<PlannedPrompt> notFound, boolean printed) {
        StoreMode mode = plan.settings().value(Settings.MODE);
        int wanted = plan.settings().value(Settings.CANARY);
        if (wanted == 0 || (mode != StoreMode.LIVE && mode != StoreMode.RECORD)) {
            return List.of();
        }
        List<PlannedPrompt> anew = new ArrayList<>();
        List<PlannedPrompt> more = new ArrayList<>();
        plan.prompts().values().forEach(prompts -> {
            List<PlannedPrompt> stored = prompts.stream()
                    .filter(planned -> !notFound.contains(planned))
                    .toList();
            int some = Math.min(wanted, stored.size());
            anew.addAll(stored.subList(0, some));
            more.addAll(stored.subList(some, stored.size()));
        });
        int fewest = printed ? 0 : Canary.fewest();
        anew.addAll(more.subList(0, Math.min(more.size(), Math.max(0, fewest - anew.size()))));
        return anew;
    }

    /** How long calls took, and whether each response named its backend. Thread-safe. */
    private static final class Times {

        private boolean printed = true;
        private long calls;
        private Duration sum = Duration.ZERO;

        /** How long a call in a batch took is unknown. */
        synchronized void add(ModelResponse response) {
            printed &= CanaryRound.isPrinted(response);
            if (!response.latency().isZero()) {
                calls++;
                sum = sum.plus(response.latency());
            }
        }

        synchronized boolean isPrinted() {
            return printed;
        }

        synchronized Optional<Duration> mean() {
            return calls == 0 ? Optional.empty() : Optional.of(sum.dividedBy(calls));
        }
    }

    /** Answers from the store, and fails whenever a run would ask. */
    private static final class Lookup implements Participants {

        final Set<StoreKey> missingJudgements = ConcurrentHashMap.newKeySet();
        final Times judgements = new Times();
        private final Map<String, Times> answers = new ConcurrentHashMap<>();
        private final RunPlan plan;
        private final ResponseStore store;
        private final AnswerScreen screen = new AnswerScreen(LiveParticipants.STATEMENTS);
        private final Judge judge;

        Lookup(RunPlan plan, ResponseStore store) {
            this.plan = plan;
            this.store = store;
            ModelSettings settings = plan.settings().judge().value().model();
            this.judge = new Judge(
                    model(settings), Samplings.of(settings), memory(StoreKey.Kind.JUDGEMENT, settings, judgements));
        }

        boolean isPrinted(ModelSettings model) {
            Times times = answers.get(model.name());
            return times == null || times.isPrinted();
        }

        Map<String, Duration> took() {
            Map<String, Duration> took = new TreeMap<>();
            answers.forEach((model, times) -> times.mean().ifPresent(mean -> took.put(model, mean)));
            return took;
        }

        @Override
        public ChatModel model(ModelSettings settings) {
            return request -> missing();
        }

        @Override
        public ResponseMemory memory(ModelSettings settings) {
            return memory(
                    StoreKey.Kind.ANSWER, settings, answers.computeIfAbsent(settings.name(), name -> new Times()));
        }

        private ResponseMemory memory(StoreKey.Kind kind, ModelSettings model, Times times) {
            String endpoint = RunStore.endpoint(plan, model);
            return (request, version, sample, ask) -> {
                StoreKey key = StoreKey.of(kind, endpoint, model.wireName(), request, version, sample);
                Optional<ModelResponse> found = RunStore.find(plan, store, key);
                found.ifPresent(times::add);
                if (found.isEmpty() && kind == StoreKey.Kind.JUDGEMENT) {
                    missingJudgements.add(key);
                }
                return found.map(CompletableFuture::completedFuture).orElseGet(Lookup::missing);
            };
        }

        private static CompletableFuture<ModelResponse> missing() {
            return CompletableFuture.failedFuture(
                    new ProviderException(ProviderException.Kind.CANCELLED, "not in the store"));
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
        public void close() {}
    }
}
