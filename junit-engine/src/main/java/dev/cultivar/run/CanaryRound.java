package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.Canary;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponseTextsFile;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model some prompts anew before a run rests on stored answers to them: the model behind a name may be another since. Built-in
 * models are asked as well. It costs nothing, and is how a store that another version of them filled is found out.
 */
final class CanaryRound {

    /** What servers put into every answer, whichever model gives it. */
    private static final Set<String> CONSTANT_PRINTS = Set.of("fp_ollama");

    /** Most stored answers that say what a model usually answers on a topic. */
    private static final int OTHERS = 12;

    /** How many prompts are looked up at once. */
    private static final int PAGE = 200;

    private final RunPlan plan;
    private final ModelSettings model;
    private final Participants participants;
    private final EarlierAnswers earlier;
    private final BiConsumer<ModelSettings, ModelResponse> onResponse;
    private final Map<String, Topic> topics;
    private final Map<PromptRequest, ModelResponse> stored = new ConcurrentHashMap<>();
    private final Set<String> before = new TreeSet<>();
    private final Set<String> now = new ConcurrentSkipListSet<>();
    private volatile boolean fingerprinted = true;

    /** A prompt to be asked anew. */
    private record Probe(CellKey cell, PlannedPrompt planned) {}

    /** What was answered to a probe then and is now, and the stored answers to other prompts of its cell. */
    private record Answers(
            CompletableFuture<ResponseRecord> then,
            CompletableFuture<ResponseRecord> now,
            List<CompletableFuture<ResponseRecord>> others) {

        Stream<CompletableFuture<ResponseRecord>> all() {
            return Stream.concat(Stream.of(then, now), others.stream());
        }
    }

    /** @param onResponse called with every new answer */
    CanaryRound(
            RunPlan plan,
            ModelSettings model,
            Participants participants,
            EarlierAnswers earlier,
            Map<String, Topic> topics,
            BiConsumer<ModelSettings, ModelResponse> onResponse) {
        this.plan = plan;
        this.model = model;
        this.participants = participants;
        this.earlier = earlier;
        this.topics = topics;
        this.onResponse = onResponse;
    }

    /**
     * Looks for stored answers, and asks.
     *
     * @param cells what the run asks of the model
     * @return completes with what came of it; with nothing where the run uses no answer that is older than itself
     */
    CompletableFuture<Optional<Canary>> ask(List<CellKey> cells) {
        Map<String, List<CellKey>> byLanguage =
                cells.stream().collect(Collectors.groupingBy(CellKey::language, TreeMap::new, Collectors.toList()));
        List<Probe> probes = new ArrayList<>();
        byLanguage.values().forEach(ofLanguage -> probes.addAll(probes(ofLanguage)));
        if (probes.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        ResponsePipeline then = pipeline(this::recall, (asked, response) -> {});
        ResponsePipeline anew = pipeline(earlier.anew(), this::note);
        Map<Probe, Answers> answers = new LinkedHashMap<>();
        for (Probe probe : probes) {
            answers.put(
                    probe,
                    new Answers(
                            respond(then, probe),
                            respond(anew, probe),
                            others(probe).stream()
                                    .map(other -> respond(then, other))
                                    .toList()));
        }
        return CompletableFuture.allOf(
                        answers.values().stream().flatMap(Answers::all).toArray(CompletableFuture[]::new))
                .thenApply(nothing -> Optional.of(result(answers)));
    }

    /** Some other prompts of the cell, with the answers that are stored to them. */
    private List<Probe> others(Probe probe) {
        List<Probe> others = plan.prompts(probe.cell()).stream()
                .filter(planned -> !planned.equals(probe.planned()))
                .limit(OTHERS)
                .map(planned -> new Probe(probe.cell(), planned))
                .toList();
        stored.putAll(earlier.to(others.stream().map(this::request).toList()));
        return others.stream()
                .filter(other -> stored.containsKey(request(other)))
                .toList();
    }

    /** In an order of its own, so that topics and places are mixed, and always the same, so that a run that goes on asks for no others. */
    private List<Probe> probes(List<CellKey> cells) {
        List<Probe> order = new ArrayList<>();
        cells.forEach(cell -> plan.prompts(cell).forEach(planned -> order.add(new Probe(cell, planned))));
        Collections.shuffle(order, new Random(plan.settings().value(Settings.SEED)));
        List<Probe> probes = new ArrayList<>();
        int wanted = plan.settings().value(Settings.CANARY);
        for (int from = 0; from < order.size() && probes.size() < wanted; from += PAGE) {
            List<Probe> page = order.subList(from, Math.min(from + PAGE, order.size()));
            Map<PromptRequest, ModelResponse> found =
                    earlier.to(page.stream().map(this::request).toList());
            found.values().forEach(response -> before.add(BackendLog.name(response)));
            stored.putAll(found);
            page.stream()
                    .filter(probe -> found.containsKey(request(probe)))
                    .limit(wanted - probes.size())
                    .forEach(probes::add);
        }
        return probes;
    }

    private PromptRequest request(Probe probe) {
        return PromptRequest.of(plan, model, probe.planned());
    }

    private CompletableFuture<ModelResponse> recall(
            ChatRequest request, String version, int sample, Supplier<CompletableFuture<ModelResponse>> ask) {
        @Nullable ModelResponse response = stored.get(new PromptRequest(request, version, sample));
        return response == null
                ? CompletableFuture.failedFuture(new IllegalStateException("only what is stored is recalled"))
                : CompletableFuture.completedFuture(response);
    }

    private ResponsePipeline pipeline(ResponseMemory memory, BiConsumer<ModelSettings, ModelResponse> told) {
        return new ResponsePipeline(participants, model, memory, plan, ResponseTextsFile.nowhere(), told);
    }

    private void note(ModelSettings asked, ModelResponse response) {
        now.add(BackendLog.name(response));
        if (response.fingerprint()
                .filter(print -> !CONSTANT_PRINTS.contains(print))
                .isEmpty()) {
            fingerprinted = false;
        }
        onResponse.accept(asked, response);
    }

    private CompletableFuture<ResponseRecord> respond(ResponsePipeline pipeline, Probe probe) {
        @Nullable Topic topic = topics.get(probe.cell().topic());
        if (topic == null) {
            throw new IllegalStateException("the plan has a cell of a topic that it does not have: " + probe.cell());
        }
        return pipeline.respond(probe.cell(), topic, probe.planned());
    }

    private Canary result(Map<Probe, Answers> answers) {
        SortedMap<String, Integer> asked = new TreeMap<>();
        SortedMap<String, Integer> answered = new TreeMap<>();
        List<Canary.Pair> pairs = new ArrayList<>();
        answers.forEach((probe, each) -> {
            ResponseRecord then = each.then().join();
            ResponseRecord fresh = each.now().join();
            asked.merge(probe.cell().language(), 1, Integer::sum);
            if (came(fresh)) {
                answered.merge(probe.cell().language(), 1, Integer::sum);
            }
            if (isWhole(then) && isWhole(fresh)) {
                pairs.add(new Canary.Pair(
                        probe.cell().topic(),
                        probe.cell().language(),
                        fresh.sample(),
                        polarity(then),
                        polarity(fresh),
                        usual(each.others())));
            }
        });
        return new Canary(
                asked, answered, List.copyOf(before), List.copyOf(now), fingerprinted && !answered.isEmpty(), pairs);
    }

    private static @Nullable Double usual(List<CompletableFuture<ResponseRecord>> others) {
        double[] polarities = others.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.outcome() == Outcome.SCORED)
                .mapToDouble(ResponseRecord::polarity)
                .toArray();
        return polarities.length == 0
                ? null
                : Arrays.stream(polarities).average().orElseThrow();
    }

    /** Whether an answer came, whatever became of it. */
    private static boolean came(ResponseRecord response) {
        return response.outcome() != Outcome.PROVIDER_ERROR
                && (response.outcome() != Outcome.OVER_BUDGET
                        || !response.usage().equals(Usage.NONE));
    }

    /** Whether neither the endpoint nor the judge nor the budget kept it from a score. */
    private static boolean isWhole(ResponseRecord response) {
        return response.outcome() != Outcome.PROVIDER_ERROR
                && response.outcome() != Outcome.JUDGE_ERROR
                && response.outcome() != Outcome.OVER_BUDGET;
    }

    private static @Nullable Double polarity(ResponseRecord response) {
        return response.outcome() == Outcome.SCORED ? response.polarity() : null;
    }
}
