package dev.cultivar.history;

import dev.cultivar.analysis.counts.PromptAnswers;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.RunRecord;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Polarity by planned prompt, by topic, from one model in one language, as a baseline stores it. Each topic is read from the run only
 * when asked for, since all of them together may not fit into memory; so this map is usable only as long as the run's responses are.
 */
final class AnswersOfRun extends AbstractMap<String, SortedMap<String, Double>> {

    private final RunRecord run;
    private final ScoredSample sample;

    AnswersOfRun(RunRecord run, ScoredSample sample) {
        this.run = run;
        this.sample = sample;
    }

    @Override
    public Set<String> keySet() {
        return sample.counts().byTopic().keySet();
    }

    @Override
    public boolean containsKey(@Nullable Object topic) {
        return keySet().contains(topic);
    }

    @Override
    public @Nullable SortedMap<String, Double> get(@Nullable Object topic) {
        return topic instanceof String key && containsKey(key) ? row(key) : null;
    }

    private SortedMap<String, Double> row(String topic) {
        SortedMap<String, Double> row = new TreeMap<>();
        PromptAnswers.of(run.responses(new CellKey(topic, sample.model(), sample.language())).stream())
                .byTopic()
                .getOrDefault(topic, Collections.emptySortedMap())
                .forEach((place, polarity) -> row.put(PlaceText.of(place), polarity));
        return row;
    }

    @Override
    public Set<Map.Entry<String, SortedMap<String, Double>>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, SortedMap<String, Double>>> iterator() {
                return keySet().stream()
                        .map(topic -> Map.entry(topic, row(topic)))
                        .iterator();
            }

            @Override
            public int size() {
                return keySet().size();
            }
        };
    }
}
