package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.judge.Judge;
import dev.cultivar.model.ResponseMemory;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.Canary;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponsesFile;
import dev.cultivar.run.response.Unanswered;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks something again before a run relies on stored answers: the model behind a name may have changed since, and so may the judge. A
 * model is asked some prompts that it has already answered; the judge is asked for the stances of some answers that it has already judged.
 * Built-in models are asked too: it costs nothing, and reveals a store filled by another version of them.
 */
final class CanaryRound {

    /** Fingerprints that a server puts into every answer, whichever model gives it. */
    private static final Set<String> CONSTANT_PRINTS = Set.of("fp_ollama");

    /** Maximum number of stored answers that show what a model usually answers on a topic. */
    private static final int OTHERS = 12;

    /** Number of prompts looked up at once. */
    private static final int PAGE = 200;

    private final RunPlan plan;
    private final Participants participants;
    private final boolean judge;
    private final Map<String, Topic> topics;
    private final Map<String, RecalledAnswers> answers = new HashMap<>();
    private final Map<String, ResponsePipeline> then = new HashMap<>();
    private final Map<String, ResponsePipeline> anew = new HashMap<>();
    private final Set<String> before = new ConcurrentSkipListSet<>();
    private final Set<String> now = new ConcurrentSkipListSet<>();
    private volatile boolean fingerprinted = true;
    private volatile boolean printed = true;

    /** A prompt to be asked again, or whose answer is to be judged again. */
    private record Probe(CellKey cell, PlannedPrompt planned) {}

    /** The result of a probe then and now, and the results of other prompts of its cell. */
    private record Answers(
            CompletableFuture<ResponseRecord> then,
            CompletableFuture<ResponseRecord> now,
            List<CompletableFuture<ResponseRecord>> others) {

        Stream<CompletableFuture<ResponseRecord>> all() {
            return Stream.concat(Stream.of(then, now), others.stream());
        }
    }

    private CanaryRound(RunPlan plan, Participants participants, Map<String, Topic> topics, boolean judge) {
        this.plan = plan;
        this.participants = participants;
        this.topics = topics;
        this.judge = judge;
    }

    /** @param onResponse called with every new answer */
    static CanaryRound ofModel(
            RunPlan plan,
            Participants participants,
            Map<String, Topic> topics,
            ModelSettings model,
            EarlierAnswers earlier,
            BiConsumer<ModelSettings, ModelResponse> onResponse) {
        CanaryRound round = new CanaryRound(plan, participants, topics, false);
        RecalledAnswers recalled = new RecalledAnswers(plan, model, earlier);
        round.answers.put(model.name(), recalled);
        Participants storedFirst =
                participants.earlierJudgements().map(round::storedFirst).orElse(participants);
        round.then.put(model.name(), round.pipeline(storedFirst, model, recalled, (asked, response) -> {}));
        round.anew.put(model.name(), round.pipeline(participants, model, earlier.anew(), (asked, response) -> {
            round.note(response);
            onResponse.accept(asked, response);
        }));
        return round;
    }

    /**
     * @param models whose answers were judged
     * @param judgements the judgements that the run would use
     */
    static CanaryRound ofJudge(
            RunPlan plan,
            Participants participants,
            Map<String, Topic> topics,
            Map<ModelSettings, EarlierAnswers> models,
            EarlierAnswers judgements) {
        CanaryRound round = new CanaryRound(plan, participants, topics, true);
        Participants recorded = round.recorded(judgements, round::noteStored);
        Participants asked = round.judging(round.byJudge(
                participants.model(plan.settings().judge().value().model()), round.noting(judgements.anew())));
        models.forEach((model, earlier) -> {
            RecalledAnswers recalled = new RecalledAnswers(plan, model, earlier);
            round.answers.put(model.name(), recalled);
            round.then.put(model.name(), round.pipeline(recorded, model, recalled, (who, response) -> {}));
            round.anew.put(model.name(), round.pipeline(asked, model, recalled, (who, response) -> {}));
        });
        return round;
    }

    /**
     * Looks up stored answers, and asks again.
     *
     * @param cells the cells that the run asks
     * @return completes with the result; empty if the run uses nothing older than itself
     */
    CompletableFuture<Optional<Canary>> ask(Collection<CellKey> cells) {
        Map<String, List<CellKey>> byLanguage = cells.stream()
                .filter(cell -> answers.containsKey(cell.model()))
                .collect(Collectors.groupingBy(CellKey::language, TreeMap::new, Collectors.toList()));
        List<Probe> probes =
                probes(byLanguage.values().stream().map(StoredProbes::new).toList());
        if (probes.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Map<Probe, Answers> all = new LinkedHashMap<>();
        for (Probe probe : probes) {
            List<CompletableFuture<ResponseRecord>> others = others(probe);
            all.put(probe, new Answers(respond(then, probe), respond(anew, probe), others));
        }
        return CompletableFuture.allOf(
                        all.values().stream().flatMap(Answers::all).toArray(CompletableFuture[]::new))
                .thenApply(nothing -> Optional.of(result(all)));
    }

    /** The results of some other prompts of the cell that have stored answers. */
    private List<CompletableFuture<ResponseRecord>> others(Probe probe) {
        List<Probe> others = plan.prompts(probe.cell()).stream()
                .filter(planned -> !planned.equals(probe.planned()))
                .limit(OTHERS)
                .map(planned -> new Probe(probe.cell(), planned))
                .toList();
        Map<Probe, ModelResponse> found = lookUp(others);
        return others.stream()
                .filter(found::containsKey)
                .map(other -> respond(then, other))
                .toList();
    }

    /** As many probes of each language as wanted; if no fingerprint tells models apart, enough in total to be able to raise an alarm. */
    private List<Probe> probes(List<StoredProbes> byLanguage) {
        List<Probe> probes = new ArrayList<>();
        int wanted = plan.settings().value(Settings.CANARY);
        for (StoredProbes stored : byLanguage) {
            for (int i = 0; i < wanted; i++) {
                stored.next().ifPresent(probes::add);
            }
        }
        int before = -1;
        while (!printed && probes.size() < Canary.fewest() && probes.size() > before) {
            before = probes.size();
            byLanguage.forEach(stored -> stored.next().ifPresent(probes::add));
        }
        return probes;
    }

    /** The stored prompts of a language, in a fixed random order that mixes topics and places. */
    private final class StoredProbes {

        private final List<Probe> order = new ArrayList<>();
        private final Deque<Probe> page = new ArrayDeque<>();
        private int from;

        StoredProbes(List<CellKey> cells) {
            cells.forEach(cell -> plan.prompts(cell).forEach(planned -> order.add(new Probe(cell, planned))));
            // A resumed run asks the same ones.
            Collections.shuffle(order, new Random(plan.settings().value(Settings.SEED)));
        }

        Optional<Probe> next() {
            while (true) {
                @Nullable Probe next = page.poll();
                if (next == null) {
                    if (from >= order.size()) {
                        return Optional.empty();
                    }
                    turn();
                } else if (!judge || isJudged(next)) {
                    return Optional.of(next);
                }
            }
        }

        private void turn() {
            List<Probe> wanted = order.subList(from, Math.min(from + PAGE, order.size()));
            from += wanted.size();
            Map<Probe, ModelResponse> found = lookUp(wanted);
            if (!judge) {
                found.values().forEach(CanaryRound.this::noteStored);
            }
            wanted.stream().filter(found::containsKey).forEach(page::add);
        }
    }

    private void noteStored(ModelResponse response) {
        before.add(BackendLog.name(response));
        if (!isPrinted(response)) {
            printed = false;
        }
    }

    /** Whether a fingerprint distinguishes the model that gave a response from others. */
    static boolean isPrinted(ModelResponse response) {
        return response.fingerprint()
                .filter(print -> !CONSTANT_PRINTS.contains(print))
                .isPresent();
    }

    /** Whether the store has stances for the answer; if not, this is known at once, because nobody is asked. */
    private boolean isJudged(Probe probe) {
        return hasStances(respond(then, probe).join());
    }

    private static boolean hasStances(ResponseRecord response) {
        return response.outcome() == Outcome.SCORED || response.outcome() == Outcome.NO_STANCE;
    }

    private Map<Probe, ModelResponse> lookUp(List<Probe> probes) {
        Map<Probe, ModelResponse> found = new HashMap<>();
        probes.stream()
                .collect(Collectors.groupingBy(probe -> probe.cell().model()))
                .forEach((model, ofModel) -> {
                    Map<PlannedPrompt, ModelResponse> known = Objects.requireNonNull(answers.get(model))
                            .lookUp(ofModel.stream().map(Probe::planned).toList());
                    for (Probe probe : ofModel) {
                        @Nullable ModelResponse response = known.get(probe.planned());
                        if (response != null) {
                            found.put(probe, response);
                        }
                    }
                });
        return found;
    }

    /** Gives what the judge said then, and fails for anything else. */
    private Participants recorded(EarlierAnswers judgements, Consumer<ModelResponse> onFound) {
        ResponseMemory stored = (request, version, sample, ask) -> {
            PromptRequest asked = new PromptRequest(request, version, sample);
            @Nullable ModelResponse found = judgements.to(List.of(asked)).get(asked);
            if (found == null) {
                return ask.get();
            }
            onFound.accept(found);
            return CompletableFuture.completedFuture(found);
        };
        return judging(byJudge(
                request -> CompletableFuture.failedFuture(new IllegalStateException("nobody is asked")), stored));
    }

    /** Gives what the judge said then, which the run looks up and books as saved itself; asks the judge for anything else. */
    private Participants storedFirst(EarlierAnswers judgements) {
        Participants recorded = recorded(judgements, found -> {});
        return judging((topic, language, statements) -> recorded.judge(topic, language, statements)
                .exceptionallyCompose(failure -> participants.judge(topic, language, statements)));
    }

    private ResponseMemory noting(ResponseMemory memory) {
        return (request, version, sample, ask) -> memory.complete(request, version, sample, ask)
                .whenComplete((response, failure) -> {
                    if (response != null) {
                        note(response);
                    }
                });
    }

    private SubstituteJudge.Judging byJudge(ChatModel model, ResponseMemory memory) {
        return new Judge(model, Samplings.of(plan.settings().judge().value().model()), memory)::judge;
    }

    private Participants judging(SubstituteJudge.Judging other) {
        return new SubstituteJudge(participants, other);
    }

    private ResponsePipeline pipeline(
            Participants all,
            ModelSettings model,
            ResponseMemory memory,
            BiConsumer<ModelSettings, ModelResponse> told) {
        return new ResponsePipeline(all, model, memory, plan, ResponsesFile.nowhere(), told);
    }

    private void note(ModelResponse response) {
        now.add(BackendLog.name(response));
        if (!isPrinted(response)) {
            fingerprinted = false;
        }
    }

    private CompletableFuture<ResponseRecord> respond(Map<String, ResponsePipeline> pipelines, Probe probe) {
        @Nullable Topic topic = topics.get(probe.cell().topic());
        if (topic == null) {
            throw new IllegalStateException("the plan has a cell of a topic that it does not have: " + probe.cell());
        }
        return Objects.requireNonNull(pipelines.get(probe.cell().model()))
                .respond(probe.cell(), topic, probe.planned());
    }

    private Canary result(Map<Probe, Answers> answers) {
        SortedMap<String, Integer> asked = new TreeMap<>();
        SortedMap<String, Integer> answered = new TreeMap<>();
        List<Canary.Pair> pairs = new ArrayList<>();
        answers.forEach((probe, each) -> {
            ResponseRecord then = each.then().join();
            ResponseRecord fresh = each.now().join();
            asked.merge(probe.cell().language(), 1, Integer::sum);
            if (judge ? hasStances(fresh) : came(fresh)) {
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
                judge,
                asked,
                answered,
                List.copyOf(before),
                List.copyOf(now),
                fingerprinted && !answered.isEmpty(),
                pairs);
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

    /** Whether an answer arrived, whatever happened to it afterwards. */
    private static boolean came(ResponseRecord response) {
        return response.outcome() != Outcome.PROVIDER_ERROR
                && (response.outcome() != Outcome.OVER_BUDGET
                        || !response.usage().equals(Usage.NONE));
    }

    /** Whether neither the endpoint nor the judge nor the budget prevented a score. */
    private static boolean isWhole(ResponseRecord response) {
        return !Unanswered.is(response.outcome());
    }

    private static @Nullable Double polarity(ResponseRecord response) {
        return response.outcome() == Outcome.SCORED ? response.polarity() : null;
    }
}
