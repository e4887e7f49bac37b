package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Alignment of two runs of one model with a population, by Spearman's rho, on the topics that both have a response to. */
public final class PairedAlignments {

    private final List<String> topics;
    private final CountTable tableNow;
    private final CountTable tableBefore;
    private final Alignments alignNow;
    private final Alignments alignBefore;

    /**
     * Lays out both runs.
     *
     * @param common topics to compare on; those without truth or without responses in both are left out
     */
    public PairedAlignments(
            PolarityCounts now,
            PolarityCounts before,
            Collection<String> common,
            PopulationKey population,
            PopulationTable populations) {
        topics = new TreeSet<>(common)
                .stream()
                        .filter(topic -> now.total(topic) > 0
                                && before.total(topic) > 0
                                && populations.polarity(population, topic).isPresent())
                        .toList();
        List<Truth> truth = List.of(Truth.of(population, populations, topics));
        tableNow = CountTable.of(now, topics);
        tableBefore = CountTable.of(before, topics);
        alignNow = new Alignments(tableNow, Metric.SPEARMAN, truth);
        alignBefore = new Alignments(tableBefore, Metric.SPEARMAN, truth);
    }

    public List<String> topics() {
        return topics;
    }

    /** @param times how often each topic counts */
    public double now(int[] times) {
        return alignNow.of(tableNow.weights(times))[0];
    }

    public double before(int[] times) {
        return alignBefore.of(tableBefore.weights(times))[0];
    }

    public double change(int[] times) {
        return now(times) - before(times);
    }
}
