package dev.cultivar.policy;

import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Scope;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Plural;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a run is looser than the policy of its build: one line a breach, with what, where, and what to do. */
public final class PolicyBreaches {

    private static final String OR = ", or ask the policy's owners to change it.";

    private final Policy policy;
    private final String suite;
    private final List<String> breaches = new ArrayList<>();

    private PolicyBreaches(Policy policy, String suite) {
        this.policy = policy;
        this.suite = suite;
    }

    /** Whether the policy is the one that a parameter demands. */
    public static List<String> ofDemand(Optional<Policy> policy, Optional<String> demanded) {
        if (demanded.isEmpty() || demanded.equals(policy.map(Policy::digest))) {
            return List.of();
        }
        return List.of(policy.map(found -> found.file() + " has the digest " + found.digest() + ", but "
                        + Settings.POLICY.name() + " demands " + demanded.get()
                        + ". Take back what was changed in it, or have its owners demand the new digest.")
                .orElseGet(() -> Settings.POLICY.name() + " demands a policy, but there is no " + PolicyFile.NAME
                        + " at the build's root or above. Put it back."));
    }

    /**
     * What a suite is about to do that the policy does not allow.
     *
     * @param topics how many it asks about
     * @param leaves its gates
     */
    public static List<String> ofPlan(
            Policy policy, String suite, RunSettings settings, int topics, List<GateLeaf> leaves) {
        return policy.holdsFor(suite) ? new PolicyBreaches(policy, suite).ofPlan(settings, topics, leaves) : List.of();
    }

    private List<String> ofPlan(RunSettings settings, int topics, List<GateLeaf> leaves) {
        List<String> models = settings.value(Settings.MODELS);
        List<String> languages = settings.value(Settings.LANGUAGES);
        missing("models", policy.models(), models, "does not ask model ");
        missing("languages", policy.languages(), languages, "does not ask in ");
        if (topics < policy.topics()) {
            breach(
                    "asks about " + Plural.of(topics, "topic") + ", fewer than " + policy.topics() + "; add topics"
                            + OR,
                    "topics");
        }
        policy.gates().forEach((kind, threshold) -> gates(kind, threshold, models, languages, leaves));
        level(settings);
        stored(settings);
        if (settings.value(Settings.MODE) == StoreMode.REPLAY
                && policy.replay().filter(List::isEmpty).isPresent()) {
            breach("replays stored answers; run it with " + Settings.MODE.name() + "=live" + OR, "replay");
        }
        return breaches;
    }

    /** What a run takes from the store, and what it asks again: nothing and everything in one mode. */
    private void stored(RunSettings settings) {
        StoreMode mode = settings.value(Settings.MODE);
        int canary = settings.value(Settings.CANARY);
        if (canary < policy.canary() && (mode == StoreMode.LIVE || mode == StoreMode.RECORD)) {
            breach(
                    "has " + Settings.CANARY.name() + " " + canary + ", less than " + policy.canary() + "; raise it"
                            + OR,
                    "canary");
        }
        Optional<Duration> age = settings.value(Settings.MAX_AGE);
        policy.maxAge()
                .filter(most -> mode != StoreMode.REFRESH)
                .filter(most -> age.filter(own -> own.compareTo(most) <= 0).isEmpty())
                .ifPresent(most -> breach(
                        (age.isEmpty()
                                        ? "has no " + Settings.MAX_AGE.name()
                                        : "has " + Settings.MAX_AGE.name() + " " + Settings.MAX_AGE.write(age)
                                                + ", more than " + Settings.MAX_AGE.write(policy.maxAge()))
                                + "; set it to " + Settings.MAX_AGE.write(policy.maxAge()) + OR,
                        "max-age"));
    }

    /**
     * Whether answers may be replayed.
     *
     * @param digest of what a replay of the suite is about to decide on
     */
    public static List<String> ofReplay(Policy policy, String suite, String digest) {
        PolicyBreaches found = new PolicyBreaches(policy, suite);
        if (policy.holdsFor(suite)
                && policy.replay().filter(pinned -> !pinned.contains(digest)).isPresent()) {
            found.breach(
                    "replays answers with the digest " + digest
                            + ", which the policy does not name; replay those that it names" + OR,
                    "replay");
        }
        return found.breaches;
    }

    private void missing(String field, List<String> demanded, List<String> there, String what) {
        demanded.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> breach(what + name + "; add it" + OR, field, name));
    }

    private void gates(
            String kind,
            Optional<Double> threshold,
            List<String> models,
            List<String> languages,
            List<GateLeaf> leaves) {
        List<GateLeaf> ofKind =
                leaves.stream().filter(leaf -> leaf.gate().key().equals(kind)).toList();
        if (ofKind.isEmpty()) {
            breach("has no gate of " + kind + "; add one" + OR, "gates", kind);
            return;
        }
        threshold.ifPresent(least -> ofKind.stream()
                .filter(leaf -> leaf.gate().isLooserThan(least))
                .forEach(leaf -> breach(
                        leaf.gate().title() + " is looser than " + Digits.exact(least) + ": " + leaf.measures()
                                + " has " + Digits.exact(leaf.gate().threshold()) + "; tighten it" + OR,
                        "gates",
                        kind)));
        for (String model : models) {
            for (String language : languages) {
                if (ofKind.stream()
                        .map(GateLeaf::gate)
                        .map(Gate::scope)
                        .noneMatch(scope -> holds(scope, model, language))) {
                    breach(
                            "has no gate of " + kind + " for " + model + " in " + language + "; add one" + OR,
                            "gates",
                            kind);
                }
            }
        }
    }

    private static boolean holds(Scope scope, String model, String language) {
        return (scope.models().isEmpty() || scope.models().contains(model))
                && (scope.languages().isEmpty() || scope.languages().contains(language));
    }

    private void level(RunSettings settings) {
        double confidence = settings.value(Settings.CONFIDENCE);
        policy.confidence()
                .filter(least -> !(confidence >= least))
                .ifPresent(least -> breach(
                        "has " + Settings.CONFIDENCE.name() + " " + Digits.exact(confidence) + ", less than "
                                + Digits.exact(least) + "; raise it" + OR,
                        "confidence"));
        Multiplicity correction = settings.value(Settings.CORRECTION);
        policy.correction()
                .filter(loosest -> correction.compareTo(loosest) > 0)
                .ifPresent(loosest -> breach(
                        "has " + Settings.CORRECTION.name() + " " + correction.label() + ", looser than "
                                + loosest.label() + "; take that" + OR,
                        "correction"));
        if (settings.value(Settings.INCONCLUSIVE) == OnInconclusive.PASS
                && policy.inconclusive().filter(OnInconclusive.FAIL::equals).isPresent()) {
            breach("lets undecided gates through; take " + Settings.INCONCLUSIVE.name() + " off" + OR, "inconclusive");
        }
    }

    /**
     * What came of a module's run that the policy does not allow.
     *
     * @param module its folder
     * @param whole suites that were run as a whole, by class name
     */
    public static List<String> ofRun(Policy policy, Path module, List<String> whole) {
        return policy.suitesOf(module).stream()
                .filter(suite -> !whole.contains(suite))
                .map(suite -> policy.at("suites", suite) + ": " + suite + " was not run as a whole; run it" + OR)
                .toList();
    }

    private void breach(String what, String... path) {
        breaches.add(policy.at(path) + ": " + suite + " " + what);
    }
}
