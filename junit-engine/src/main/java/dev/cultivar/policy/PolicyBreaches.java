package dev.cultivar.policy;

import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Scope;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds where a run is looser than its build's policy: one line per breach, with what, where, and what to do. */
public final class PolicyBreaches {

    private static final String OR = ", or ask the policy's owners to change it.";

    private final Policy policy;
    private final String suite;
    private final List<String> breaches = new ArrayList<>();

    private PolicyBreaches(Policy policy, String suite) {
        this.policy = policy;
        this.suite = suite;
    }

    /** Checks that the policy is the one that a parameter demands. */
    public static List<String> ofDemand(Optional<Policy> policy, Optional<String> demanded) {
        if (demanded.filter(String::isBlank).isPresent()) {
            return List.of(Settings.POLICY.name() + " is empty, so it demands nothing: the variable that is to hold the"
                    + " policy's digest is not set. Set it, or leave the parameter out.");
        }
        if (demanded.isEmpty() || demanded.equals(policy.map(Policy::digest))) {
            return List.of();
        }
        return List.of(policy.map(found -> found.file() + " has the digest " + found.digest() + ", but "
                        + Settings.POLICY.name() + " demands " + demanded.get()
                        + ". Undo the change to the file, or have the policy's owners demand the new digest.")
                .orElseGet(() -> Settings.POLICY.name() + " demands a policy, but there is no " + PolicyFile.NAME
                        + " at the build's root or above. Put it back."));
    }

    /**
     * What the plan of a suite contains that the policy does not allow.
     *
     * @param topics how many topics it asks about
     * @param leaves its gates
     */
    public static List<String> ofPlan(
            Policy policy, String suite, RunSettings settings, int topics, List<GateLeaf> leaves) {
        return policy.holdsFor(suite) ? new PolicyBreaches(policy, suite).ofPlan(settings, topics, leaves) : List.of();
    }

    private List<String> ofPlan(RunSettings settings, int topics, List<GateLeaf> leaves) {
        List<String> models = settings.value(Settings.MODELS);
        List<String> languages = settings.value(Settings.LANGUAGES);
        missing("models", policy.models(), models, "does not ask the model ", Function.identity());
        missing("languages", policy.languages(), languages, "does not ask in ", Names::language);
        if (topics < policy.topics()) {
            breach(
                    "asks about " + Plural.of(topics, "topic") + ", but at least " + policy.topics()
                            + " are required; add some" + OR,
                    "topics");
        }
        policy.gates().forEach((kind, threshold) -> gates(kind, threshold, models, languages, leaves));
        level(settings);
        stored(settings);
        if (settings.value(Settings.MODE) == StoreMode.REPLAY
                && policy.replay().filter(List::isEmpty).isPresent()) {
            breach(
                    "replays stored answers, which is not allowed; run it with" + " " + Settings.MODE.name() + "=live"
                            + OR,
                    "replay");
        }
        return breaches;
    }

    /** Checks what a run takes from the store and what it asks again; one mode takes nothing and asks everything again. */
    private void stored(RunSettings settings) {
        StoreMode mode = settings.value(Settings.MODE);
        int canary = settings.value(Settings.CANARY);
        if (canary < policy.canary() && (mode == StoreMode.LIVE || mode == StoreMode.RECORD)) {
            breach(
                    "sets " + Settings.CANARY.name() + " to " + canary + ", but at least " + policy.canary()
                            + " is required; raise it"
                            + OR,
                    "canary");
        }
        Optional<Duration> age = settings.value(Settings.MAX_AGE);
        policy.maxAge()
                .filter(most -> mode != StoreMode.REFRESH)
                .filter(most -> age.filter(own -> own.compareTo(most) <= 0).isEmpty())
                .ifPresent(most -> breach(
                        (age.isEmpty()
                                        ? "sets no " + Settings.MAX_AGE.name()
                                        : "sets " + Settings.MAX_AGE.name() + " to " + Settings.MAX_AGE.write(age))
                                + ", but at most " + Settings.MAX_AGE.write(policy.maxAge())
                                + " is allowed; set it to " + Settings.MAX_AGE.write(policy.maxAge()) + OR,
                        "max-age"));
    }

    /**
     * Checks whether answers may be replayed.
     *
     * @param digest of the answers on which a replay of the suite is about to decide
     */
    public static List<String> ofReplay(Policy policy, String suite, String digest) {
        PolicyBreaches found = new PolicyBreaches(policy, suite);
        if (policy.holdsFor(suite)
                && policy.replay().filter(pinned -> !pinned.contains(digest)).isPresent()) {
            found.breach(
                    "replays answers with the digest " + digest
                            + ", which the policy does not list; replay answers that it lists" + OR,
                    "replay");
        }
        return found.breaches;
    }

    private void missing(
            String field, List<String> demanded, List<String> there, String what, Function<String, String> shown) {
        demanded.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> breach(what + shown.apply(name) + "; add " + name + OR, field, name));
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
            breach("has no " + kind + " gate; add one" + OR, "gates", kind);
            return;
        }
        threshold.ifPresent(least -> ofKind.stream()
                .filter(leaf -> leaf.gate().isLooserThan(least))
                .forEach(leaf -> breach(
                        "has the gate " + leaf.name() + ", which is looser than the required " + Digits.exact(least)
                                + "; tighten " + leaf.gate().title() + OR,
                        "gates",
                        kind)));
        List<Gate> thatCount = ofKind.stream()
                .filter(PolicyBreaches::needsItsBaseline)
                .map(GateLeaf::gate)
                .filter(gate -> threshold.isEmpty() || gate.about().isEmpty())
                .toList();
        for (String model : models) {
            for (String language : languages) {
                if (thatCount.stream().map(Gate::scope).noneMatch(scope -> holds(scope, model, language))) {
                    breach(
                            "has no " + kind + " gate for " + model + " in " + Names.language(language)
                                    + uncounted(ofKind, threshold, model, language) + "; add one" + OR,
                            "gates",
                            kind);
                }
            }
        }
    }

    /** A gate that passes where its baseline is missing would be there but check nothing. */
    private static boolean needsItsBaseline(GateLeaf leaf) {
        return leaf.gate().earlier(leaf.subject()).map(EarlierRun::required).orElse(true);
    }

    /** Why an existing gate does not meet the policy. */
    private static String uncounted(List<GateLeaf> ofKind, Optional<Double> threshold, String model, String language) {
        return ofKind.stream()
                .filter(leaf -> holds(leaf.gate().scope(), model, language))
                .map(leaf -> !needsItsBaseline(leaf)
                        ? Optional.of("required = false")
                        : threshold.flatMap(number -> leaf.gate().about()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(parameter -> " without " + parameter)
                .orElse("");
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
                        "sets " + Settings.CONFIDENCE.name() + " to " + Digits.exact(confidence) + ", but at least "
                                + Digits.exact(least) + " is required; raise it" + OR,
                        "confidence"));
        Multiplicity correction = settings.value(Settings.CORRECTION);
        policy.correction()
                .filter(loosest -> correction.compareTo(loosest) > 0)
                .ifPresent(loosest -> breach(
                        "sets " + Settings.CORRECTION.name() + " to " + correction.label() + ", which is looser than "
                                + loosest.label() + "; set it to " + loosest.label() + OR,
                        "correction"));
        if (settings.value(Settings.INCONCLUSIVE) == OnInconclusive.PASS
                && policy.inconclusive().filter(OnInconclusive.FAIL::equals).isPresent()) {
            breach("lets inconclusive gates through; remove " + Settings.INCONCLUSIVE.name() + OR, "inconclusive");
        }
    }

    /**
     * What a module's run did that the policy does not allow.
     *
     * @param module the module's folder
     * @param whole class names of the suites that were run completely
     */
    public static List<String> ofRun(Policy policy, Path module, List<String> whole) {
        return policy.suitesOf(module).stream()
                .filter(suite -> !whole.contains(suite))
                .map(suite -> policy.at("suites", suite) + ": " + suite + " was not run as a whole; run all of it" + OR)
                .toList();
    }

    private void breach(String what, String... path) {
        breaches.add(policy.at(path) + ": " + suite + " " + what);
    }
}
