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
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much answers hang on the way in which a topic is put, of one model in one language.
 *
 * <p><b>Stability</b> is the topics' share of the variance of the polarity of single responses; the rest is by wording slot (in the mean and
 * topic by topic), by template and by sample ({@link CrossedVariance}). It is what two responses to one topic have in common that differ in
 * slot and template. <b>Acquiescence</b> is the mean over topics of the polarity under the claim in favour less that under the claim
 * against: above 0 for a model that agrees with what is put to it.
 *
 * <p>Both answer for all topics such as these: with {@code t} the statistic without one topic, on the scale of its interval, the variance is
 * {@code (n - 1)/n sum (t - mean t)^2} (Tukey's jackknife), and the interval Student's with {@code n - 1} degrees of freedom.
 */
final class PromptEffects {

    private final ScoredSample sample;
    private final AnalysisOptions options;
    private final Map<String, List<ResponseRecord>> byTopic = new TreeMap<>();

    /**
     * Of one sample.
     *
     * @param responses of the run; those of other samples and those without a score do not count
     */
    PromptEffects(ScoredSample sample, List<ResponseRecord> responses, AnalysisOptions options) {
        this.sample = sample;
        this.options = options;
        for (ResponseRecord response : responses) {
            if (response.outcome() == Outcome.SCORED
                    && response.cell().model().equals(sample.model())
                    && response.cell().language().equals(sample.language())) {
                byTopic.computeIfAbsent(response.cell().topic(), topic -> new ArrayList<>())
                        .add(response);
            }
        }
    }

    List<Measurement> measurements() {
        return List.of(stability(), acquiescence());
    }

    private Measurement stability() {
        List<List<ResponseRecord>> topics =
                byTopic.values().stream().filter(PromptEffects::compared).toList();
        long n = topics.stream().mapToLong(List::size).sum();
        if (topics.size() < Estimate.LEAST_TOPICS) {
            return row(Statistic.STABILITY, null, n, topics.size(), List.of(few(topics.size(), Note.Need.TWO_PROMPTS)));
        }
        CrossedVariance variance = variance(topics, (int) n);
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

    /** Whether two responses to the topic differ in slot and template, so that the topic alone is what they share. */
    private static boolean compared(List<ResponseRecord> responses) {
        return responses.stream().anyMatch(one -> responses.stream()
                .anyMatch(other -> one.slot() != other.slot() && !one.template().equals(other.template())));
    }

    private static CrossedVariance variance(List<List<ResponseRecord>> topics, int n) {
        Map<Slot, Integer> slots = new EnumMap<>(Slot.class);
        Map<String, Integer> templates = new HashMap<>();
        int[] topic = new int[n];
        int[] slot = new int[n];
        int[] template = new int[n];
        double[] polarity = new double[n];
        int i = 0;
        for (int q = 0; q < topics.size(); q++) {
            for (ResponseRecord response : topics.get(q)) {
                topic[i] = q;
                slot[i] = slots.computeIfAbsent(response.slot(), any -> slots.size());
                template[i] = templates.computeIfAbsent(response.template(), any -> templates.size());
                polarity[i++] = response.polarity();
            }
        }
        return new CrossedVariance(topic, slot, template, polarity);
    }

    private Measurement acquiescence() {
        List<Double> differences = new ArrayList<>();
        long n = 0;
        for (List<ResponseRecord> responses : byTopic.values()) {
            OptionalDouble pro = mean(responses, Slot.CLAIM_PRO);
            OptionalDouble con = mean(responses, Slot.CLAIM_CON);
            if (pro.isPresent() && con.isPresent()) {
                differences.add(pro.getAsDouble() - con.getAsDouble());
                n += responses.stream()
                        .filter(response -> response.slot() == Slot.CLAIM_PRO || response.slot() == Slot.CLAIM_CON)
                        .count();
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

    private static OptionalDouble mean(List<ResponseRecord> responses, Slot slot) {
        return responses.stream()
                .filter(response -> response.slot() == slot)
                .mapToDouble(ResponseRecord::polarity)
                .average();
    }

    /** Null where the statistic, or what it is without a topic, is not defined. */
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
