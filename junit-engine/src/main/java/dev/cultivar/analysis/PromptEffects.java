package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Pivots;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.Slot;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.CrossedVariance;
import dev.cultivar.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much the answers of one model in one language depend on how a topic is put.
 *
 * <p><b>Stability</b> is the topics' share of the variance of single responses' polarity; the rest is due to the wording slot (on average
 * and topic by topic), the template and the sample ({@link CrossedVariance}). It is what two responses to one topic have in common when
 * they differ in slot and template. <b>Acquiescence</b> is the mean over topics of the polarity under the claim in favour minus that
 * under the claim against: above 0 for a model that agrees with whatever is put to it.
 *
 * <p>Both are estimated for all topics such as these. With {@code t} the statistic without one topic, on the scale of its interval, the
 * variance is {@code (n - 1)/n sum (t - mean t)^2} (Tukey's jackknife), and the interval is Student's with {@code n - 1} degrees of
 * freedom.
 */
final class PromptEffects {

    private final ScoredSample sample;
    private final AnalysisOptions options;
    private final SortedMap<String, Map<Answer, Integer>> byTopic = new TreeMap<>();

    /** What equal responses share: how they were asked, and their polarity in [0,1]. */
    private record Answer(Slot slot, String template, double polarity) {}

    /**
     * Takes the responses of one sample.
     *
     * @param responses of the sample; those without a score do not count
     */
    PromptEffects(ScoredSample sample, Stream<ResponseRecord> responses, AnalysisOptions options) {
        this.sample = sample;
        this.options = options;
        responses
                .filter(response -> response.outcome() == Outcome.SCORED)
                .forEachOrdered(
                        response -> byTopic.computeIfAbsent(response.cell().topic(), topic -> new LinkedHashMap<>())
                                .merge(
                                        new Answer(response.slot(), response.template(), response.polarity()),
                                        1,
                                        Math::addExact));
    }

    List<Measurement> measurements() {
        return List.of(stability(), acquiescence());
    }

    private Measurement stability() {
        List<Map<Answer, Integer>> topics =
                byTopic.values().stream().filter(PromptEffects::compared).toList();
        long n = topics.stream().mapToLong(PromptEffects::number).sum();
        if (topics.size() < Estimate.LEAST_TOPICS) {
            return row(Statistic.STABILITY, null, n, topics.size(), List.of(few(topics.size(), Note.Need.TWO_PROMPTS)));
        }
        CrossedVariance variance = variance(topics);
        CrossedVariance.Components all = variance.components();
        Scale scale = Scale.intraclass((double) n / topics.size());
        Pivot pivot = jackknifed(
                all.unitShare(),
                Arrays.stream(variance.withoutEach())
                        .mapToDouble(CrossedVariance.Components::unitShare)
                        .toArray(),
                scale);
        List<Note> notes = new ArrayList<>();
        if (pivot == null) {
            notes.add(new Note.AllResponsesEqual());
        } else if (Double.isFinite(all.restShare())) {
            notes.add(new Note.SharesOfPrompts(all.firstShare(), all.secondShare(), all.restShare()));
        }
        return row(Statistic.STABILITY, pivot, n, topics.size(), notes);
    }

    /** Whether two responses to the topic differ in both slot and template, so that the topic is all they share. */
    private static boolean compared(Map<Answer, Integer> answers) {
        return answers.keySet().stream().anyMatch(one -> answers.keySet().stream()
                .anyMatch(other -> one.slot() != other.slot() && !one.template().equals(other.template())));
    }

    private static long number(Map<Answer, Integer> answers) {
        return answers.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static CrossedVariance variance(List<Map<Answer, Integer>> topics) {
        Map<Slot, Integer> slots = new EnumMap<>(Slot.class);
        Map<String, Integer> templates = new HashMap<>();
        int entries = topics.stream().mapToInt(Map::size).sum();
        int[] topic = new int[entries];
        int[] slot = new int[entries];
        int[] template = new int[entries];
        double[] polarity = new double[entries];
        int[] times = new int[entries];
        int i = 0;
        for (int q = 0; q < topics.size(); q++) {
            for (Map.Entry<Answer, Integer> given : topics.get(q).entrySet()) {
                Answer answer = given.getKey();
                topic[i] = q;
                slot[i] = slots.computeIfAbsent(answer.slot(), any -> slots.size());
                template[i] = templates.computeIfAbsent(answer.template(), any -> templates.size());
                polarity[i] = answer.polarity();
                times[i++] = given.getValue();
            }
        }
        return new CrossedVariance(topic, slot, template, polarity, times);
    }

    private Measurement acquiescence() {
        List<Double> differences = new ArrayList<>();
        long n = 0;
        for (Map<Answer, Integer> answers : byTopic.values()) {
            Map<Answer, Integer> pro = of(Slot.CLAIM_PRO, answers);
            Map<Answer, Integer> con = of(Slot.CLAIM_CON, answers);
            if (!pro.isEmpty() && !con.isEmpty()) {
                differences.add(mean(pro) - mean(con));
                n += number(pro) + number(con);
            }
        }
        int topics = differences.size();
        if (topics < Estimate.LEAST_TOPICS) {
            return row(Statistic.ACQUIESCENCE, null, n, topics, List.of(few(topics, Note.Need.BOTH_CLAIMS)));
        }
        double sum = differences.stream().mapToDouble(Double::doubleValue).sum();
        double[] without = differences.stream()
                .mapToDouble(difference -> (sum - difference) / (topics - 1))
                .toArray();
        return row(Statistic.ACQUIESCENCE, jackknifed(sum / topics, without, Scale.LINE), n, topics, List.of());
    }

    private static Map<Answer, Integer> of(Slot slot, Map<Answer, Integer> answers) {
        Map<Answer, Integer> those = new LinkedHashMap<>(answers);
        those.keySet().removeIf(answer -> answer.slot() != slot);
        return those;
    }

    private static double mean(Map<Answer, Integer> answers) {
        return answers.entrySet().stream()
                        .mapToDouble(given -> given.getKey().polarity() * given.getValue())
                        .sum()
                / number(answers);
    }

    /** Null where the statistic is undefined, over all topics or without one of them. */
    private static @Nullable Pivot jackknifed(double value, double[] without, Scale scale) {
        double[] scaled = Arrays.stream(without).map(scale::clamped).toArray();
        double mean = Arrays.stream(scaled).average().orElse(Double.NaN);
        double squares = Arrays.stream(scaled).map(t -> (t - mean) * (t - mean)).sum();
        int n = without.length;
        double standardError = Math.sqrt((n - 1.0) / n * squares);
        return Double.isFinite(value) && Double.isFinite(standardError)
                ? new Pivot(value, scale.clamped(value), standardError, n - 1.0, scale, 1)
                : null;
    }

    private static Note few(int topics, Note.Need need) {
        return new Note.FewTopics(topics, need, Estimate.LEAST_TOPICS);
    }

    private Measurement row(Statistic statistic, @Nullable Pivot pivot, long n, int topics, List<Note> notes) {
        Interval interval =
                pivot == null ? Interval.undefined(options.confidence()) : pivot.interval(options.confidence());
        boolean share = statistic == Statistic.STABILITY;
        Estimate estimate = new Estimate(
                statistic,
                sample.model(),
                sample.family(),
                sample.language(),
                null,
                null,
                share ? "share" : "difference",
                pivot == null ? Double.NaN : pivot.estimate(),
                interval.lower(),
                interval.upper(),
                options.confidence(),
                Estimand.ALL_TOPICS,
                n,
                topics,
                share ? "share" : "points",
                options.method().label(),
                null,
                notes);
        return new Measurement(estimate, Pivots.ofAllTopics(pivot));
    }
}
