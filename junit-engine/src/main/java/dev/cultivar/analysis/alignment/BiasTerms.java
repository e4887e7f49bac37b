package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Alignment with a reference country minus the mean alignment with the other countries of the language, on the topics on which all of
 * them have truth.
 */
public final class BiasTerms {

    private final List<Truth> truths;
    private final Alignments alignments;
    private final CountTable table;

    private BiasTerms(List<Truth> truths, Alignments alignments, CountTable table) {
        this.truths = truths;
        this.alignments = alignments;
        this.table = table;
    }

    public static BiasTerms of(
            PopulationKey reference, PopulationTable table, String language, List<String> topics, CountTable counts) {
        List<Truth> all = new ArrayList<>();
        all.add(Truth.of(reference, table, topics));
        for (PopulationKey local : table.local(language)) {
            if (!local.equals(reference)) {
                all.add(Truth.of(local, table, topics));
            }
        }
        boolean[] common = all.get(0).mask();
        for (Truth truth : all) {
            boolean[] mask = truth.mask();
            for (int q = 0; q < common.length; q++) {
                common[q] &= mask[q];
            }
        }
        List<Truth> truths = all.stream().map(truth -> truth.only(common)).toList();
        return new BiasTerms(truths, new Alignments(counts, Metric.SPEARMAN, truths), counts);
    }

    public PopulationKey reference() {
        return truths.get(0).population;
    }

    /** Whether the bias is towards {@link PopulationTable#REFERENCE} and not towards another country that a gate names. */
    public boolean isTowardsReference() {
        return reference().name().equals(PopulationTable.REFERENCE);
    }

    /** Whether there is a local country to compare with. */
    public boolean possible() {
        return truths.size() > 1;
    }

    public double of(double[] weights) {
        return of(alignments.of(weights), 0);
    }

    double of(ResponseScores.Under under) {
        return of(alignments.of(under), 0);
    }

    /** The bias, from alignments with {@link #truths}, the first of which is at index {@code first}. */
    public double of(double[] each, int first) {
        double sum = 0;
        for (int i = 1; i < truths.size(); i++) {
            sum += each[first + i];
        }
        return each[first] - sum / (truths.size() - 1);
    }

    /** Truths of the reference and then of the other countries, on the topics that count. */
    public List<Truth> truths() {
        return truths;
    }

    public int topics() {
        return truths.get(0).scoredTopics(table);
    }

    public long responses() {
        return truths.get(0).scoredResponses(table);
    }

    public Truth common() {
        return truths.get(0);
    }
}
