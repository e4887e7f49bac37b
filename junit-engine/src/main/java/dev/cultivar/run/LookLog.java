package dev.cultivar.run;

import dev.cultivar.io.Sha256;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.StoreException;
import dev.cultivar.store.StoreKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record, kept next to a suite's stored answers, of the plans of looks under which they were looked at. A plan with more responses
 * begins with those of a plan with fewer, so raising the number of responses or looks tests the same answers again. Reports say so, and
 * the decision of gates accounts for it. A resumed or replayed run keeps its plan.
 */
public final class LookLog {

    /** More often than anybody raises the number of responses. */
    private static final int MOST = 16;

    private final RunPlan plan;
    private final ResponseStore store;
    private final StoreMode mode;

    private LookLog(RunPlan plan, ResponseStore store, StoreMode mode) {
        this.plan = plan;
        this.store = store;
        this.mode = mode;
    }

    /**
     * Notes that the gates of a plan are looked at.
     *
     * @return how many other plans looked at the same answers before this one first did; 0 if the store is in memory
     * @throws StoreException if the store cannot be used
     */
    public static int note(RunPlan plan) {
        return read(plan, plan.settings().value(Settings.MODE));
    }

    /** The same without making a note; also 0 if unknown. */
    public static int known(RunPlan plan) {
        try {
            return plan.settings().value(Settings.MODE) == StoreMode.REFRESH
                            || !SharedStore.isThere(plan.settings().value(Settings.STORE))
                    ? 0
                    : read(plan, StoreMode.REPLAY);
        } catch (StoreException e) {
            return 0;
        }
    }

    private static int read(RunPlan plan, StoreMode mode) {
        if (!plan.settings().keepsAnswers()) {
            return 0;
        }
        try (SharedStore shared = SharedStore.open(plan.settings().value(Settings.STORE), mode)) {
            return new LookLog(plan, shared.store(), mode).plansBefore();
        }
    }

    /** Hashes of everything that may be noted about a plan's models and languages. */
    static Set<String> hashes(RunPlan plan) {
        Set<String> hashes = new HashSet<>();
        for (ModelSettings model : plan.settings().models().value()) {
            for (String language : plan.settings().value(Settings.LANGUAGES)) {
                for (int place = 0; place < MOST; place++) {
                    hashes.add(key(plan, model, language, place).hash());
                }
            }
        }
        return hashes;
    }

    private int plansBefore() {
        int most = 0;
        for (ModelSettings model : plan.settings().models().value()) {
            for (String language : plan.settings().value(Settings.LANGUAGES)) {
                most = Math.max(most, place(model, language));
            }
        }
        return most;
    }

    /** This plan's place in the order in which plans were noted. */
    private int place(ModelSettings model, String language) {
        String own = "looks " + plan.looks().upTo() + " of each topic, "
                + plan.settings().estimand().label();
        if (mode == StoreMode.REFRESH) {
            // new answers replace those that were looked at
            store.replace(key(plan, model, language, 0), noted(own)).join();
            return 0;
        }
        for (int place = 0; place < MOST; place++) {
            StoreKey key = key(plan, model, language, place);
            Optional<ModelResponse> there = store.find(key);
            if (there.isEmpty() && mode != StoreMode.REPLAY) {
                there = Optional.of(store.put(key, noted(own)).join());
            } else if (mode != StoreMode.REPLAY) {
                store.claim(key).join(); // in use, like the answers
            }
            if (there.isEmpty() || there.get().text().equals(own)) {
                return place;
            }
        }
        return MOST;
    }

    private static ModelResponse noted(String text) {
        return new ModelResponse(
                text,
                Optional.empty(),
                FinishReason.STOP,
                Usage.NONE,
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                1);
    }

    /** The same key for all plans that share the answers to the first prompt of every topic. */
    private static StoreKey key(RunPlan plan, ModelSettings model, String language, int place) {
        Sha256 digest = new Sha256()
                .add("looks " + place + "\n" + plan.suite() + "\n" + RunStore.endpoint(plan, model) + "\n"
                        + model.wireName() + "\n" + model.temperature() + "\n" + model.topP() + "\n" + language + "\n"
                        + plan.settings().value(Settings.SEED));
        for (PlannedPrompt planned : plan.prompts().getOrDefault(language, List.of())) {
            if (planned.sample() == 0) {
                digest.add("\n" + planned.prompt().text());
            }
        }
        return new StoreKey(digest.hex(), StoreKey.Kind.LOOKS, model.wireName());
    }
}
