package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.run.response.FailureReasons;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Interval;
import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes verdicts with their one line. */
final class Messages {

    private final RunRecord run;
    private final Analysis analysis;
    private final TopicHints topics;

    Messages(RunRecord run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
        topics = new TopicHints(run, analysis);
    }

    /** A gate that an interval decides. */
    GateVerdict tested(Finding finding, Interval interval, Correction correction, int gates, double confidence) {
        GateLeaf leaf = finding.leaf();
        double bound = leaf.bound();
        Verdict verdict = decide(leaf.spec().kind().atLeast(), interval, bound);
        String level = Digits.percent(interval.confidence()) + " interval";
        if (correction != Correction.NONE && gates > 1) {
            level += ", " + correction.label() + " over " + gates + " gates at " + Digits.percent(confidence);
        }
        String message = subject(finding) + " is " + Digits.beside(finding.estimate(), bound) + " ["
                + Digits.beside(interval.lower(), bound) + ", " + Digits.beside(interval.upper(), bound) + "] ("
                + level + "); " + required(leaf) + ": " + verdict + ". n=" + finding.n() + ", "
                + finding.topics() + " topics." + advice(finding, verdict) + rest(finding);
        return verdict(finding, interval.lower(), interval.upper(), interval.confidence(), verdict, message);
    }

    /** A gate without an interval: an exact share, or one that fails or passes for another reason. */
    GateVerdict exact(Finding finding, double confidence) {
        GateLeaf leaf = finding.leaf();
        double bound = leaf.bound();
        if (!finding.failure().isEmpty()) {
            String message = subject(finding) + " could not be decided: " + finding.failure() + "; " + required(leaf)
                    + ": " + Verdict.FAIL + "." + rest(finding);
            return verdict(finding, Double.NaN, Double.NaN, confidence, Verdict.FAIL, message);
        }
        if (finding.pass()) {
            String message =
                    subject(finding) + " was not compared: " + finding.note() + "; not required: " + Verdict.PASS + ".";
            return verdict(finding, Double.NaN, Double.NaN, confidence, Verdict.PASS, message);
        }
        boolean passes = leaf.spec().kind().atLeast() ? finding.estimate() >= bound : finding.estimate() <= bound;
        Verdict verdict = passes ? Verdict.PASS : Verdict.FAIL; // NaN fails
        String message = subject(finding) + " is " + Digits.beside(finding.estimate(), bound) + " (exact); "
                + required(leaf) + ": " + verdict + ". n=" + finding.n() + "." + advice(finding, verdict)
                + rest(finding);
        return verdict(finding, Double.NaN, Double.NaN, confidence, verdict, message);
    }

    static Verdict decide(boolean atLeast, Interval interval, double bound) {
        if (!interval.defined() || Double.isNaN(bound)) {
            return Verdict.FAIL;
        }
        if (atLeast) {
            return interval.lower() >= bound
                    ? Verdict.PASS
                    : interval.upper() < bound ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        }
        return interval.upper() <= bound
                ? Verdict.PASS
                : interval.lower() > bound ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    private static GateVerdict verdict(
            Finding finding, double lower, double upper, double confidence, Verdict verdict, String message) {
        GateLeaf leaf = finding.leaf();
        return new GateVerdict(
                leaf.spec().kind(),
                leaf.model(),
                leaf.family(),
                leaf.language(),
                leaf.population(),
                leaf.metric().orElse(null),
                leaf.spec().baseline().orElse(null),
                leaf.spec().threshold(),
                finding.estimate(),
                lower,
                upper,
                confidence,
                finding.n(),
                verdict,
                finding.cause() == Cause.NONE
                        ? GateVerdict.cause(leaf.spec().kind(), verdict, finding.estimate())
                        : finding.cause(),
                message,
                finding.weights());
    }

    private static String subject(Finding finding) {
        GateLeaf leaf = finding.leaf();
        String who = (leaf.model() == null ? "family " + leaf.family() : leaf.model()) + " in " + leaf.language();
        String population = String.valueOf(leaf.population());
        return switch (leaf.spec().kind()) {
            case ALIGNMENT ->
                "Alignment of " + who + " with " + population
                        + leaf.spec()
                                .metric()
                                .filter(metric -> !metric.equals("spearman"))
                                .map(metric -> " (" + metric + ")")
                                .orElse("");
            case BIAS -> "Bias of " + who + " towards " + population;
            case CONSISTENCY -> "Self-consistency of " + who;
            case COVERAGE -> "Coverage of " + who;
            case REGRESSION ->
                "Change of alignment of " + who + " with " + population + " since "
                        + leaf.spec().baseline().orElse("the baseline");
            case CAPABILITY -> "Capability coefficient of " + who;
        };
    }

    private static String required(GateLeaf leaf) {
        return "required " + (leaf.spec().kind().atLeast() ? "at least " : "at most ") + Digits.exact(leaf.bound());
    }

    private String advice(Finding finding, Verdict verdict) {
        GateLeaf leaf = finding.leaf();
        if (verdict == Verdict.PASS) {
            return "";
        }
        if (verdict == Verdict.INCONCLUSIVE) {
            return " The interval contains the threshold, so this run cannot tell: ask about more topics; more responses narrow it"
                    + " less."
                    + topics.hint(leaf);
        }
        return switch (leaf.spec().kind()) {
            case ALIGNMENT, REGRESSION -> topics.hint(leaf);
            case BIAS ->
                " The answers are nearer to " + leaf.population() + " than to the countries that speak "
                        + leaf.language() + "." + topics.hint(leaf);
            case CONSISTENCY ->
                " Answers to one question differ too much between prompts and samples; look at the cells with both extremes.";
            case COVERAGE -> " Not scored: " + outcomes(leaf) + ".";
            case CAPABILITY -> "";
        };
    }

    private Optional<ScoredSample> sample(GateLeaf leaf) {
        String model = leaf.model();
        return model == null ? Optional.empty() : analysis.sample(model, leaf.language());
    }

    private String outcomes(GateLeaf leaf) {
        Map<Outcome, Integer> counts = new TreeMap<>();
        sample(leaf).ifPresent(sample -> counts.putAll(sample.outcomes()));
        counts.remove(Outcome.SCORED);
        List<String> parts = new ArrayList<>();
        counts.forEach((outcome, count) -> parts.add(count + " " + outcome + reason(leaf, outcome)));
        return parts.isEmpty() ? "everything planned" : String.join(", ", parts);
    }

    /** Where nobody answered, the most frequent reason; what a model said instead stands with its answers. */
    private String reason(GateLeaf leaf, Outcome outcome) {
        if (outcome != Outcome.PROVIDER_ERROR && outcome != Outcome.JUDGE_ERROR) {
            return "";
        }
        return FailureReasons.of(run.responses().stream()
                        .filter(response -> response.outcome() == outcome
                                && response.cell().model().equals(leaf.model())
                                && response.cell().language().equals(leaf.language())))
                .stream()
                .findFirst()
                .map(reason -> " (" + reason + ")")
                .orElse("");
    }

    private String rest(Finding finding) {
        StringBuilder rest = new StringBuilder();
        if (!finding.note().isEmpty()) {
            rest.append(' ').append(sentence(finding.note())).append('.');
        }
        if (finding.leaf().spec().kind() != GateSpec.Kind.COVERAGE) {
            sample(finding.leaf())
                    .filter(sample -> sample.counts().total() < sample.planned())
                    .ifPresent(sample -> rest.append(" Scored ")
                            .append(sample.counts().total())
                            .append(" of ")
                            .append(sample.planned())
                            .append(": ")
                            .append(outcomes(finding.leaf()))
                            .append('.'));
        }
        return rest.toString();
    }

    private static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1);
    }
}
