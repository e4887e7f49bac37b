package dev.cultivar.run;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.Canary;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Asks every model that has stored answers, and the judge, a few of their prompts again, and heeds what they say. */
final class CanaryRounds {

    /** Distinguishes the judge from a tested model of the same name. */
    private static final String JUDGE = " (judge)";

    private final RunPlan plan;
    private final Participants participants;
    private final Map<String, Topic> topics;
    private final BiConsumer<ModelSettings, ModelResponse> backends;
    private final String judge;
    private final Map<ModelSettings, EarlierAnswers> askedAgain = new LinkedHashMap<>();
    private final Map<String, Canary> found = new ConcurrentHashMap<>();

    /** @param backends gets each response of a model */
    CanaryRounds(
            RunPlan plan,
            Participants participants,
            Map<String, Topic> topics,
            BiConsumer<ModelSettings, ModelResponse> backends) {
        this.plan = plan;
        this.participants = participants;
        this.topics = topics;
        this.backends = backends;
        judge = plan.settings().judge().value().model().name() + JUDGE;
    }

    /**
     * Asks again.
     *
     * @return completes when all have answered; empty if nothing stored is used
     */
    Optional<CompletableFuture<Void>> ask(Set<CellKey> cells) {
        List<CompletableFuture<?>> rounds = new ArrayList<>();
        for (ModelSettings model : plan.settings().models().value()) {
            participants.earlier(model).ifPresent(earlier -> {
                askedAgain.put(model, earlier);
                rounds.add(CanaryRound.ofModel(plan, participants, topics, model, earlier, backends)
                        .ask(cells)
                        .thenAccept(canary -> canary.ifPresent(known -> found.put(model.name(), known))));
            });
        }
        participants
                .earlierJudgements()
                .ifPresent(
                        judgements -> rounds.add(CanaryRound.ofJudge(plan, participants, topics, askedAgain, judgements)
                                .ask(cells)
                                .thenAccept(canary -> canary.ifPresent(known -> found.put(judge, known)))));
        return rounds.isEmpty()
                ? Optional.empty()
                : Optional.of(CompletableFuture.allOf(rounds.toArray(CompletableFuture[]::new)));
    }

    /** Stops asking models that have changed, or whose judge has. */
    void heed(Function<ModelSettings, ResponsePipeline> pipelines) {
        askedAgain.keySet().forEach(model -> heed(model.name(), List.of(model), pipelines));
        heed(judge, plan.settings().models().value(), pipelines);
    }

    /**
     * If a model has changed, or cannot be shown to be the same, stops asking it and does not use its stored answers as its own. If this
     * happens to the judge, does so for every model.
     *
     * @param who the model, or the judge
     * @param concerned models that depend on it
     */
    private void heed(String who, List<ModelSettings> concerned, Function<ModelSettings, ResponsePipeline> pipelines) {
        Canary canary = found.get(who);
        if (canary == null) {
            return;
        }
        if (canary.otherBackend()) {
            concerned.forEach(model -> pipelines
                    .apply(model)
                    .refuse("not asked: the endpoint now says it is " + String.join(", ", canary.now())
                            + ", but the stored answers of " + who + " came from "
                            + String.join(", ", canary.before())
                            + "; ask everything again with -Dcultivar.mode=refresh, or give the new model its"
                            + " own name"));
        } else if (!canary.unanswered().isEmpty() && !participants.account().overBudget()) {
            concerned.forEach(model -> pipelines
                    .apply(model)
                    .refuse("not asked: " + who + " answered none of the prompts in "
                            + Names.languages(canary.unanswered())
                            + " that were asked again to see whether it is still the model that gave the stored"
                            + " answers; check the endpoint, or replay the stored answers with"
                            + " -Dcultivar.mode=replay"));
        }
    }

    /** What was found, by model; the judge's name says that it is the judge's. */
    SortedMap<String, Canary> found() {
        return new TreeMap<>(found);
    }
}
